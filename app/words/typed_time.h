#pragma once

#include "app/words/typed_date.h"
#include "model/calendar.h"
#include "model/date_habits.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Times and lengths as people type them.
namespace app {

/// Why no time was read.
enum class TimeFault {
    empty,
    unfinished, ///< It may become a time with the next keys.
    unreadable,
    no_such_time, ///< 25:00.
    which_half,   ///< On a clock of 12 hours: am or pm?
};

/// A time as it was read: a time of day, or a fault.
struct TypedTime {
    std::optional<model::TimeOfDay> time{};
    std::optional<TimeFault> fault{};
    std::string at_fault{}; ///< The time that there is not, or that is not clear, in words.
};

/// Reads `14:05`, `9:30`, `14.05`, `1405`, `9`, `2:05 pm`, `2p`. On a clock of 12 hours a time from 1:00 to 12:59 needs
/// am or pm; 14:05 is clear there too.
TypedTime read_time(std::string_view text, model::HourClock hours);

/// The time alone.
std::optional<model::TimeOfDay> read_typed_time(std::string_view text, model::HourClock hours);

/// Reads a number of minutes from 1 to 1440, with or without "min". Empty when it is none.
std::optional<std::chrono::minutes> read_typed_minutes(std::string_view text);

/// As `remark_on_date`.
FieldRemark remark_on_time(std::string_view text, model::HourClock hours, bool is_typing);
FieldRemark remark_on_minutes(std::string_view text, bool is_typing);

} // namespace app
