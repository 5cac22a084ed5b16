#pragma once

#include "app/words/scores_problem.h"
#include "model/administration.h"
#include "model/calendar.h"
#include "model/measure.h"
#include "storage/casebook.h"

#include <cstddef>
#include <optional>
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

/// Reads the whole file; the first problem ends it. Items stand in the order of the form, parted by semicolons, an
/// empty one left unanswered.
std::variant<std::vector<ScoreRow>, ScoresProblem>
read_scores(std::string_view csv, std::span<const model::MeasureDefinition> measures, model::Date today);

/// What an import did, or would do.
struct ImportedScores {
    std::size_t scores = 0;
    std::vector<std::string> new_clients{}; ///< Codes, in the order of the file.

    bool operator==(const ImportedScores&) const = default;
};

/// Puts the rows into the casebook, all of them or none. An unknown client code makes a client with an episode of care
/// from the first date in the rows. With `dry_run` nothing is kept.
std::variant<ImportedScores, ScoresProblem> import_scores(storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                                          model::Moment now, bool dry_run);

} // namespace app
