#include "app/exchange/scores_file.h"

#include "app/exchange/scores_sheet.h"
#include "app/words/typed_time.h"
#include "model/scoring.h"
#include "model/text.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace app {

namespace {

using enum ScoresProblemKind;

/// Reads the rows of one file by its heading.
class RowReader {
public:
    RowReader(const CsvRow& heading, const ScoreColumns& columns, std::span<const model::MeasureDefinition> measures,
              model::Date today, const AnswersFrom& answers_from)
        : heading_{heading}, columns_{columns}, measures_{measures}, today_{today}, answers_from_{answers_from}
    {
    }

    std::variant<ScoreRow, ScoresProblem> read(const CsvRow& row)
    {
        if (row.fields.size() != heading_.fields.size()) {
            return ScoresProblem{.kind = wrong_field_count,
                                 .line = row.line,
                                 .value = std::to_string(row.fields.size()),
                                 .other = std::to_string(heading_.fields.size()),
                                 .has_more = row.fields.size() > heading_.fields.size()};
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
        read_order();
        read_result(read_measure());
        if (!problem_ && is_seen_already()) {
            refuse(twice_in_file, "measure", read_.details.measure);
        }
        if (problem_) {
            return *problem_;
        }
        return read_;
    }

    /// Several of one day stand beside each other only where each says its place.
    bool is_seen_already()
    {
        auto& orders = seen_[{read_.client, read_.details.taken_on, read_.details.measure}];
        const int order = read_.details.order_on_day;
        const bool is_free = orders.empty() || (order != 0 && !orders.contains(0) && !orders.contains(order));
        orders.insert(order);
        return !is_free;
    }

    /// The first measure whose lowest answer is never given in the file: its answers may be counted otherwise.
    std::optional<ScoresProblem> doubt_about_answers() const
    {
        for (const auto& [code, seen] : answers_seen_) {
            if (seen.lowest > seen.measure->answer_lowest) {
                return ScoresProblem{.kind = answers_never_lowest,
                                     .line = seen.line,
                                     .column = "items",
                                     .value = seen.measure->name,
                                     .refusal = out_of_range(*seen.measure, 0, seen.lowest),
                                     .measure = code};
            }
        }
        return std::nullopt;
    }

private:
    /// What the answers to a measure have been so far.
    struct AnswersSeen {
        const model::MeasureDefinition* measure = nullptr;
        std::size_t line = 0; ///< Where the first of them stand.
        int lowest = 0;
    };

    static model::AnswersRefused out_of_range(const model::MeasureDefinition& measure, int item, int answer)
    {
        return {model::AnswerProblem::out_of_range, item, static_cast<double>(answer),
                static_cast<double>(measure.answer_lowest), static_cast<double>(measure.answer_highest)};
    }

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
        read_.client = field(columns_.client);
        if (read_.client.empty()) {
            refuse(client_missing, "client", "");
        } else if (model::without_controls(read_.client) != read_.client) {
            refuse(client_unreadable, "client", read_.client);
        }
    }

    void read_date()
    {
        const std::string text = field(columns_.date);
        const auto day = day_in(text);
        if (!day) {
            refuse(bad_date, "date", text);
            return;
        }
        if (*day > today_) {
            refuse(date_in_future, "date", text);
        } else if (*day < model::earliest_record_day) {
            refuse(date_too_early, "date", text);
        }
        read_.details.taken_on = *day;
    }

