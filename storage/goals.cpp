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
        .entered_at = query.read<model::Moment>("entered_at"),
    };
}

std::vector<model::FormerWording> former_wordings_of(Record& file, model::GoalId goal)
{
    Statement query{file,
                    "SELECT wording, until_on FROM sound_goal_wording WHERE goal_id = :goal ORDER BY until_on, id"};
    query.bind(":goal", goal);
    std::vector<model::FormerWording> former;
    while (query.step()) {
        former.push_back({.wording = query.read<std::string>("wording"), .until = query.read<model::Date>("until_on")});
    }
    return former;
}

} // namespace

std::vector<model::Goal> goals_of(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id, client_id, wording, family, agreed_on, closed_on, closing_reason, entered_at
          FROM sound_goal
         WHERE client_id = :client
         ORDER BY agreed_on, id)"};
    query.bind(":client", client);
    std::vector<model::Goal> goals;
    while (query.step()) {
        goals.push_back(read_goal(query));
    }
    for (model::Goal& goal : goals) {
        goal.former_wordings = former_wordings_of(file, goal.id);
    }
    return goals;
}

model::Goal goal(Record& file, model::GoalId id)
{
    Statement query{file, R"(
        SELECT id, client_id, wording, family, agreed_on, closed_on, closing_reason, entered_at
          FROM sound_goal
         WHERE id = :id)"};
    query.bind(":id", id);
    if (!query.step()) {
        throw missing(file, "goal", id.value);
    }
    auto found = read_goal(query);
    found.former_wordings = former_wordings_of(file, id);
    return found;
}

model::GoalId add_goal(Record& file, model::ClientId client, const model::GoalDetails& details,
                       model::Moment entered_at)
{
    Statement insert{file, R"(
        INSERT INTO goal (client_id, wording, family, agreed_on, entered_at)
        VALUES (:client, :wording, :family, :agreed_on, :entered_at))"};
    insert.bind(":client", client);
    insert.bind(":wording", details.wording);
    insert.bind(":family", details.family);
    insert.bind(":agreed_on", details.agreed_on);
    insert.bind(":entered_at", entered_at);
    return {insert.insert()};
}

void correct_goal(Record& file, model::GoalId id, const std::string& wording)
{
    Statement update{file, "UPDATE goal SET wording = :wording WHERE id = :id"};
    update.bind(":wording", wording);
    update.bind(":id", id);
    update.run();
}

void reword_goal(Record& file, const model::Goal& goal, const std::string& wording, model::Date from)
{
    Statement insert{file, R"(
        INSERT INTO goal_wording (goal_id, wording, until_on) VALUES (:goal, :wording, :until_on))"};
    insert.bind(":goal", goal.id);
    insert.bind(":wording", goal.details.wording);
    insert.bind(":until_on", from);
    insert.insert();
    correct_goal(file, goal.id, wording);
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
