#include "storage/goals.h"

#include "storage/storage_error.h"

namespace storage {

namespace {

model::Goal read_goal(const Statement& query)
{
    return {
        .id = query.read<model::GoalId>("id"),
        .client = query.read<model::ClientId>("client_id"),
        .details = {.wording = query.read<std::string>("wording"),
                    .family = query.read<std::string>("family"),
                    .agreed_on = query.read<model::Date>("agreed_on")},
        .closed_on = query.read<std::optional<model::Date>>("closed_on"),
        .closing_reason = query.read<std::string>("closing_reason"),
    };
}

} // namespace

std::vector<model::Goal> goals_of(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id, client_id, wording, family, agreed_on, closed_on, closing_reason
          FROM sound_goal
         WHERE client_id = :client
         ORDER BY agreed_on, id)"};
    query.bind(":client", client);
    std::vector<model::Goal> goals;
    while (query.step()) {
        goals.push_back(read_goal(query));
    }
    return goals;
}

model::Goal goal(Record& file, model::GoalId id)
{
    Statement query{file, R"(
        SELECT id, client_id, wording, family, agreed_on, closed_on, closing_reason FROM sound_goal WHERE id = :id)"};
    query.bind(":id", id);
    if (!query.step()) {
        throw missing(file, "goal", id.value);
    }
    return read_goal(query);
}

model::GoalId add_goal(Record& file, model::ClientId client, const model::GoalDetails& details)
{
    Statement insert{file, R"(
        INSERT INTO goal (client_id, wording, family, agreed_on) VALUES (:client, :wording, :family, :agreed_on))"};
    insert.bind(":client", client);
    insert.bind(":wording", details.wording);
    insert.bind(":family", details.family);
    insert.bind(":agreed_on", details.agreed_on);
    return {insert.insert()};
}

void close_goal(Record& file, model::GoalId id, model::Date on, const std::string& reason)
{
    Statement update{file, "UPDATE goal SET closed_on = :on, closing_reason = :reason WHERE id = :id"};
    update.bind(":on", on);
    update.bind(":reason", reason);
    update.bind(":id", id);
    update.run();
}

void reopen_goal(Record& file, model::GoalId id)
{
    Statement update{file, "UPDATE goal SET closed_on = NULL, closing_reason = '' WHERE id = :id"};
    update.bind(":id", id);
    update.run();
}

} // namespace storage
