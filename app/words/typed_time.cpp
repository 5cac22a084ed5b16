#include "app/words/typed_time.h"

#include "app/words/dates.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace app {

namespace {

using model::HourClock;
using std::chrono::minutes;

constexpr minutes whole_day{24 * 60};
constexpr minutes half_day{12 * 60};

/// What follows a time of 12 hours, the longest first.
struct HalfOfDay {
    std::string_view ending;
    bool is_afternoon;
};
constexpr std::array halves{
    HalfOfDay{.ending = "am", .is_afternoon = false}, HalfOfDay{.ending = "pm", .is_afternoon = true},
    HalfOfDay{.ending = "a", .is_afternoon = false}, HalfOfDay{.ending = "p", .is_afternoon = true}};

/// The number that `text` is, when it is digits only.
std::optional<int> whole_number(std::string_view text)
{
    int value = 0;
    const bool is_digits =
        !text.empty() && std::ranges::all_of(text, [](char sign) { return sign >= '0' && sign <= '9'; });
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return is_digits && error == std::errc{} ? std::optional{value} : std::nullopt;
}

/// The text in small letters, without spaces.
std::string close_together(std::string_view text)
{
    std::string plain;
    for (const char sign : text) {
        if (sign != ' ') {
            plain += sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
        }
    }
    return plain;
}

/// Takes am or pm off the end of `text`, also written `p.m.`; says whether it is the afternoon.
std::optional<bool> take_half(std::string& text)
{
    std::string letters = text;
    std::erase(letters, '.');
    for (const HalfOfDay& half : halves) {
        if (letters.ends_with(half.ending)) {
            text.erase(text.find(half.ending.front()));
            while (text.ends_with('.')) {
                text.pop_back();
            }
            return half.is_afternoon;
        }
    }
    return std::nullopt;
}

/// The digits of hour and minute; those of the minute are empty where none are written.
struct ClockDigits {
    std::string hour{};
    std::string minute{};
    bool is_parted = false; ///< By a colon or a point.
};

std::optional<ClockDigits> clock_digits(const std::string& text)
{
    const auto sign = text.find_first_of(":.");
    const bool is_parted = sign != std::string::npos;
    const auto hour_size = is_parted ? sign : text.size() <= 2 ? text.size() : text.size() - 2;
    const ClockDigits digits{.hour = text.substr(0, hour_size),
                             .minute = text.substr(is_parted ? sign + 1 : hour_size),
                             .is_parted = is_parted};
    const bool is_good = whole_number(digits.hour) && digits.hour.size() <= 2 && digits.minute.size() <= 2 &&
                         (digits.minute.empty() || whole_number(digits.minute));
    return is_good ? std::optional{digits} : std::nullopt;
}

TypedTime time_fault(TimeFault fault, std::string at_fault = {})
{
    return {.fault = fault, .at_fault = std::move(at_fault)};
}

std::string digital(int hour, int minute)
{
    return std::to_string(hour) + (minute < 10 ? ":0" : ":") + std::to_string(minute);
}

FieldRemark unreadable_minutes()
{
    return {.words = "Minutes are a number from 1 to 1440.", .is_wrong = true};
}

} // namespace

TypedTime read_time(std::string_view text, HourClock hours)
{
    std::string typed = close_together(text);
    if (typed.empty()) {
        return time_fault(TimeFault::empty);
    }
    const auto afternoon = take_half(typed);
    const auto digits = clock_digits(typed);
    if (!digits) {
        return time_fault(TimeFault::unreadable);
    }
    if (digits->is_parted && digits->minute.size() < 2) {
        return time_fault(afternoon ? TimeFault::unreadable : TimeFault::unfinished);
    }
    const int hour = whole_number(digits->hour).value();
    const int minute = whole_number(digits->minute).value_or(0);
    const bool is_of_12 = hour >= 1 && hour <= 12;
    if (hour > 23 || minute > 59 || (afternoon && !is_of_12)) {
        return time_fault(TimeFault::no_such_time, digital(hour, minute) + (!afternoon   ? ""
                                                                            : *afternoon ? " pm"
                                                                                         : " am"));
    }
    const minutes time{hour * 60 + minute};
    if (afternoon) {
        return {.time = time % half_day + (*afternoon ? half_day : minutes{0})};
    }
    return hours == HourClock::of_12 && is_of_12 ? time_fault(TimeFault::which_half, digital(hour, minute))
                                                 : TypedTime{.time = time};
}

std::optional<model::TimeOfDay> read_typed_time(std::string_view text, HourClock hours)
{
    return read_time(text, hours).time;
}

std::optional<minutes> read_typed_minutes(std::string_view text)
{
    std::string digits = close_together(text);
    if (digits.ends_with("min")) {
        digits.erase(digits.size() - 3);
    }
    const auto number = whole_number(digits);
    const bool is_length = number && *number >= 1 && minutes{*number} <= whole_day;
    return is_length ? std::optional{minutes{*number}} : std::nullopt;
}

FieldRemark remark_on_time(std::string_view text, HourClock hours, bool is_typing)
{
    const bool is_24 = hours == HourClock::of_24;
    const TypedTime read = read_time(text, hours);
    if (read.time) {
        return {.words = "= " + time_words(*read.time, hours)};
    }
    const std::string example = is_24 ? "14:30, 1430 or 2:30 pm" : "2:30 pm, 2p or 14:30";
    switch (read.fault.value()) {
    case TimeFault::empty:
        return {};
    case TimeFault::unfinished:
    case TimeFault::unreadable:
        return is_typing && read.fault == TimeFault::unfinished
                   ? FieldRemark{.words = "Like " + example}
                   : FieldRemark{.words = "This is not a time. Write it like " + example + ".", .is_wrong = true};
    case TimeFault::no_such_time:
        return {.words =
                    "There is no " + read.at_fault + (is_24 ? ". Use 0:00 to 23:59." : ". Use 12:00 am to 11:59 pm."),
                .is_wrong = true};
    case TimeFault::which_half:
        return {.words = read.at_fault + " am or pm?", .is_wrong = !is_typing};
    }
    return {};
}

FieldRemark remark_on_minutes(std::string_view text, bool is_typing)
{
    if (const auto length = read_typed_minutes(text)) {
        return {.words = "= " + std::to_string(length->count()) + " min"};
    }
    const bool is_begun = close_together(text).empty();
    return is_begun && is_typing ? FieldRemark{} : unreadable_minutes();
}

} // namespace app
