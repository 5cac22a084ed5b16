#include "app/exchange/scores_file.h"

#include "app/exchange/csv_reader.h"
#include "model/client.h"
#include "model/scoring.h"
#include "model/text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace app {

namespace {

using enum ScoresProblemKind;

constexpr std::array<std::string_view, 5> column_names{"client", "date", "measure", "score", "items"};

/// Where each column stands in the file.
struct Columns {
    std::size_t client = 0;
    std::size_t date = 0;
    std::size_t measure = 0;
    std::optional<std::size_t> score{};
    std::optional<std::size_t> items{};
};

/// A value as it can be shown in a message: short, on one line, and text in any case.
std::string quotable(std::string_view value)
{
    constexpr std::size_t longest = 40;
    if (!model::is_utf8(value)) {
        return {};
    }
    const std::string_view beginning = model::first_characters(value, longest);
    return model::without_controls(beginning) + (beginning.size() < value.size() ? "…" : "");
}

std::variant<Columns, ScoresProblem> read_heading(const CsvRow& heading)
{
    std::map<std::string, std::size_t> places;
    for (std::size_t place = 0; place < heading.fields.size(); ++place) {
        const std::string name = model::trimmed(heading.fields[place]);
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
    const Columns columns{.client = places["client"],
                          .date = places["date"],
                          .measure = places["measure"],
                          .score = place_of("score"),
                          .items = place_of("items")};
    if (!columns.score && !columns.items) {
        return ScoresProblem{.kind = neither_score_nor_items, .line = heading.line, .column = "score"};
    }
    return columns;
}

template <class Number>
std::optional<Number> number_in(const std::string& text)
{
    Number value{};
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

/// Reads `3;2;;1`. Empty when one of them is not a whole number.
std::optional<model::Answers> read_items(const std::string& text)
{
    model::Answers answers;
    std::string_view rest = text;
    while (true) {
        const auto end = rest.find(';');
        const std::string item = model::trimmed(rest.substr(0, end));
        const auto answer = number_in<int>(item);
        if (!item.empty() && !answer) {
            return std::nullopt;
        }
        answers.push_back(answer);
        if (end == std::string_view::npos) {
            return answers;
        }
        rest.remove_prefix(end + 1);
    }
}

char lower_case(char sign)
{
    return sign >= 'A' && sign <= 'Z' ? static_cast<char>(sign - 'A' + 'a') : sign;
}

/// Those whose code or name is `words`, whether in capitals or not. The very code means its measure alone.
std::vector<const model::MeasureDefinition*> measures_called(std::span<const model::MeasureDefinition> measures,
                                                             std::string_view words)
{
    const auto is_same = [words](std::string_view name) {
        return std::ranges::equal(name, words, {}, lower_case, lower_case);
    };
    std::vector<const model::MeasureDefinition*> called;
    for (const model::MeasureDefinition& measure : measures) {
        if (measure.code == words) {
            return {&measure};
        }
        if (is_same(measure.code) || is_same(measure.name)) {
            called.push_back(&measure);
        }
    }
    return called;
}

/// Reads the rows of one file by its heading.
class RowReader {
public:
    RowReader(const CsvRow& heading, const Columns& columns, std::span<const model::MeasureDefinition> measures,
              model::Date today)
        : heading_{heading}, columns_{columns}, measures_{measures}, today_{today}
    {
    }

    std::variant<ScoreRow, ScoresProblem> read(const CsvRow& row)
    {
        if (row.fields.size() != heading_.fields.size()) {
            return ScoresProblem{
                .kind = wrong_field_count, .line = row.line, .value = std::to_string(row.fields.size())};
        }
        for (std::size_t place = 0; place < row.fields.size(); ++place) {
            if (!model::is_utf8(row.fields[place])) {
                return ScoresProblem{
                    .kind = not_utf8, .line = row.line, .column = model::trimmed(heading_.fields[place])};
            }
        }
        row_ = &row;
        read_ = {.line = row.line};
        problem_.reset();
        read_client();
        read_date();
        read_result(read_measure());
        if (!problem_ && !seen_.emplace(read_.client_code, read_.details.taken_on, read_.details.measure).second) {
            refuse(twice_in_file, "measure", read_.details.measure);
        }
        if (problem_) {
            return *problem_;
        }
        return read_;
    }

private:
    std::string field(std::size_t place) const { return model::trimmed(row_->fields[place]); }
    std::string field(std::optional<std::size_t> place) const { return place ? field(*place) : std::string{}; }

    void refuse(ScoresProblemKind kind, std::string_view column, std::string_view value,
                std::optional<model::AnswersRefused> refusal = {})
    {
        if (!problem_) {
            problem_ = ScoresProblem{.kind = kind,
                                     .line = row_->line,
                                     .column = std::string{column},
                                     .value = quotable(value),
                                     .refusal = refusal};
        }
    }

    void read_client()
    {
        read_.client_code = field(columns_.client);
        const auto problem = model::problem_with({.code = read_.client_code}, today_);
        if (problem == model::DetailsProblem::code_missing) {
            refuse(client_missing, "client", "");
        } else if (problem) {
            refuse(client_too_long, "client", read_.client_code);
        } else if (model::without_controls(read_.client_code) != read_.client_code) {
            refuse(client_unreadable, "client", read_.client_code);
        }
    }

    void read_date()
    {
        const std::string text = field(columns_.date);
        const auto day = model::parse_date(text);
        if (!day) {
            refuse(bad_date, "date", text);
            return;
        }
        if (*day > today_) {
            refuse(date_in_future, "date", text);
        }
        read_.details.taken_on = *day;
    }

    const model::MeasureDefinition* read_measure()
    {
        read_.details.measure = field(columns_.measure);
        const auto matches = measures_called(measures_, read_.details.measure);
        if (matches.size() != 1) {
            refuse(matches.empty() ? unknown_measure : ambiguous_measure, "measure", read_.details.measure);
            return nullptr;
        }
        read_.details.measure = matches.front()->code;
        return matches.front();
    }

    void read_result(const model::MeasureDefinition* measure)
    {
        const std::string score = field(columns_.score);
        const std::string items = field(columns_.items);
        if (score.empty() && items.empty()) {
            refuse(score_missing, columns_.score ? "score" : "items", "");
        } else if (!score.empty() && !items.empty()) {
            refuse(score_and_items, "items", items);
        } else if (measure != nullptr && !score.empty()) {
            read_score(*measure, score);
        } else if (measure != nullptr) {
            read_answers(*measure, items);
        }
    }

    void read_score(const model::MeasureDefinition& measure, const std::string& text)
    {
        const auto total = number_in<double>(text);
        if (!total) {
            refuse(bad_number, "score", text);
            return;
        }
        const auto scored = model::score_total(measure, *total);
        if (const auto* refusal = std::get_if<model::AnswersRefused>(&scored)) {
            refuse(refused, "score", text, *refusal);
        }
        read_.details.total = total;
    }

    void read_answers(const model::MeasureDefinition& measure, const std::string& text)
    {
        const auto answers = read_items(text);
        if (!answers) {
            refuse(bad_number, "items", text);
            return;
        }
        const auto scored = model::score(measure, *answers);
        if (const auto* refusal = std::get_if<model::AnswersRefused>(&scored)) {
            refuse(refused, "items", text, *refusal);
        }
        read_.details.answers = *answers;
    }

    const CsvRow& heading_;
    Columns columns_;
    std::span<const model::MeasureDefinition> measures_;
    model::Date today_;
    std::set<std::tuple<std::string, model::Date, std::string>> seen_{};
    const CsvRow* row_ = nullptr;
    ScoreRow read_{};
    std::optional<ScoresProblem> problem_{};
};

} // namespace

std::variant<std::vector<ScoreRow>, ScoresProblem>
read_scores(std::string_view csv, std::span<const model::MeasureDefinition> measures, model::Date today)
{
    const auto parsed = read_csv(csv);
    if (const auto* broken = std::get_if<CsvBroken>(&parsed)) {
        return ScoresProblem{.kind = broken_quotes, .line = broken->line};
    }
    const auto& rows = std::get<std::vector<CsvRow>>(parsed);
    if (rows.empty()) {
        return ScoresProblem{.kind = empty_file, .line = 1};
    }
    const auto heading = read_heading(rows.front());
    if (const auto* problem = std::get_if<ScoresProblem>(&heading)) {
        return *problem;
    }
    RowReader reader{rows.front(), std::get<Columns>(heading), measures, today};
    std::vector<ScoreRow> scores;
    scores.reserve(rows.size() - 1);
    for (const CsvRow& row : std::span{rows}.subspan(1)) {
        auto read = reader.read(row);
        if (auto* problem = std::get_if<ScoresProblem>(&read)) {
            return std::move(*problem);
        }
        scores.push_back(std::get<ScoreRow>(std::move(read)));
    }
    return scores;
}

} // namespace app
