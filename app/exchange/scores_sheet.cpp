#include "app/exchange/scores_sheet.h"

#include "model/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdlib>
#include <map>

namespace app {

namespace {

using enum ScoresProblemKind;

constexpr std::array<std::string_view, 7> column_names{"client", "date", "measure", "score", "items", "time", "order"};

char lower_case(char sign)
{
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
}

/// A column's name as it is known here, whatever its capitals and the blanks around it.
std::string column_name(std::string_view field)
{
    std::string name = model::trimmed(field);
    std::ranges::transform(name, name.begin(), lower_case);
    return name;
}

bool is_blank(const std::string& field)
{
    return model::trimmed(field).empty();
}

template <class Number>
std::optional<Number> number_in(const std::string& text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

} // namespace

bool is_workbook_file(std::string_view file)
{
    constexpr std::string_view packed = "PK\x03\x04";         // .xlsx and .ods
    constexpr std::string_view compound = "\xD0\xCF\x11\xE0"; // .xls
    return file.starts_with(packed) || file.starts_with(compound);
}

std::string without_separator_line(std::string_view csv)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    const std::size_t start = csv.starts_with(byte_order_mark) ? byte_order_mark.size() : 0;
    const std::string_view first = csv.substr(start, csv.find_first_of("\r\n", start) - start);
    constexpr std::size_t length = 5; // sep=;
    const bool is_separator_line = first.size() == length && column_name(first.substr(0, length - 1)) == "sep=";
    return std::string{csv.substr(is_separator_line ? start + length : 0)};
}

char separator_of(std::string_view csv)
{
    constexpr std::string_view line_ends = "\r\n";
    csv.remove_prefix(std::min(csv.find_first_not_of(line_ends), csv.size()));
    const std::string_view heading = csv.substr(0, csv.find_first_of(line_ends));
    char likeliest = ',';
    std::size_t most = 0;
    for (const char separator : {',', ';', '\t', '|'}) {
        const auto columns = static_cast<std::size_t>(std::ranges::count(heading, separator));
        if (columns > most) {
            likeliest = separator;
            most = columns;
        }
    }
    return likeliest;
}

std::variant<std::vector<CsvRow>, CsvBroken> read_sheet(std::string_view csv, char separator)
{
    auto parsed = read_csv(csv, separator);
    auto* rows = std::get_if<std::vector<CsvRow>>(&parsed);
    if (rows == nullptr) {
        return parsed;
    }
    std::erase_if(*rows, [](const CsvRow& row) { return std::ranges::all_of(row.fields, is_blank); });
    if (rows->empty()) {
        return parsed;
    }
    auto& heading = rows->front().fields;
    while (is_blank(heading.back())) {
        heading.pop_back();
    }
    const bool are_items_last = separator == ';' && column_name(heading.back()) == "items";
    for (CsvRow& row : *rows) {
        auto& fields = row.fields;
        // An answer that was left out at the end of the form is no superfluous separator.
        while (!are_items_last && fields.size() > heading.size() && is_blank(fields.back())) {
            fields.pop_back();
        }
        while (are_items_last && fields.size() > heading.size()) {
            // Answers between semicolons, as the separator is.
            fields.at(heading.size() - 1) += ';' + fields.at(heading.size());
            fields.erase(fields.begin() + static_cast<std::ptrdiff_t>(heading.size()));
        }
    }
    return parsed;
}

std::string quotable(std::string_view value)
{
    constexpr std::size_t longest = 40;
    if (!model::is_utf8(value)) {
        return {};
    }
    const std::string_view beginning = model::first_characters(value, longest);
    return model::without_controls(beginning) + (beginning.size() < value.size() ? "…" : "");
}

std::variant<ScoreColumns, ScoresProblem> read_heading(const CsvRow& heading)
{
    std::map<std::string, std::size_t> places;
    for (std::size_t place = 0; place < heading.fields.size(); ++place) {
        const std::string name = column_name(heading.fields[place]);
        if (!model::is_utf8(name)) {
            return ScoresProblem{.kind = not_utf8, .line = heading.line, .column = std::to_string(place + 1)};
        }
        if (std::ranges::find(column_names, name) == column_names.end()) {
            return ScoresProblem{.kind = column_unknown, .line = heading.line, .column = quotable(name)};
        }
        if (!places.emplace(name, place).second) {
            return ScoresProblem{.kind = column_twice, .line = heading.line, .column = name};
        }
    }
    for (const std::string needed : {"client", "date", "measure"}) {
        if (!places.contains(needed)) {
            return ScoresProblem{.kind = column_missing, .line = heading.line, .column = needed};
        }
    }
    const auto place_of = [&](const std::string& name) {
        const auto found = places.find(name);
        return found == places.end() ? std::nullopt : std::optional{found->second};
    };
    const ScoreColumns columns{.client = places["client"],
                               .date = places["date"],
                               .measure = places["measure"],
                               .score = place_of("score"),
                               .items = place_of("items"),
                               .time = place_of("time"),
                               .order = place_of("order")};
    if (!columns.score && !columns.items) {
        return ScoresProblem{.kind = neither_score_nor_items, .line = heading.line, .column = "score"};
    }
    if (columns.time && columns.order) {
        return ScoresProblem{.kind = time_and_order, .line = heading.line, .column = "order"};
    }
    return columns;
}

std::optional<int> whole_number_in(const std::string& text)
{
    return number_in<int>(text);
}

std::optional<double> decimal_in(std::string text)
{
    if (std::ranges::count(text, ',') == 1 && text.find('.') == std::string::npos) {
        text.at(text.find(',')) = '.';
    }
    return number_in<double>(text);
}

std::optional<model::Answers> read_items(const std::string& text)
{
    // No form has so large an answer, and to count from elsewhere stays within the numbers there are.
    constexpr long largest_answer = 1'000'000;
    const char separator = text.find(';') != std::string::npos ? ';' : text.find(',') != std::string::npos ? ',' : ' ';
    model::Answers answers;
    std::string_view rest = text;
    while (true) {
        const auto end = rest.find(separator);
        const std::string item = model::trimmed(rest.substr(0, end));
        const auto answer = number_in<int>(item);
        const bool is_answer = answer && std::abs(static_cast<long>(*answer)) <= largest_answer;
        if (!item.empty() && !is_answer) {
            return std::nullopt;
        }
        answers.push_back(answer);
        if (end == std::string_view::npos) {
            return answers;
        }
        rest.remove_prefix(end + 1);
    }
}

} // namespace app
