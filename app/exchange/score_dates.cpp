#include "app/exchange/score_dates.h"

#include "app/exchange/scores_sheet.h"
#include "model/text.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace app {

namespace {

using enum ScoresProblemKind;
using model::DateOrder;

/// Three numbers between two signs.
struct DateParts {
    std::array<int, 3> numbers{};
    std::array<std::size_t, 3> digits{};
};

std::optional<DateParts> parts_of(const std::string& text, char sign)
{
    DateParts parts;
    std::size_t start = 0;
    for (std::size_t part = 0; part < parts.numbers.size(); ++part) {
        const bool is_last = part + 1 == parts.numbers.size();
        const std::size_t end = is_last ? text.size() : text.find(sign, start);
        if (end == std::string::npos) {
            return std::nullopt;
        }
        const auto number = whole_number_in(text.substr(start, end - start));
        if (!number || *number < 0) {
            return std::nullopt;
        }
        parts.numbers.at(part) = *number;
        parts.digits.at(part) = end - start;
        start = end + 1;
    }
    return parts;
}

/// Spreadsheets put a time of midnight behind a day that has none.
std::string without_midnight(const std::string& text)
{
    static constexpr std::array<std::string_view, 5> midnights{"00:00", "00:00:00", "0:00", "0:00:00", "12:00:00 AM"};
    const std::size_t end = text.find_first_of(" T");
    const std::string_view rest =
        end == std::string::npos ? std::string_view{} : std::string_view{text}.substr(end + 1);
    return std::ranges::find(midnights, rest) == midnights.end() ? text : text.substr(0, end);
}

constexpr std::size_t digits_of_year = 4;

std::optional<model::Date> day_of(int year, int month, int day)
{
    const model::Date date{::date::year{year}, ::date::month{static_cast<unsigned>(month)},
                           ::date::day{static_cast<unsigned>(day)}};
    constexpr int most_of_a_part = 31;
    return std::max(month, day) <= most_of_a_part && date.ok() ? std::optional{date} : std::nullopt;
}

std::optional<model::Date> day_of(const DateParts& parts, DateOrder order)
{
    const auto& [first, second, year] = parts.numbers;
    if (parts.digits.back() != digits_of_year) {
        return std::nullopt;
    }
    return order == DateOrder::day_first ? day_of(year, second, first) : day_of(year, first, second);
}

/// The days that a date between slashes can mean.
struct Senses {
    std::optional<model::Date> day_first{};
    std::optional<model::Date> month_first{};
};

Senses senses_of(const std::string& text)
{
    const auto parts = parts_of(without_midnight(text), '/');
    return parts ? Senses{day_of(*parts, DateOrder::day_first), day_of(*parts, DateOrder::month_first)} : Senses{};
}

/// A row's date, and what it can mean.
struct Found {
    std::size_t line = 0;
    std::string text{};
    Senses senses{};
};

ScoresProblem contradiction(const Found& one, const Found& other)
{
    const Found& later = one.line < other.line ? other : one;
    const Found& earlier = one.line < other.line ? one : other;
    const bool is_day_first = later.senses.day_first.has_value();
    const auto day = is_day_first ? later.senses.day_first : later.senses.month_first;
    return {.kind = dates_contradict,
            .line = later.line,
            .column = "date",
            .value = quotable(later.text),
            .other = quotable(earlier.text),
            .days = {*day},
            .order = is_day_first ? DateOrder::day_first : DateOrder::month_first,
            .other_line = earlier.line};
}

} // namespace

std::optional<model::Date> day_in(const std::string& text, std::optional<DateOrder> order)
{
    const std::string day = without_midnight(text);
    if (const auto parts = parts_of(day, '.')) {
        return day_of(*parts, DateOrder::day_first);
    }
    const auto parts = parts_of(day, '/');
    if (!parts) {
        return model::parse_date(day);
    }
    if (parts->digits.front() == digits_of_year) {
        return day_of(parts->numbers[0], parts->numbers[1], parts->numbers[2]);
    }
    const auto senses = senses_of(day);
    if (!order) {
        return senses.day_first == senses.month_first ? senses.day_first : std::nullopt;
    }
    return *order == DateOrder::day_first ? senses.day_first : senses.month_first;
}

ScoresProblemKind why_no_day(const std::string& text, std::optional<DateOrder> order)
{
    constexpr std::size_t digits_of_short_year = 2;
    const std::string day = without_midnight(text);
    for (const char sign : {'.', '/'}) {
        const auto parts = parts_of(day, sign);
        if (parts && parts->digits.back() == digits_of_short_year && parts->digits.front() <= digits_of_short_year) {
            return date_short_year;
        }
    }
    const auto senses = senses_of(day);
    return order && (senses.day_first || senses.month_first) ? date_in_other_order : bad_date;
}

std::variant<std::optional<SettledDates>, ScoresProblem> order_of_dates(std::span<const CsvRow> rows, std::size_t place)
{
    std::optional<Found> day_first;
    std::optional<Found> month_first;
    std::optional<Found> unclear;
    for (const CsvRow& row : rows) {
        const std::string text = place < row.fields.size() ? model::trimmed(row.fields[place]) : std::string{};
        const Senses senses = senses_of(text);
        if (senses.day_first == senses.month_first) {
            continue;
        }
        auto& first_of_its_kind = !senses.month_first ? day_first : !senses.day_first ? month_first : unclear;
        if (!first_of_its_kind) {
            first_of_its_kind = Found{row.line, text, senses};
        }
    }
    if (day_first && month_first) {
        return contradiction(*day_first, *month_first);
    }
    if (day_first) {
        return SettledDates{.order = DateOrder::day_first, .line = day_first->line};
    }
    if (month_first) {
        return SettledDates{.order = DateOrder::month_first, .line = month_first->line};
    }
    if (unclear) {
        return ScoresProblem{.kind = dates_ambiguous,
                             .line = unclear->line,
                             .column = "date",
                             .value = quotable(unclear->text),
                             .days = {*unclear->senses.day_first, *unclear->senses.month_first}};
    }
    return std::optional<SettledDates>{};
}

} // namespace app
