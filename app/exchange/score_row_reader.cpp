#include "app/exchange/score_row_reader.h"

#include "app/exchange/score_dates.h"
#include "app/exchange/score_measures.h"
#include "app/words/typed_time.h"
#include "model/scoring.h"
#include "model/text.h"

#include <algorithm>

namespace app {

namespace {

using enum ScoresProblemKind;

model::AnswersRefused out_of_range(const model::MeasureDefinition& measure, int item, int answer)
{
    return {model::AnswerProblem::out_of_range, item, static_cast<double>(answer),
            static_cast<double>(measure.answer_lowest), static_cast<double>(measure.answer_highest)};
}

} // namespace

ScoreRowReader::ScoreRowReader(const CsvRow& heading, const ScoreColumns& columns,
                               std::span<const model::MeasureDefinition> measures, model::Date today,
                               const ReadingChoices& choices)
    : heading_{heading}, columns_{columns}, measures_{measures}, today_{today}, choices_{choices}
{
}

std::variant<ScoreRow, ScoresProblem> ScoreRowReader::read(const CsvRow& row)
{
    row_ = &row;
    read_ = {.line = row.line};
    problem_ = problem_with_fields();
    if (problem_) {
        return *problem_;
    }
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

std::optional<ScoresProblem> ScoreRowReader::problem_with_fields() const
{
    const auto& fields = row_->fields;
    if (fields.size() != heading_.fields.size()) {
        return ScoresProblem{.kind = wrong_field_count,
                             .line = row_->line,
                             .value = std::to_string(fields.size()),
                             .other = std::to_string(heading_.fields.size()),
                             .has_more = fields.size() > heading_.fields.size()};
    }
    const auto wrong = std::ranges::find_if_not(fields, model::is_utf8);
    if (wrong == fields.end()) {
        return std::nullopt;
    }
    const auto place = static_cast<std::size_t>(wrong - fields.begin());
    return ScoresProblem{.kind = not_utf8, .line = row_->line, .column = model::trimmed(heading_.fields[place])};
}

bool ScoreRowReader::is_seen_already()
{
    auto& orders = seen_[{read_.client, read_.details.taken_on, read_.details.measure}];
    const int order = read_.details.order_on_day;
    const bool is_free = orders.empty() || (order != 0 && !orders.contains(0) && !orders.contains(order));
    orders.insert(order);
    return !is_free;
}

std::optional<ScoresProblem> ScoreRowReader::doubt_about_answers() const
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

std::string ScoreRowReader::field(std::size_t place) const
{
    return model::trimmed(row_->fields[place]);
}

std::string ScoreRowReader::field(std::optional<std::size_t> place) const
{
    return place ? field(*place) : std::string{};
}

void ScoreRowReader::refuse(ScoresProblemKind kind, std::string_view column, std::string_view value)
{
    if (!problem_) {
        problem_ =
            ScoresProblem{.kind = kind, .line = row_->line, .column = std::string{column}, .value = quotable(value)};
    }
}

void ScoreRowReader::read_client()
{
    read_.client = field(columns_.client);
    if (read_.client.empty()) {
        refuse(client_missing, "client", "");
    } else if (model::without_controls(read_.client) != read_.client) {
        refuse(client_unreadable, "client", read_.client);
    }
}

void ScoreRowReader::read_date()
{
    const std::string text = field(columns_.date);
    const auto day = day_in(text, choices_.dates);
    if (!day) {
        const bool is_first_problem = !problem_;
        refuse(why_no_day(text, choices_.dates), "date", text);
        problem_->order = is_first_problem ? choices_.dates : problem_->order;
        return;
    }
    if (*day > today_) {
        refuse(date_in_future, "date", text);
    } else if (*day < model::earliest_record_day) {
        refuse(date_too_early, "date", text);
    }
    read_.details.taken_on = *day;
}

void ScoreRowReader::read_order()
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

const model::MeasureDefinition* ScoreRowReader::read_measure()
{
    const std::string text = field(columns_.measure);
    const auto [known, is_first] = called_.try_emplace(text);
    if (is_first) {
        known->second = measures_called(measures_, text);
    }
    const auto& called = known->second;
    read_.details.measure = called.size() == 1 ? called.front()->code : text;
    if (called.size() == 1) {
        return called.front();
    }
    const bool is_first_problem = !problem_;
    refuse(called.empty() ? unknown_measure : ambiguous_measure, "measure", text);
    if (is_first_problem && called.empty()) {
        problem_->other = nearest_measure(measures_, text).value_or("");
    }
    return nullptr;
}

void ScoreRowReader::read_result(const model::MeasureDefinition* measure)
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

void ScoreRowReader::read_score(const model::MeasureDefinition& measure, const std::string& text)
{
    const auto total = decimal_in(text);
    if (!total) {
        refuse(bad_number, "score", text);
        return;
    }
    const auto scored = model::score_total(measure, *total);
    const auto* refusal = std::get_if<model::AnswersRefused>(&scored);
    if (refusal != nullptr && !problem_) {
        refuse(refused, "score", text);
        problem_->refusal = *refusal;
    }
    read_.details.total = total;
}

void ScoreRowReader::read_answers(const model::MeasureDefinition& measure, const std::string& text)
{
    const auto answers = read_items(text);
    if (!answers) {
        refuse(bad_number, "items", text);
        return;
    }
    const auto said = choices_.answers_from.of(measure);
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
    const auto* refusal = std::get_if<model::AnswersRefused>(&scored);
    if (refusal != nullptr && !problem_) {
        refuse_answers(measure, *refusal, shift, text);
    }
    if (!said) {
        note_lowest(measure);
    }
}

void ScoreRowReader::refuse_answers(const model::MeasureDefinition& measure, model::AnswersRefused refusal, int shift,
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
        is_out_of_range && !choices_.answers_from.of(measure) && refusal.value > refusal.highest;
    refuse(may_be_counted_otherwise ? answer_above_highest : refused, "items", text);
    problem_->refusal = refusal;
    problem_->measure = measure.code;
}

void ScoreRowReader::note_lowest(const model::MeasureDefinition& measure)
{
    for (const auto& answer : read_.details.answers) {
        if (answer) {
            const auto [seen, is_new] = answers_seen_.try_emplace(measure.code, &measure, row_->line, *answer);
            seen->second.lowest = std::min(seen->second.lowest, *answer);
        }
    }
}

} // namespace app
