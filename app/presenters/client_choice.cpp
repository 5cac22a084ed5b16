#include "app/presenters/client_choice.h"

#include "app/presenters/client_name.h"
#include "app/presenters/name_match.h"

#include <utility>

namespace app {

std::vector<ClientChoice> clients_to_choose(const std::vector<model::Client>& clients, model::ClientId besides,
                                            const Names& names, const std::string& filter)
{
    std::vector<ClientChoice> choices;
    for (const model::Client& client : clients) {
        std::string words = name_and_code(client, names);
        if (client.id != besides && !client.is_damaged && matches(filter, words)) {
            choices.push_back({.client = client.id, .words = std::move(words)});
        }
    }
    return choices;
}

} // namespace app