    void read_order()
    {
        if (const std::string text = field(columns_.time); !text.empty()) {
            const auto time = read_typed_time(text, model::HourClock::of_24);
            if (!time) {
                refuse(bad_time, "time", text);
                return;
            }
            read_.details.order_on_day = order_of_midnight + static_cast<int>(time->count());
        }
        if (const std::string text = field(columns_.order); !text.empty()) {
            const auto order = whole_number_in(text);
            if (!order || *order < 1 || *order >= order_of_midnight) {
                refuse(bad_order, "order", text);
                return;
            }
            read_.details.order_on_day = *order;
        }
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
        const auto total = decimal_in(text);
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
        const auto said = answers_from_.of(measure);
        const int shift = said.value_or(measure.answer_lowest) - measure.answer_lowest;
        read_.details.answers = *answers;
        // Spreadsheets end a line with separators, which then stand behind the last answer.
        while (read_.details.answers.size() > measure.items.size() && !read_.details.answers.back()) {
            read_.details.answers.pop_back();
        }
        for (auto& answer : read_.details.answers) {
            if (answer) {
                *answer -= shift;
            }
        }
        const auto scored = model::score(measure, read_.details.answers);
        if (const auto* refusal = std::get_if<model::AnswersRefused>(&scored)) {
            refuse_answers(measure, *refusal, shift, text);
        }
        if (!said) {
            note_lowest(measure);
        }
    }

    void refuse_answers(const model::MeasureDefinition& measure, model::AnswersRefused refusal, int shift,
                        const std::string& text)
    {
        const bool is_out_of_range = refusal.problem == model::AnswerProblem::out_of_range;
        if (is_out_of_range) {
            // As they stand in the file.
            refusal.value += shift;
            refusal.lowest += shift;
            refusal.highest += shift;
        }
        const bool may_be_counted_otherwise =
            is_out_of_range && !answers_from_.of(measure) && refusal.value > refusal.highest;
        refuse(may_be_counted_otherwise ? answer_above_highest : refused, "items", text, refusal);
        problem_->measure = measure.code;
    }

    void note_lowest(const model::MeasureDefinition& measure)
    {
        for (const auto& answer : read_.details.answers) {
            if (answer) {
                const auto [seen, is_new] = answers_seen_.try_emplace(measure.code, &measure, row_->line, *answer);
                seen->second.lowest = std::min(seen->second.lowest, *answer);
            }
        }
    }

    const CsvRow& heading_;
    ScoreColumns columns_;
    std::span<const model::MeasureDefinition> measures_;
    model::Date today_;
    const AnswersFrom& answers_from_;
    std::map<std::string, AnswersSeen> answers_seen_{};
    std::map<std::tuple<std::string, model::Date, std::string>, std::set<int>> seen_{}; ///< Places on the day.
    const CsvRow* row_ = nullptr;
    ScoreRow read_{};
    std::optional<ScoresProblem> problem_{};
};

} // namespace

std::optional<int> AnswersFrom::of(const model::MeasureDefinition& measure) const
{
    if (const auto said = of_measure.find(measure.code); said != of_measure.end()) {
        return said->second;
    }
    const bool can_be_meant =
        of_others && (*of_others == measure.answer_lowest || *of_others == measure.answer_lowest + 1);
    return can_be_meant ? of_others : std::nullopt;
}

std::variant<std::vector<ScoreRow>, ScoresProblem> read_scores(std::string_view csv,
                                                               std::span<const model::MeasureDefinition> measures,
                                                               model::Date today, const AnswersFrom& answers_from,
                                                               const storage::Progress& progress)
{
    constexpr std::size_t rows_between_news = 500;
    if (is_workbook_file(csv)) {
        return ScoresProblem{.kind = is_workbook, .line = 1};
    }
    const std::string text = without_separator_line(csv);
    const auto parsed = read_sheet(text, separator_of(text));
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
    RowReader reader{rows.front(), std::get<ScoreColumns>(heading), measures, today, answers_from};
    std::vector<ScoreRow> scores;
    scores.reserve(rows.size() - 1);
    for (const CsvRow& row : std::span{rows}.subspan(1)) {
        if (scores.size() % rows_between_news == 0) {
            progress.reach(static_cast<double>(scores.size()) / static_cast<double>(rows.size()));
        }
        auto read = reader.read(row);
        if (auto* problem = std::get_if<ScoresProblem>(&read)) {
            return std::move(*problem);
        }
        scores.push_back(std::get<ScoreRow>(std::move(read)));
    }
    if (const auto doubt = reader.doubt_about_answers()) {
        return *doubt;
    }
    return scores;
}

} // namespace app
