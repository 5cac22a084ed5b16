#pragma once

#include "model/calendar.h"

#include <optional>
#include <string>
#include <string_view>

/// Dates as people read them: the same on screen and on paper, and the same in every locale.
namespace app {

/// `20 Nov 2026`.
std::string short_date(model::Date day);

/// `20 November 2026`.
std::string long_date(model::Date day);

/// `Fri 20 Nov 2026`.
std::string weekday_date(model::Date day);

/// `20 Nov 2026, 14:05` as a clock in `zone` showed it.
std::string date_and_time(model::Moment moment, std::string_view zone);

/// Reads what a person types for a date: `2026-11-20`, `20 Nov 2026`, `20 november 2026` or `20.11.2026`. Empty when it
/// is none of these.
std::optional<model::Date> read_typed_date(std::string_view text);

/// What every form says when `read_typed_date` finds no day: also true for 31 Feb 2026, which is written as it should
/// be. `what` is the day that was asked for, as the beginning of a sentence.
std::string unreadable_date_words(std::string_view what = "This day");

} // namespace app
