#include "storage/clients.h"

#include "storage/client_code.h"
#include "storage/sorting_key.h"
#include "storage/storage_error.h"

#include <algorithm>
#include <string_view>
#include <tuple>
#include <utility>

namespace storage {

namespace {

model::Client read_client(const Statement& query)
{
    return {.id = query.read<model::ClientId>("id"), .details = read_details(query)};
}

void bind_details_and_key(Statement& statement, const model::ClientDetails& details)
{
    bind_details(statement, details);
    statement.bind(":code_key", code_key(details.code));
}

} // namespace

model::ClientDetails read_details(const Statement& query)
{
    return {
        .code = query.read<std::string>("code"),
        .name = query.read<std::string>("name"),
        .preferred_name = query.read<std::string>("preferred_name"),
        .pronouns = query.read<std::string>("pronouns"),
        .born_on = query.read<std::optional<model::Date>>("born_on"),
        .contact = query.read<std::string>("contact"),
        .emergency_contact = query.read<std::string>("emergency_contact"),
        .guardian = query.read<std::string>("guardian"),
        .referrer = query.read<std::string>("referrer"),
        .reason_for_care = query.read<std::string>("reason_for_care"),
        .diagnosis = query.read<std::string>("diagnosis"),
        .consents = query.read<std::string>("consents"),
        .safety_plan = query.read<std::string>("safety_plan"),
    };
}

void bind_details(Statement& statement, const model::ClientDetails& details)
{
    statement.bind(":code", details.code);
    statement.bind(":name", details.name);
    statement.bind(":preferred_name", details.preferred_name);
    statement.bind(":pronouns", details.pronouns);
    statement.bind(":born_on", details.born_on);
    statement.bind(":contact", details.contact);
    statement.bind(":emergency_contact", details.emergency_contact);
    statement.bind(":guardian", details.guardian);
    statement.bind(":referrer", details.referrer);
    statement.bind(":reason_for_care", details.reason_for_care);
    statement.bind(":diagnosis", details.diagnosis);
    statement.bind(":consents", details.consents);
    statement.bind(":safety_plan", details.safety_plan);
}

model::Client client(Record& file, model::ClientId id)
{
    Statement query{file, R"(
        SELECT id, code, name, preferred_name, pronouns, born_on, contact, emergency_contact, guardian, referrer,
               reason_for_care, diagnosis, consents, safety_plan
          FROM sound_client
         WHERE id = :id)"};
    query.bind(":id", id);
    if (!query.step()) {
        throw missing(file, "client", id.value);
    }
    return read_client(query);
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
    Statement insert{file, R"(
        INSERT INTO client (code, code_key, name, preferred_name, pronouns, born_on, contact, emergency_contact,
                            guardian, referrer, reason_for_care, diagnosis, consents, safety_plan)
        VALUES (:code, :code_key, :name, :preferred_name, :pronouns, :born_on, :contact, :emergency_contact, :guardian,
                :referrer, :reason_for_care, :diagnosis, :consents, :safety_plan))"};
    bind_details_and_key(insert, details);
    return {insert.insert()};
}

void change_details(Record& file, model::ClientId id, const model::ClientDetails& details)
{
    Statement update{file, R"(
        UPDATE client
           SET code = :code, code_key = :code_key, name = :name, preferred_name = :preferred_name, pronouns = :pronouns, born_on = :born_on,
               contact = :contact, emergency_contact = :emergency_contact, guardian = :guardian, referrer = :referrer,
               reason_for_care = :reason_for_care, diagnosis = :diagnosis, consents = :consents,
               safety_plan = :safety_plan
         WHERE id = :id)"};
    bind_details_and_key(update, details);
    update.bind(":id", id);
    if (update.run() == 0) {
        throw StorageError{StorageErrorKind::not_found, "client " + std::to_string(id.value)};
    }
}

} // namespace storage
