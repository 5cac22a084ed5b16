#include "app/exchange/scores_file.h"

#include "app/exchange/score_dates.h"
#include "app/exchange/score_row_reader.h"
#include "app/exchange/scores_sheet.h"

#include <utility>

namespace app {

namespace {

using enum ScoresProblemKind;
using Rows = std::span<const CsvRow>;

std::variant<std::vector<ScoreRow>, ScoresProblem> read_rows(ScoreRowReader& reader, Rows rows,
                                                             const storage::Progress& progress)
{
    constexpr std::size_t rows_between_news = 500;
    std::vector<ScoreRow> scores;
    scores.reserve(rows.size());
    for (const CsvRow& row : rows) {
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
                                                               model::Date today, const ReadingChoices& choices,
                                                               const ReadingWatch& watch)
{
    if (is_workbook_file(csv)) {
        return ScoresProblem{.kind = is_workbook, .line = 1};
    }
    const std::string text = without_separator_line(csv);
    const auto parsed = read_sheet(text, separator_of(text));
    if (const auto* broken = std::get_if<CsvBroken>(&parsed)) {
        return ScoresProblem{.kind = broken_quotes, .line = broken->line};
    }
    const auto& sheet = std::get<std::vector<CsvRow>>(parsed);
    if (sheet.empty()) {
        return ScoresProblem{.kind = empty_file, .line = 1};
    }
    const auto heading = read_heading(sheet.front());
    if (const auto* problem = std::get_if<ScoresProblem>(&heading)) {
        return *problem;
    }
    const auto& columns = std::get<ScoreColumns>(heading);
    const Rows rows = Rows{sheet}.subspan(1);
    ReadingChoices settled = choices;
    if (!settled.dates) {
        const auto order = order_of_dates(rows, columns.date);
        if (const auto* problem = std::get_if<ScoresProblem>(&order)) {
            return *problem;
        }
        if (const auto& dates = std::get<std::optional<SettledDates>>(order)) {
            settled.dates = dates->order;
            watch.settle(*dates);
        }
    }
    ScoreRowReader reader{sheet.front(), columns, measures, today, settled};
    return read_rows(reader, rows, watch.progress);
}

} // namespace app
