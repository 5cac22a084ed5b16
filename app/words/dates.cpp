#include "app/words/dates.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <vector>

namespace app {

namespace {

constexpr std::array<std::string_view, 12> month_names{"January",   "February", "March",    "April",
                                                       "May",       "June",     "July",     "August",
                                                       "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekday_names{"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};

std::string_view month_name(model::Date day)
{
    return month_names.at(static_cast<unsigned>(day.month()) - 1);
}

std::string with_month(model::Date day, std::string_view month)
{
    return std::to_string(static_cast<unsigned>(day.day())) + " " + std::string{month} + " " +
           std::to_string(static_cast<int>(day.year()));
}

std::vector<std::string> parts_of(std::string_view text)
{
    std::vector<std::string> parts(1);
    for (const char sign : text) {
        if (sign == ' ' || sign == '.' || sign == ',') {
            parts.emplace_back();
        } else {
            parts.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(sign)));
        }
    }
    std::erase(parts, "");
    return parts;
}

std::optional<int> number_in(const std::string& text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

std::optional<int> month_in(const std::string& text)
{
    if (const auto number = number_in(text)) {
        return number;
    }
    for (std::size_t index = 0; index < month_names.size(); ++index) {
        std::string name{month_names.at(index)};
        name.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(name.front())));
        if (text.size() >= 3 && name.starts_with(text)) {
            return static_cast<int>(index) + 1;
        }
    }
    return std::nullopt;
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
    return std::string{weekday_names.at(date::weekday{date::sys_days{day}}.c_encoding())} + " " + short_date(day);
}

std::string date_and_time(model::Moment moment, std::string_view zone)
{
    return short_date(model::date_in_zone(moment, zone)) + ", " + model::clock_time(model::time_in_zone(moment, zone));
}

std::optional<model::Date> read_typed_date(std::string_view text)
{
    if (const auto iso = model::parse_date(text)) {
        return iso;
    }
    const auto parts = parts_of(text);
    if (parts.size() != 3 || parts[2].size() != 4) {
        return std::nullopt;
    }
    const auto day = number_in(parts[0]);
    const auto month = month_in(parts[1]);
    const auto year = number_in(parts[2]);
    if (!day || !month || !year || *day < 1 || *day > 31 || *month < 1 || *month > 12) {
        return std::nullopt;
    }
    const model::Date typed{date::year{*year}, date::month{static_cast<unsigned>(*month)},
                            date::day{static_cast<unsigned>(*day)}};
    return typed.ok() ? std::optional{typed} : std::nullopt;
}

std::string unreadable_date_words(std::string_view what)
{
    return std::string{what} + " cannot be read, or is not in the calendar. Please write it like 20 Nov 2026.";
}

} // namespace app
