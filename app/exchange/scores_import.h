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

/// How the rows are to be taken.
struct ImportChoices {
    std::vector<std::string> new_clients{}; ///< Codes of clients that the casebook does not have, however they look.
    bool skip_known = false; ///< Rows that the casebook has already are left out; one that contradicts it is a problem.
    bool dry_run = false;    ///< Nothing is kept.
};

/// What an import did, or would do.
struct ImportedScores {
    std::size_t scores = 0;                 ///< New ones.
    std::size_t known = 0;                  ///< Left out because they are in the casebook.
    std::vector<std::string> new_clients{}; ///< Codes, in the order of the file.
    std::size_t notices = 0;                ///< Raised by the answers; 0 on a dry run.

    bool operator==(const ImportedScores&) const = default;
};

/// Puts the rows into the casebook, all of them or none. The column of clients holds a client's code, however it is
/// spelt, or a name or preferred name that one client alone has. Anything else is the code of a new client, with an
/// episode of care from their first date in the rows; unless it is among `new_clients`, it is a problem when it looks
/// like another code, or not like a code at all: a blank in it, or more than 12 characters.
std::variant<ImportedScores, ScoresProblem> import_scores(storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                                          model::Moment now, const ImportChoices& choices = {});

} // namespace app
