#pragma once

#include "model/calendar.h"
#include "model/date_habits.h"

#include <array>
#include <string>
#include <string_view>

/// Dates as people read them: the same on screen and on paper, and the same in every locale. Times follow the
/// practice's clock.
namespace app {

/// The months, from January.
inline constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                              "May",       "June",     "July",     "August",
                                                              "September", "October",  "November", "December"};

/// The days of the week, from Sunday.
inline constexpr std::array<std::string_view, 7> weekday_names{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                               "Thursday", "Friday", "Saturday"};

/// `20 Nov 2026`.
std::string short_date(model::Date day);

/// `20 November 2026`.
std::string long_date(model::Date day);

/// `Fri 20 Nov 2026`.
std::string weekday_date(model::Date day);

/// `14:05` or `2:05 pm`.
std::string time_words(model::TimeOfDay time, model::HourClock hours);

/// `20 Nov 2026, 14:05` as the clock showed it.
std::string date_and_time(model::Moment moment, const model::ClockFace& clock);

/// What every form says when no day can be read in one of its fields: also true for 31 Feb 2026, which is written as it
/// should be. `what` is the day that was asked for, as the beginning of a sentence.
std::string unreadable_date_words(std::string_view what = "This day");

} // namespace app
