#include "storage/client_versions.h"

#include "storage/clients.h"

namespace storage {

namespace {

void add_version(Record& file, model::ClientId client, const model::ClientVersion& version)
{
    Statement insert{file, R"(
        INSERT INTO client_version (client_id, code, name, preferred_name, pronouns, born_on, contact,
                                    emergency_contact, guardian, referrer, reason_for_care, diagnosis, consents,
                                    safety_plan, is_of_merged, replaced_at, author)
        VALUES (:client, :code, :name, :preferred_name, :pronouns, :born_on, :contact, :emergency_contact, :guardian,
                :referrer, :reason_for_care, :diagnosis, :consents, :safety_plan, :is_of_merged, :replaced_at,
                :author))"};
    insert.bind(":client", client);
    bind_details(insert, version.details);
    insert.bind(":is_of_merged", version.is_of_merged);
    insert.bind(":replaced_at", version.replaced_at);
    insert.bind(":author", version.by);
    insert.insert();
}

/// When the newest version was kept.
std::optional<model::Moment> last_kept_at(Record& file, model::ClientId client)
{
    Statement query{file, "SELECT max(replaced_at) AS last FROM sound_client_version WHERE client_id = :client"};
    query.bind(":client", client);
    query.step();
    return query.read<std::optional<model::Moment>>("last");
}

} // namespace

std::vector<model::ClientVersion> versions_of(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT code, name, preferred_name, pronouns, born_on, contact, emergency_contact, guardian, referrer,
               reason_for_care, diagnosis, consents, safety_plan, is_of_merged, replaced_at, author
          FROM sound_client_version
         WHERE client_id = :client
         ORDER BY id DESC)"};
    query.bind(":client", client);
    std::vector<model::ClientVersion> versions;
    while (query.step()) {
        versions.push_back({
            .details = read_details(query),
            .is_of_merged = query.read<bool>("is_of_merged"),
            .replaced_at = query.read<model::Moment>("replaced_at"),
            .by = query.read<std::string>("author"),
        });
    }
    return versions;
}

void keep_version(Record& file, model::ClientId client, const model::ClientDetails& before,
                  const model::ClientDetails& after, const std::string& author, model::Moment now)
{
    if (model::is_worth_keeping(before, after, last_kept_at(file, client), now)) {
        add_version(file, client, {.details = before, .replaced_at = now, .by = author});
    }
}

void keep_version_before_merge(Record& file, model::ClientId client, const model::ClientDetails& details,
                               const std::string& author, model::Moment now)
{
    add_version(file, client, {.details = details, .replaced_at = now, .by = author});
}

void keep_merged_version(Record& file, model::ClientId into, const model::ClientDetails& details,
                         const std::string& author, model::Moment now)
{
    add_version(file, into, {.details = details, .is_of_merged = true, .replaced_at = now, .by = author});
}

} // namespace storage
