#include "storage/client_versions.h"

#include "storage/fields.h"

namespace storage {

namespace {

void add_version(Record& file, model::ClientId client, const model::ClientVersion& version)
{
    const std::string sql = insertion_into<model::ClientVersion>("client_version", "client_id");
    Statement insert{file, sql};
    insert.bind(":client_id", client);
    bind_fields(insert, version);
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
    const std::string sql = "SELECT " + columns_of<model::ClientVersion>() +
                            " FROM sound_client_version WHERE client_id = :client ORDER BY id DESC";
    Statement query{file, sql};
    query.bind(":client", client);
    std::vector<model::ClientVersion> versions;
    while (query.step()) {
        versions.push_back(read_fields<model::ClientVersion>(query));
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
