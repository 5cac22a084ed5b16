#pragma once

#include <string>

/// How a practice writes days and times. Nothing here asks a locale: the practice chooses.
namespace model {

/// Which number comes first in a date of numbers only.
enum class DateOrder {
    day_first,   ///< 28/11/26
    month_first, ///< 11/28/26
};

/// How a clock counts the hours of a day.
enum class HourClock {
    of_24, ///< 14:05
    of_12, ///< 2:05 pm
};

/// What a practice chose.
struct DateHabits {
    DateOrder order = DateOrder::day_first;
    HourClock hours = HourClock::of_24;

    bool operator==(const DateHabits&) const = default;
};

/// The clock on somebody's wall: where it hangs, and how it counts.
struct ClockFace {
    std::string zone = "UTC"; ///< IANA name.
    HourClock hours = HourClock::of_24;

    bool operator==(const ClockFace&) const = default;
};

} // namespace model
