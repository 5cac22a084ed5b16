#include "app/words/typed_date.h"

#include "app/words/dates.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

namespace app {

namespace {

using model::DateOrder;

/// A run of letters or of digits, in small letters.
struct DateToken {
    std::string text{};
    bool is_number = false;
    bool touches_last = false; ///< Nothing stands between it and the token before.
};

constexpr bool is_digit(char sign)
{
    return sign >= '0' && sign <= '9';
}

char small(char sign)
{
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
}

/// The tokens; none when there is a sign that no date has, or two signs where one should part them.
std::optional<std::vector<DateToken>> tokens_of(std::string_view text)
{
    std::vector<DateToken> tokens;
    int signs = 1; // A sign in front parts nothing.
    bool is_apart = true;
    for (const char sign : text) {
        const bool is_letter = small(sign) >= 'a' && small(sign) <= 'z';
        if (is_letter || is_digit(sign)) {
            if (is_apart || tokens.back().is_number != is_digit(sign)) {
                tokens.push_back({.is_number = is_digit(sign), .touches_last = !is_apart});
            }
            tokens.back().text += small(sign);
            signs = 0;
            is_apart = false;
            continue;
        }
        const bool is_sign = sign == '.' || sign == ',' || sign == '/' || sign == '-';
        if ((!is_sign && sign != ' ') || (is_sign && ++signs > 1)) {
            return std::nullopt;
        }
        is_apart = true;
    }
    return tokens;
}

bool is_beginning_of(std::string_view text, std::string_view word)
{
    return text.size() <= word.size() && std::ranges::equal(text, word.substr(0, text.size()), {}, small, small);
}

/// The place of the name that `text` is, or is short for by at least three letters.
template <std::size_t size>
std::optional<int> place_among(const std::array<std::string_view, size>& names, std::string_view text)
{
    const auto found = std::ranges::find_if(names, [&](std::string_view name) { return is_beginning_of(text, name); });
    const bool is_named = text.size() >= 3 && found != names.end();
    return is_named ? std::optional{static_cast<int>(found - names.begin())} : std::nullopt;
}

bool begins_any(std::span<const std::string_view> names, std::string_view text)
{
    return std::ranges::any_of(names, [&](std::string_view name) { return is_beginning_of(text, name); });
}

/// Days that are named by where they lie from today.
struct NearDay {
    std::string_view name;
    int days;
};
constexpr std::array near_days{NearDay{.name = "today", .days = 0}, NearDay{.name = "yesterday", .days = -1},
                               NearDay{.name = "tomorrow", .days = 1}};

/// The forms of a date. On the left what stands there: n is a number of one or two digits, Y one of four, m the name of
/// a month. On the right what each is: the day, the month, the year, or the first and the second in the practice's
/// order.
struct DateForm {
    std::string_view tokens;
    std::string_view parts;
};
constexpr std::array date_forms{
    DateForm{.tokens = "nm", .parts = "dm"},   DateForm{.tokens = "mn", .parts = "md"},
    DateForm{.tokens = "nmn", .parts = "dmy"}, DateForm{.tokens = "nmY", .parts = "dmy"},
    DateForm{.tokens = "mnn", .parts = "mdy"}, DateForm{.tokens = "mnY", .parts = "mdy"},
    DateForm{.tokens = "Ymn", .parts = "ymd"}, DateForm{.tokens = "Ynn", .parts = "ymd"},
    DateForm{.tokens = "nn", .parts = "12"},   DateForm{.tokens = "nnn", .parts = "12y"},
    DateForm{.tokens = "nnY", .parts = "12y"},
};

bool is_beginning_of_form(std::string_view tokens)
{
    return std::ranges::any_of(date_forms, [&](const DateForm& form) { return form.tokens.starts_with(tokens); });
}

/// The numbers of a date.
struct DateParts {
    int day = 0;
    int month = 0;
    std::optional<int> year{};
    bool is_short_year = false;
};

TypedDate date_fault(DateFault fault, std::string at_fault = {})
{
    return {.fault = fault, .at_fault = std::move(at_fault)};
}

std::optional<model::Date> day_of(const DateParts& parts, int year)
{
    const model::Date day{date::year{year}, date::month{static_cast<unsigned>(parts.month)},
                          date::day{static_cast<unsigned>(parts.day)}};
    return day.ok() ? std::optional{day} : std::nullopt;
}

/// The whole year that one of two digits stands for.
int long_year(const DateParts& parts, const DateReading& how)
{
    const int this_year = static_cast<int>(how.today.year());
    const bool is_birth = how.meaning == DateMeaning::birth;
    const int last = is_birth ? this_year : this_year + 20;
    const int year = last - (last - *parts.year) % 100;
    const auto day = day_of(parts, year);
    return is_birth && day && *day > how.today ? year - 100 : year;
}

/// The day nearest to today in the direction that is meant.
std::optional<model::Date> nearest_day(const DateParts& parts, const DateReading& how)
{
    constexpr int years_between_leap_days = 8; // 1896 to 1904.
    const bool is_past = how.meaning == DateMeaning::past;
    for (int away = 0; away <= years_between_leap_days; ++away) {
        const auto day = day_of(parts, static_cast<int>(how.today.year()) + (is_past ? -away : away));
        if (day && (is_past ? *day <= how.today : *day >= how.today)) {
            return day;
        }
    }
    return std::nullopt;
}

TypedDate date_of(const DateParts& parts, const DateReading& how)
{
    constexpr int leap_year = 2000;
    if (parts.month < 1 || parts.month > 12) {
        return date_fault(DateFault::no_such_month, std::to_string(parts.month));
    }
    const std::string month{month_names.at(static_cast<std::size_t>(parts.month) - 1).substr(0, 3)};
    const std::string words = std::to_string(parts.day) + " " + month;
    if (!day_of(parts, leap_year)) {
        return date_fault(DateFault::no_such_day, words);
    }
    if (!parts.year) {
        return how.meaning == DateMeaning::birth ? date_fault(DateFault::year_missing)
                                                 : TypedDate{.day = nearest_day(parts, how)};
    }
    const int year = parts.is_short_year ? long_year(parts, how) : *parts.year;
    const model::Date earliest = how.meaning == DateMeaning::birth ? earliest_typed_day : model::earliest_record_day;
    if (year < static_cast<int>(earliest.year()) || year > static_cast<int>(latest_typed_day.year())) {
        return date_fault(DateFault::year_too_far, std::to_string(year));
    }
    const auto day = day_of(parts, year);
    return day ? TypedDate{.day = day} : date_fault(DateFault::no_such_day, words + " " + std::to_string(year));
}

DateParts parts_of(const DateForm& form, std::span<const DateToken> tokens, DateOrder order)
{
    const bool is_day_first = order == DateOrder::day_first;
    DateParts parts;
    for (std::size_t index = 0; index < form.parts.size(); ++index) {
        const std::string& text = tokens[index].text;
        const char part = form.parts[index];
        const int value = tokens[index].is_number ? std::stoi(text) : place_among(month_names, text).value() + 1;
        if (part == 'y') {
            parts.year = value;
            parts.is_short_year = text.size() == 2;
        } else if (part == 'd' || part == (is_day_first ? '1' : '2')) {
            parts.day = value;
        } else {
            parts.month = value;
        }
    }
    return parts;
}

/// Takes away what says nothing: a weekday in front, `of`, and the letters after 28th.
void drop_small_words(std::vector<DateToken>& tokens)
{
    constexpr std::array<std::string_view, 4> endings{"st", "nd", "rd", "th"};
    for (std::size_t index = 0; index < tokens.size();) {
        const DateToken& token = tokens[index];
        const bool is_after_number = index > 0 && tokens[index - 1].is_number;
        const bool is_ending =
            is_after_number && token.touches_last && std::ranges::find(endings, token.text) != endings.end();
        const bool is_weekday =
            index == 0 && tokens.size() > 1 && !token.is_number && place_among(weekday_names, token.text);
        if (is_ending || is_weekday || (is_after_number && token.text == "of")) {
            tokens.erase(tokens.begin() + static_cast<std::ptrdiff_t>(index));
        } else {
            ++index;
        }
    }
}

/// As in `DateForm`; `?` for what has no place in any.
char sign_of(const DateToken& token)
{
    if (!token.is_number) {
        return place_among(month_names, token.text) ? 'm' : '?';
    }
    return token.text.size() <= 2 ? 'n' : token.text.size() == 4 ? 'Y' : '?';
}

/// Whether more keys may make a date of it.
bool is_unfinished(const std::vector<DateToken>& tokens, const std::string& signs)
{
    const std::string before = signs.substr(0, signs.size() - 1);
    if (before.find('?') != std::string::npos) {
        return false;
    }
    const std::string& last = tokens.back().text;
    if (!tokens.back().is_number) {
        const bool is_first = tokens.size() == 1;
        const bool is_word =
            is_first && (begins_any(weekday_names, last) || std::ranges::any_of(near_days, [&](const NearDay& near) {
                             return is_beginning_of(last, near.name);
                         }));
        return is_word || (begins_any(month_names, last) && is_beginning_of_form(before + "m"));
    }
    return is_beginning_of_form(signs) || (last.size() == 3 && is_beginning_of_form(before + "Y"));
}

std::string_view trimmed_spaces(std::string_view text)
{
    constexpr std::string_view spaces = " \t\r\n";
    const auto begin = text.find_first_not_of(spaces);
    return begin == std::string_view::npos ? std::string_view{}
                                           : text.substr(begin, text.find_last_not_of(spaces) - begin + 1);
}

} // namespace

TypedDate read_date(std::string_view text, const DateReading& how)
{
    const std::string_view typed = trimmed_spaces(text);
    if (typed.empty()) {
        return date_fault(DateFault::empty);
    }
    auto tokens = tokens_of(typed);
    if (!tokens || tokens->empty()) {
        return date_fault(DateFault::unreadable);
    }
    for (const NearDay& near : near_days) {
        if (tokens->size() == 1 && tokens->front().text == near.name) {
            return {.day = model::days_after(how.today, near.days)};
        }
    }
    drop_small_words(*tokens);
    std::string signs;
    std::ranges::transform(*tokens, std::back_inserter(signs), sign_of);
    const auto form = std::ranges::find(date_forms, signs, &DateForm::tokens);
    if (form == date_forms.end()) {
        return date_fault(is_unfinished(*tokens, signs) ? DateFault::unfinished : DateFault::unreadable);
    }
    const auto year = form->parts.find('y');
    const bool lacks_a_digit = year != std::string_view::npos && (*tokens)[year].text.size() == 1;
    return lacks_a_digit ? date_fault(DateFault::unfinished) : date_of(parts_of(*form, *tokens, how.order), how);
}

std::optional<model::Date> read_typed_date(std::string_view text, const DateReading& how)
{
    return read_date(text, how).day;
}

namespace {

std::string example(const DateReading& how)
{
    const bool is_birth = how.meaning == DateMeaning::birth;
    const bool is_day_first = how.order == DateOrder::day_first;
    if (is_birth) {
        return is_day_first ? "14 Mar 1985 or 14/3/1985" : "14 Mar 1985 or 3/14/1985";
    }
    return is_day_first ? "28 Nov or 28/11/26" : "28 Nov or 11/28/26";
}

std::string words_for(const TypedDate& read, const DateReading& how)
{
    const bool is_day_first = how.order == DateOrder::day_first;
    switch (read.fault.value()) {
    case DateFault::empty:
        return {};
    case DateFault::unfinished:
    case DateFault::unreadable:
        return "This is not a date. Write it like " + example(how) + ".";
    case DateFault::no_such_month:
        return "There is no month " + read.at_fault +
               (is_day_first ? ". The day comes first here: 28/11/26." : ". The month comes first here: 11/28/26.");
    case DateFault::no_such_day:
        return "There is no " + read.at_fault + ".";
    case DateFault::year_missing:
        return "Please add the year.";
    case DateFault::year_too_far:
        return "The year " + read.at_fault + " is too far away.";
    }
    return {};
}

} // namespace

FieldRemark remark_on_date(std::string_view text, const DateReading& how, bool is_typing)
{
    const TypedDate read = read_date(text, how);
    if (read.day) {
        return {.words = "= " + weekday_date(*read.day)};
    }
    const bool is_half_typed = read.fault == DateFault::unfinished || read.fault == DateFault::year_missing;
    if (is_half_typed && is_typing) {
        return {.words = "Like " + example(how)};
    }
    return {.words = words_for(read, how), .is_wrong = read.fault != DateFault::empty};
}

std::string calendar_button_words()
{
    return "Calendar (Alt+Down)";
}

std::string calendar_description()
{
    return "Alt+Down opens a calendar.";
}

std::string calendar_keys()
{
    return "Arrow keys choose, Enter takes, Esc leaves";
}

} // namespace app
