#include "storage/goals.h"

#include "storage/fields.h"
#include "storage/storage_error.h"

namespace storage {

namespace {

model::Goal read_goal(const Statement& query)
{
    auto goal = read_fields<model::Goal>(query);
    goal.id = query.read<model::GoalId>("id");
    return goal;
}

std::vector<model::FormerWording> former_wordings_of(Record& file, model::GoalId goal)
{
    const std::string sql = "SELECT " + columns_of<model::FormerWording>() +
                            " FROM sound_goal_wording WHERE goal_id = :goal ORDER BY until_on, id";
    Statement query{file, sql};
    query.bind(":goal", goal);
    std::vector<model::FormerWording> former;
    while (query.step()) {
        former.push_back(read_fields<model::FormerWording>(query));
    }
    return former;
}

} // namespace

std::vector<model::Goal> goals_of(Record& file, model::ClientId client)
{
    const std::string sql =
        "SELECT id, " + columns_of<model::Goal>() + " FROM sound_goal WHERE client_id = :client ORDER BY agreed_on, id";
    Statement query{file, sql};
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
    const std::string sql = "SELECT id, " + columns_of<model::Goal>() + " FROM sound_goal WHERE id = :id";
    Statement query{file, sql};
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
    const std::string sql = insertion_into<model::GoalDetails>("goal", "client_id, entered_at");
    Statement insert{file, sql};
    insert.bind(":client_id", client);
    insert.bind(":entered_at", entered_at);
    bind_fields(insert, details);
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
    const std::string sql = insertion_into<model::FormerWording>("goal_wording", "goal_id");
    Statement insert{file, sql};
    insert.bind(":goal_id", goal.id);
    bind_fields(insert, model::FormerWording{.wording = goal.details.wording, .until = from});
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
