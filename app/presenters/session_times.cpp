#include "app/presenters/session_times.h"

#include "model/text.h"

#include <algorithm>
#include <charconv>
#include <string>

namespace app {

namespace {

using std::chrono::minutes;

constexpr minutes whole_day{24 * 60};

std::optional<int> number_in(std::string_view text)
{
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool is_number = error == std::errc{} && end == text.data() + text.size() && value >= 0;
    return is_number ? std::optional{value} : std::nullopt;
}

/// The text in small letters, without spaces, with `:` where a point parts hours and minutes.
std::string plain(std::string_view text)
{
    std::string plain;
    for (const char sign : text) {
        if (sign >= 'A' && sign <= 'Z') {
            plain += static_cast<char>(sign - 'A' + 'a');
        } else if (sign != ' ') {
            plain += sign == '.' ? ':' : sign;
        }
    }
    return plain;
}

/// Takes `ending` off the end of `text`, if it is there.
bool take_ending(std::string& text, std::string_view ending)
{
    if (!text.ends_with(ending)) {
        return false;
    }
    text.erase(text.size() - ending.size());
    return true;
}

std::optional<model::TimeOfDay> read_24_hours(const std::string& text)
{
    if (const auto time = model::parse_time_of_day(text)) {
        return time;
    }
    const auto number = number_in(text);
    if (!number || text.size() > 4) {
        return std::nullopt;
    }
    const int hour = text.size() <= 2 ? *number : *number / 100;
    const int minute = text.size() <= 2 ? 0 : *number % 100;
    const bool is_time = hour < 24 && minute < 60;
    return is_time ? std::optional{minutes{hour * 60 + minute}} : std::nullopt;
}

} // namespace

std::optional<model::TimeOfDay> read_typed_time(std::string_view text)
{
    std::string time = plain(text);
    const bool is_afternoon = take_ending(time, "pm");
    const bool is_morning = !is_afternoon && take_ending(time, "am");
    const auto read = read_24_hours(time);
    if (!read || !(is_afternoon || is_morning)) {
        return read;
    }
    const auto hour = read->count() / 60;
    if (hour < 1 || hour > 12) {
        return std::nullopt;
    }
    return *read % minutes{12 * 60} + (is_afternoon ? minutes{12 * 60} : minutes{0});
}

std::optional<minutes> read_typed_minutes(std::string_view text)
{
    std::string digits = plain(text);
    take_ending(digits, "min");
    const auto number = number_in(digits);
    const bool is_length = number && *number >= 1 && minutes{*number} <= whole_day;
    return is_length ? std::optional{minutes{*number}} : std::nullopt;
}

model::TimeOfDay end_of(const model::Session& session)
{
    return model::time_in_zone(session.starts() + session.length, session.zone);
}

minutes length_until(const model::Session& session, model::TimeOfDay end)
{
    const auto until = [&](model::Date day) {
        return std::chrono::floor<minutes>(model::moment_of(day, end, session.zone) - session.starts());
    };
    const minutes same_day = until(session.held_on);
    const minutes length = same_day > minutes{0} ? same_day : until(model::days_after(session.held_on, 1));
    return std::clamp(length, minutes{1}, whole_day);
}

model::Session session_just_held(const Clock& clock, const std::optional<model::Session>& last,
                                 std::span<const model::EpisodeOfCare> episodes)
{
    model::Session session;
    session.zone = clock.zone;
    if (last) {
        session.length = last->length;
        session.format = last->format;
    }
    const model::Moment began = clock.now() - session.length;
    const model::TimeOfDay time = model::time_in_zone(began, clock.zone);
    session.held_on = model::date_in_zone(began, clock.zone);
    session.starts_at = time - time % minutes{5};
    session.level_of_care = model::level_of_care_on(episodes, session.held_on);
    return session;
}

} // namespace app
