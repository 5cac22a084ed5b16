#include "storage/client_versions.h"

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
    const model::ClientDetails& details = version.details;
    insert.bind(":client", client);
    insert.bind(":code", details.code);
    insert.bind(":name", details.name);
    insert.bind(":preferred_name", details.preferred_name);
    insert.bind(":pronouns", details.pronouns);
    insert.bind(":born_on", details.born_on);
    insert.bind(":contact", details.contact);
    insert.bind(":emergency_contact", details.emergency_contact);
    insert.bind(":guardian", details.guardian);
    insert.bind(":referrer", details.referrer);
    insert.bind(":reason_for_care", details.reason_for_care);
    insert.bind(":diagnosis", details.diagnosis);
    insert.bind(":consents", details.consents);
    insert.bind(":safety_plan", details.safety_plan);
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
            .details = {.code = query.read<std::string>("code"),
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
                        .safety_plan = query.read<std::string>("safety_plan")},
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
