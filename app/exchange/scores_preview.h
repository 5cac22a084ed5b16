#pragma once

#include "app/exchange/scores_import.h"

#include <optional>
#include <string>
#include <vector>

namespace app {

/// What a file of scores brings for one client.
struct ClientScores {
    std::optional<model::ClientId> client{};  ///< Empty for a new one.
    std::string new_code{};                   ///< Of a new client.
    std::size_t scores = 0;                   ///< New ones.
    std::size_t known = 0;                    ///< In the casebook already.
    std::size_t contradicting = 0;            ///< The casebook has others in their place.
    std::vector<std::string> measures{};      ///< Codes of those that the new scores are of, in the order of the file.
    std::optional<model::Date> first_score{}; ///< Of the new ones.
    std::optional<model::Date> last_score{};

    bool operator==(const ClientScores&) const = default;
};

/// Adds up, client by client, what becomes of the rows of a file.
class ScoresPreview {
public:
    void add(const TakenRow& row);

    const std::vector<ClientScores>& clients() const { return clients_; } ///< In the order of the file.

private:
    std::vector<ClientScores> clients_{};
};

} // namespace app
