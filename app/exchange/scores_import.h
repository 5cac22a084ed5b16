#pragma once

#include "app/exchange/scores_file.h"
#include "app/words/imported_scores.h"
#include "app/words/scores_problem.h"
#include "storage/casebook.h"
#include "storage/progress.h"

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// How the rows are to be taken.
struct ImportChoices {
    std::vector<std::string> new_clients{}; ///< Codes of clients that the casebook does not have, however they look.
    /// Who is meant by what stands in the file, however it is spelt: the code of a client of the casebook, or one of
    /// `new_clients`.
    std::map<std::string, std::string> clients{};
    bool skip_known = false; ///< Rows that the casebook has already are left out; one that contradicts it is a problem.
    /// The day of admission of clients who are new, whom only an import admitted, or who have scores before it.
    std::optional<model::Date> admitted{};
    std::map<std::string, model::Date> admitted_clients{}; ///< The same for one client, by code, however it is spelt.
    bool skip_contradicting = false; ///< Rows that the casebook has otherwise are left out as well; its own stay.
    bool dry_run = false;            ///< Nothing is kept.
};

/// What becomes of a row.
enum class RowTaking { is_new, is_known, contradicts };

/// A row, and whose it is.
struct TakenRow {
    const ScoreRow& row;
    RowTaking taking{};
    std::size_t client_number = 0;           ///< The same for all rows of one client, from 0.
    std::optional<model::ClientId> client{}; ///< Empty for a new one.
    std::string new_code{};                  ///< Of a new client.
};

/// When rows are imported.
struct ImportTime {
    model::Moment now{};
    model::Date today{}; ///< As the practice's calendar shows it at that moment.
};

/// Who looks on while rows are imported.
struct ImportWatch {
    std::function<void(const TakenRow&)> take = [](const TakenRow&) {}; ///< Each row, in the order of the file.
    storage::Progress progress{};                                       ///< Of what is kept.
};

/// Puts the rows into the casebook, all of them or none. The column of clients holds a client's code, however it is
/// spelt, or a name or preferred name that one client alone has. Anything else is the code of a new client, with an
/// episode of care from their first date in the rows; unless it is among `new_clients`, it is a problem when it looks
/// like another code, or not like a code at all: a blank in it, or more than 12 characters.
///
/// Admissions: that of a new client is the day of the first score, and moves when an import brings an earlier one, so
/// that the order of imports does not matter. Where a person entered it, earlier scores are a problem until `choices`
/// say which day it is; those before it then lie outside.
std::variant<ImportedScores, ScoresProblem> import_scores(storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                                          const ImportTime& time, const ImportChoices& choices = {},
                                                          const ImportWatch& watch = {});

} // namespace app
