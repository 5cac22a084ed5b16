#include "storage/clients.h"

#include "storage/client_code.h"
#include "storage/fields.h"
#include "storage/sorting_key.h"
#include "storage/storage_error.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace storage {

namespace {

void bind_details_and_key(Statement& statement, const model::ClientDetails& details)
{
    bind_fields(statement, details);
    statement.bind(":code_key", code_key(details.code));
}

} // namespace

model::Client client(Record& file, model::ClientId id)
{
    const std::string sql = "SELECT " + columns_of<model::ClientDetails>() + " FROM sound_client WHERE id = :id";
    Statement query{file, sql};
    query.bind(":id", id);
    if (!query.step()) {
        throw missing(file, "client", id.value);
    }
    return {.id = id, .details = read_fields<model::ClientDetails>(query)};
}

std::vector<model::Client> clients_by_name(Record& file)
{
    Statement query{file, "SELECT id, code, name, preferred_name, is_sound FROM sealed_client"};
    std::vector<std::pair<std::string, model::Client>> keyed;
    while (query.step()) {
        model::Client client{.id = query.read<model::ClientId>("id"), .is_damaged = !query.read<bool>("is_sound")};
        if (!client.is_damaged) {
            client.details = {.code = query.read<std::string>("code"),
                              .name = query.read<std::string>("name"),
                              .preferred_name = query.read<std::string>("preferred_name")};
        }
        std::string key = sorting_key(client.shown_name());
        keyed.emplace_back(std::move(key), std::move(client));
    }
    std::ranges::sort(keyed, {}, [](const auto& one) {
        const auto& [key, client] = one;
        return std::tuple<std::string_view, std::string_view, model::ClientId>{key, client.shown_name(), client.id};
    });
    std::vector<model::Client> clients;
    clients.reserve(keyed.size());
    for (auto& one : keyed) {
        clients.push_back(std::move(one.second));
    }
    return clients;
}

std::optional<model::ClientId> client_with_code(Record& file, const std::string& code)
{
    Statement query{file, "SELECT id FROM sound_client WHERE code_key = :key"};
    query.bind(":key", code_key(code));
    if (query.step()) {
        return query.read<model::ClientId>("id");
    }
    // A client who was merged is known by the old code as well.
    Statement merged{file, R"(
        SELECT into_client_id
          FROM sound_client_merge
         WHERE code_key = :key
         ORDER BY id DESC
         LIMIT 1)"};
    merged.bind(":key", code_key(code));
    return merged.step() ? std::optional{merged.read<model::ClientId>("into_client_id")} : std::nullopt;
}

std::vector<KnownCode> known_codes(Record& file)
{
    Statement query{file, R"(
        SELECT code, id AS client FROM sound_client
        UNION ALL
        SELECT code, into_client_id AS client FROM sound_client_merge)"};
    std::vector<KnownCode> codes;
    while (query.step()) {
        codes.push_back({.code = query.read<std::string>("code"), .client = query.read<model::ClientId>("client")});
    }
    return codes;
}

model::ClientId add_client(Record& file, const model::ClientDetails& details)
{
    const std::string sql = insertion_into<model::ClientDetails>("client", "code_key");
    Statement insert{file, sql};
    bind_details_and_key(insert, details);
    return {insert.insert()};
}

void change_details(Record& file, model::ClientId id, const model::ClientDetails& details)
{
    const std::string sql =
        "UPDATE client SET code_key = :code_key, " + assignments_of<model::ClientDetails>() + " WHERE id = :id";
    Statement update{file, sql};
    bind_details_and_key(update, details);
    update.bind(":id", id);
    if (update.run() == 0) {
        throw StorageError{StorageErrorKind::not_found, "client " + std::to_string(id.value)};
    }
}

} // namespace storage
