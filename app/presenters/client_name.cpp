#include "app/presenters/client_name.h"

#include "app/words/activity_words.h"
#include "app/words/isolated.h"

namespace app {

std::string name_or_number(const std::map<model::ClientId, model::Client>& clients, model::ClientId client,
                           const Names& names)
{
    const auto found = clients.find(client);
    return found == clients.end() || found->second.is_damaged ? activity_words::unknown_client(client.value)
                                                              : names.shown(found->second);
}

std::string name_and_code(const model::Client& client, const Names& names)
{
    const std::string name = names.shown(client);
    return name == client.details.code ? name : isolated(name) + " · " + isolated(client.details.code);
}

} // namespace app
