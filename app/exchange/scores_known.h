#pragma once

#include "app/exchange/scores_import.h"

#include <map>
#include <optional>
#include <set>
#include <string>
#include <tuple>
#include <variant>
#include <vector>

namespace app {

/// What the casebook has of one client, or of a new one, and what the rows bring.
struct KnownClient {
    std::string code{};
    std::optional<model::Date> born_on{};
    std::optional<model::EpisodeOfCare> first_episode{};
    std::optional<model::Date> discharged_on{}; ///< The last time; empty while in care.
    std::multimap<std::tuple<model::Date, std::string>, model::AdministrationDetails> kept{}; ///< By day and measure.
    std::set<std::tuple<model::Date, std::string, int>> in_file{};                            ///< Of the rows so far.
    std::vector<const ScoreRow*> new_rows{};

    /// The row with the earliest day; there must be one.
    const ScoreRow& first() const;
};

/// `code` is of a new client, who has no id.
KnownClient known_client(const storage::Casebook& casebook, std::optional<model::ClientId> id, const std::string& code);

/// What becomes of a row of this client, which `known` then knows of.
std::variant<RowTaking, ScoresProblem> take(KnownClient& known, const ScoreRow& row, const ImportChoices& choices);

} // namespace app
