#include "model/calendar.h"

#include <date/tz.h>

#include <algorithm>
#include <cassert>
#include <cctype>
#include <charconv>
#include <stdexcept>

namespace model {

namespace {

/// The number that `text` consists of, when it is digits only.
std::optional<int> digits(std::string_view text)
{
    int value = 0;
    const bool all_digits =
        !text.empty() && std::ranges::all_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
    if (!all_digits || std::from_chars(text.data(), text.data() + text.size(), value).ec != std::errc{}) {
        return std::nullopt;
    }
    return value;
}

/// Null when this machine does not know the zone.
const date::time_zone* zone_named(std::string_view zone)
{
    try {
        return date::locate_zone(std::string{zone});
    } catch (const std::runtime_error&) {
        return nullptr;
    }
}

date::local_seconds local_time_in(Moment moment, std::string_view zone)
{
    const auto* place = zone_named(zone);
    return place != nullptr ? place->to_local(moment) : date::local_seconds{moment.time_since_epoch()};
}

std::string two_digits(long value)
{
    return (value < 10 ? "0" : "") + std::to_string(value);
}

} // namespace

std::optional<Date> parse_date(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') {
        return std::nullopt;
    }
    const auto year = digits(text.substr(0, 4));
    const auto month = digits(text.substr(5, 2));
    const auto day = digits(text.substr(8, 2));
    if (!year || !month || !day) {
        return std::nullopt;
    }
    const Date parsed{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                      date::day{static_cast<unsigned>(*day)}};
    return parsed.ok() ? std::optional{parsed} : std::nullopt;
}

std::string iso_date(Date day)
{
    std::string year = std::to_string(static_cast<int>(day.year()));
    year.insert(0, year.size() < 4 ? 4 - year.size() : 0, '0');
    return year + "-" + two_digits(static_cast<unsigned>(day.month())) + "-" +
           two_digits(static_cast<unsigned>(day.day()));
}

std::optional<TimeOfDay> parse_time_of_day(std::string_view text)
{
    const auto colon = text.find(':');
    if (colon == std::string_view::npos || colon > 2 || text.size() != colon + 3) {
        return std::nullopt;
    }
    const auto hour = digits(text.substr(0, colon));
    const auto minute = digits(text.substr(colon + 1));
    if (!hour || !minute || *hour > 23 || *minute > 59) {
        return std::nullopt;
    }
    return std::chrono::hours{*hour} + std::chrono::minutes{*minute};
}

std::string clock_time(TimeOfDay time)
{
    assert(time >= TimeOfDay{0} && time < std::chrono::hours{24});
    return two_digits(time.count() / 60) + ":" + two_digits(time.count() % 60);
}

int days_between(Date from, Date to)
{
    return static_cast<int>((date::sys_days{to} - date::sys_days{from}).count());
}

Date days_after(Date day, int days)
{
    return date::sys_days{day} + date::days{days};
}

Date months_after(Date day, int months)
{
    const auto moved = day + date::months{months};
    return moved.ok() ? moved : Date{moved.year() / moved.month() / date::last};
}

bool is_time_zone(std::string_view zone)
{
    return zone_named(zone) != nullptr;
}

Moment moment_of(Date day, TimeOfDay time, std::string_view zone)
{
    const auto* place = zone_named(zone);
    if (place == nullptr) {
        return date::sys_days{day} + time;
    }
    return std::chrono::floor<std::chrono::seconds>(
        place->to_sys(date::local_days{day} + time, date::choose::earliest));
}

Date date_in_zone(Moment moment, std::string_view zone)
{
    return Date{date::floor<date::days>(local_time_in(moment, zone))};
}

TimeOfDay time_in_zone(Moment moment, std::string_view zone)
{
    const auto local = local_time_in(moment, zone);
    return date::floor<std::chrono::minutes>(local - date::floor<date::days>(local));
}

} // namespace model
