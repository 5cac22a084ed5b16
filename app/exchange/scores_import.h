#pragma once

#include "app/exchange/scores_file.h"
#include "app/words/scores_problem.h"
#include "storage/casebook.h"

#include <cstddef>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// What an import did, or would do.
struct ImportedScores {
    std::size_t scores = 0;
    std::vector<std::string> new_clients{}; ///< Codes, in the order of the file.
    std::size_t notices = 0;                ///< Raised by the answers; 0 on a dry run.

    bool operator==(const ImportedScores&) const = default;
};

/// Puts the rows into the casebook, all of them or none. An unknown client code makes a client with an episode of care
/// from the first date in the rows. With `dry_run` nothing is kept.
std::variant<ImportedScores, ScoresProblem> import_scores(storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                                          model::Moment now, bool dry_run);

} // namespace app
