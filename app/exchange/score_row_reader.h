#pragma once

#include "app/exchange/scores_file.h"
#include "app/exchange/scores_sheet.h"

#include <cstddef>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>
#include <vector>

namespace app {

/// Reads the rows of one file by its heading.
class ScoreRowReader {
public:
    /// All of it must outlive the reader.
    ScoreRowReader(const CsvRow& heading, const ScoreColumns& columns,
                   std::span<const model::MeasureDefinition> measures, model::Date today,
                   const ReadingChoices& choices);

    std::variant<ScoreRow, ScoresProblem> read(const CsvRow& row);

    /// The first measure whose lowest answer is never given in the file: its answers may be counted otherwise.
    std::optional<ScoresProblem> doubt_about_answers() const;

private:
    /// What the answers to a measure have been so far.
    struct AnswersSeen {
        const model::MeasureDefinition* measure = nullptr;
        std::size_t line = 0; ///< Where the first of them stand.
        int lowest = 0;
    };

    std::string field(std::size_t place) const;
    std::string field(std::optional<std::size_t> place) const;
    void refuse(ScoresProblemKind kind, std::string_view column, std::string_view value);

    std::optional<ScoresProblem> problem_with_fields() const;
    void read_client();
    void read_date();
    void read_order();
    const model::MeasureDefinition* read_measure();
    void read_result(const model::MeasureDefinition* measure);
    void read_score(const model::MeasureDefinition& measure, const std::string& text);
    void read_answers(const model::MeasureDefinition& measure, const std::string& text);
    void refuse_answers(const model::MeasureDefinition& measure, model::AnswersRefused refusal, int shift,
                        const std::string& text);
    void note_lowest(const model::MeasureDefinition& measure);
    /// Several of one day stand beside each other only where each says its place.
    bool is_seen_already();

    const CsvRow& heading_;
    const ScoreColumns columns_;
    const std::span<const model::MeasureDefinition> measures_;
    const model::Date today_;
    const ReadingChoices& choices_;
    std::map<std::string, std::vector<const model::MeasureDefinition*>> called_{}; ///< By what stands in the file.
    std::map<std::string, AnswersSeen> answers_seen_{};
    std::map<std::tuple<std::string, model::Date, std::string>, std::set<int>> seen_{}; ///< Places on the day.
    const CsvRow* row_ = nullptr;
    ScoreRow read_{};
    std::optional<ScoresProblem> problem_{};
};

} // namespace app
