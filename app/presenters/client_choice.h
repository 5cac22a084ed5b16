#pragma once

#include "app/presenters/workplace.h"

#include <string>
#include <vector>

namespace app {

/// A client in a list to choose from.
struct ClientChoice {
    model::ClientId client{};
    std::string words{}; ///< "Ada Lind · A-001"; the code alone while names are hidden.

    bool operator==(const ClientChoice&) const = default;
};

/// Those of `clients` in whose words every word of `filter` stands, in their order. Left out is `besides`, and whoever
/// has a damaged record.
std::vector<ClientChoice> clients_to_choose(const std::vector<model::Client>& clients, model::ClientId besides,
                                            const Names& names, const std::string& filter);

} // namespace app
