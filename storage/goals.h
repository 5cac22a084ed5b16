#pragma once

#include "model/goal.h"
#include "storage/record.h"

#include <string>
#include <vector>

namespace storage {

/// A client's goals, open and closed, oldest first.
std::vector<model::Goal> goals_of(Record& file, model::ClientId client);

/// Throws `StorageError{not_found}` when there is none.
model::Goal goal(Record& file, model::GoalId id);

model::GoalId add_goal(Record& file, model::ClientId client, const model::GoalDetails& details,
                       model::Moment entered_at);

/// Puts other words in the place of a goal's words.
void correct_goal(Record& file, model::GoalId id, const std::string& wording);

/// Gives `goal`, as it is kept, other words from a day on; those of before are kept.
void reword_goal(Record& file, const model::Goal& goal, const std::string& wording, model::Date from);

/// Throws `StorageError{refused}` when `on` lies before the day it was agreed.
void close_goal(Record& file, model::GoalId id, model::Date on, const std::string& reason);
void reopen_goal(Record& file, model::GoalId id);

} // namespace storage
