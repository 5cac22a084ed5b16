#pragma once

#include <date/date.h>

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

/// Dates and times as the practice uses them. Nothing here asks a clock, a locale or the environment.
namespace model {

/// A day on the calendar, without a time or a zone.
using Date = date::year_month_day;

/// Nothing in a record is of an earlier day, but for births: such a year is a slip.
inline constexpr Date earliest_record_day{date::year{1950}, date::month{1}, date::day{1}};

/// A point in time, in whole seconds of UTC.
using Moment = date::sys_seconds;

/// A time of day on a wall clock: minutes since local midnight, 0 to 1439.
using TimeOfDay = std::chrono::minutes;

/// Reads `2026-11-20`. Empty when the text has another form or names a day that does not exist.
std::optional<Date> parse_date(std::string_view text);

/// Writes `2026-11-20`.
std::string iso_date(Date day);

/// Reads `14:05` or `9:30`, 00:00 to 23:59. Empty when the text has another form.
std::optional<TimeOfDay> parse_time_of_day(std::string_view text);

/// Writes `14:05`.
std::string clock_time(TimeOfDay time);

/// Whole days from one date to another; negative when `to` comes first.
int days_between(Date from, Date to);

/// The date `days` later; earlier when negative.
Date days_after(Date day, int days);

/// The same day of an earlier or later month; the month's last day where it is shorter.
Date months_after(Date day, int months);

/// Whether `zone` names a time zone of the IANA database, such as `Europe/Berlin`.
bool is_time_zone(std::string_view zone);

// A record may name a zone that this machine has not heard of yet. It is taken for UTC then: off by some hours, and
// still in sight.

/// The moment at which a clock in `zone` shows this date and time; the earlier of two when clocks go back, the
/// first moment after the gap when they go forward.
Moment moment_of(Date day, TimeOfDay time, std::string_view zone);

/// The date that a calendar in `zone` shows at `moment`.
Date date_in_zone(Moment moment, std::string_view zone);

/// The time that a clock in `zone` shows at `moment`.
TimeOfDay time_in_zone(Moment moment, std::string_view zone);

} // namespace model
