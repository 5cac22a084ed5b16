#include "app/words/dates.h"

namespace app {

namespace {

std::string_view month_name(model::Date day)
{
    return month_names.at(static_cast<unsigned>(day.month()) - 1);
}

std::string with_month(model::Date day, std::string_view month)
{
    return std::to_string(static_cast<unsigned>(day.day())) + " " + std::string{month} + " " +
           std::to_string(static_cast<int>(day.year()));
}

} // namespace

std::string short_date(model::Date day)
{
    return with_month(day, month_name(day).substr(0, 3));
}

std::string long_date(model::Date day)
{
    return with_month(day, month_name(day));
}

std::string weekday_date(model::Date day)
{
    const auto name = weekday_names.at(date::weekday{date::sys_days{day}}.c_encoding());
    return std::string{name.substr(0, 3)} + " " + short_date(day);
}

std::string time_words(model::TimeOfDay time, model::HourClock hours)
{
    const std::string of_24 = model::clock_time(time);
    if (hours == model::HourClock::of_24) {
        return of_24;
    }
    const auto hour = time.count() / 60;
    return std::to_string(hour % 12 == 0 ? 12 : hour % 12) + of_24.substr(2) + (hour < 12 ? " am" : " pm");
}

std::string date_and_time(model::Moment moment, const model::ClockFace& clock)
{
    return short_date(model::date_in_zone(moment, clock.zone)) + ", " +
           time_words(model::time_in_zone(moment, clock.zone), clock.hours);
}

std::string unreadable_date_words(std::string_view what)
{
    return std::string{what} + " cannot be read, or is not in the calendar. Please write it like 20 Nov 2026.";
}

} // namespace app
