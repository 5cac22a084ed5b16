#pragma once

#include "app/words/scores_problem.h"
#include "model/administration.h"
#include "model/calendar.h"
#include "model/measure.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Scores from other programs: a CSV file with the columns `client,date,measure` and `score` or `items`.
namespace app {

/// A row of the file: one filling-in of a measure.
struct ScoreRow {
    std::size_t line = 0; ///< Of the file, from 1.
    std::string client_code{};
    model::AdministrationDetails details{};

    bool operator==(const ScoreRow&) const = default;
};

/// Reads the whole file; the first problem ends it. A measure is given by its code or its name, in capitals or not.
/// Items stand in the order of the form, parted by semicolons, an empty one left unanswered.
std::variant<std::vector<ScoreRow>, ScoresProblem>
read_scores(std::string_view csv, std::span<const model::MeasureDefinition> measures, model::Date today);

} // namespace app
