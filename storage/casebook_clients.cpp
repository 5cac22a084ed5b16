#include "model/goal.h"
#include "model/text.h"
#include "storage/administrations.h"
#include "storage/casebook_inside.h"
#include "storage/clients.h"
#include "storage/drafts.h"
#include "storage/episodes.h"
#include "storage/goals.h"
#include "storage/modalities.h"
#include "storage/notes.h"

#include <algorithm>

/// The part of the casebook's front door that concerns clients, their care, modalities and goals.
namespace storage {

namespace {

void refuse_if(const std::optional<model::EpisodeProblem>& problem)
{
    if (problem) {
        throw StorageError{StorageErrorKind::refused, "episode problem " + std::to_string(static_cast<int>(*problem))};
    }
}

void refuse_blank(const std::string& wording)
{
    if (model::is_blank(wording)) {
        throw StorageError{StorageErrorKind::refused, "a goal without words"};
    }
}

} // namespace

model::Client Casebook::client(model::ClientId id) const
{
    return inside_->read([&](Record& file) { return storage::client(file, id); });
}

std::optional<model::ClientId> Casebook::client_with_code(const std::string& code) const
{
    return inside_->read([&](Record& file) { return storage::client_with_code(file, code); });
}

std::vector<model::Client> Casebook::clients() const
{
    return inside_->read([&](Record& file) { return clients_by_name(file); });
}

model::ClientRecord Casebook::record_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) {
        model::ClientRecord found{
            .client = storage::client(file, client),
            .episodes = storage::episodes_of(file, client),
            .goals = storage::goals_of(file, client),
            .notes = storage::notes_of(file, client),
            .administrations = storage::administrations_of(file, client),
        };
        // Nothing is counted or drawn by what may be wrong.
        std::erase_if(found.notes, [](const model::NoteOutline& note) { return note.is_damaged; });
        return found;
    });
}

std::vector<model::EpisodeOfCare> Casebook::episodes_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::episodes_of(file, client); });
}

model::ClientId Casebook::add_client(const model::ClientDetails& details)
{
    return inside_->act(model::ActKind::client_added, [&](Record& file) {
        const auto id = storage::add_client(file, details);
        inside_->acts.concerns({.client = id});
        inside_->acts.tell(Changed::clients, id);
        return id;
    });
}

void Casebook::change_details(model::ClientId client, const model::ClientDetails& details)
{
    inside_->act(model::ActKind::client_changed, [&](Record& file) {
        storage::change_details(file, client, details);
        inside_->acts.concerns({.client = client});
        inside_->acts.tell(Changed::clients, client);
    });
}

std::optional<model::EpisodeProblem> Casebook::problem_with_admission(model::ClientId client, model::Date day,
                                                                      model::Date today) const
{
    return model::problem_with_admission(episodes_of(client), day, today);
}

std::optional<model::EpisodeProblem> Casebook::problem_with_discharge(model::ClientId client, model::Date day,
                                                                      model::Date today) const
{
    return inside_->read([&](Record& file) {
        const model::LastSessions last{.noted_on = last_note_on(file, client),
                                       .drafted_on = last_draft_on(file, client)};
        return model::problem_with_discharge(storage::episodes_of(file, client), last, day, today);
    });
}

std::optional<model::EpisodeProblem> Casebook::problem_with_level(model::ClientId client, model::Date from) const
{
    return model::problem_with_level(episodes_of(client), from);
}

model::EpisodeId Casebook::admit(model::ClientId client, model::Date day, model::LevelOfCare level,
                                 const std::string& reason)
{
    return inside_->act(model::ActKind::client_admitted, [&](Record& file) {
        refuse_if(problem_with_admission(client, day, day));
        const auto id = begin_episode(file, client, day);
        add_level(file, id, {.from = day, .level = level, .reason = reason});
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::episodes, client);
        return id;
    });
}

void Casebook::discharge(model::ClientId client, model::Date day, const std::string& reason)
{
    inside_->act(model::ActKind::client_discharged, [&](Record& file) {
        refuse_if(problem_with_discharge(client, day, day));
        end_episode(file, storage::episodes_of(file, client).back().id, day, reason);
        inside_->acts.concerns({.client = client});
        inside_->acts.tell(Changed::episodes, client);
    });
}

void Casebook::set_level_of_care(model::ClientId client, const model::LevelOfCareSpan& span)
{
    inside_->act(model::ActKind::level_of_care_changed, [&](Record& file) {
        refuse_if(problem_with_level(client, span.from));
        const auto episodes = storage::episodes_of(file, client);
        add_level(file, model::episode_on(episodes, span.from)->id, span);
        inside_->acts.concerns({.client = client});
        inside_->acts.tell(Changed::episodes, client);
    });
}

std::vector<model::Modality> Casebook::modalities() const
{
    auto modalities = model::shipped_modalities();
    inside_->read([&](Record& file) { std::ranges::move(own_modalities(file), std::back_inserter(modalities)); });
    return modalities;
}

void Casebook::add_modality(const model::Modality& modality)
{
    inside_->act(model::ActKind::modality_added, [&](Record& file) {
        const auto shipped = model::shipped_modalities();
        if (std::ranges::find(shipped, modality.code, &model::Modality::code) != shipped.end()) {
            throw StorageError{StorageErrorKind::refused, "modality code taken"};
        }
        storage::add_modality(file, modality);
        inside_->acts.tell(Changed::practice);
    });
}

std::vector<model::Goal> Casebook::goals_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::goals_of(file, client); });
}

model::GoalId Casebook::add_goal(model::ClientId client, const model::GoalDetails& details)
{
    return inside_->act(model::ActKind::goal_added, [&](Record& file) {
        const auto id = storage::add_goal(file, client, details, inside_->now());
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::goals, client);
        return id;
    });
}

void Casebook::correct_goal(model::GoalId id, const std::string& wording)
{
    inside_->act(model::ActKind::goal_corrected, [&](Record& file) {
        const auto client = storage::goal(file, id).client;
        refuse_blank(wording);
        storage::correct_goal(file, id, wording);
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::goals, client);
    });
}

void Casebook::reword_goal(model::GoalId id, const std::string& wording, model::Date from)
{
    inside_->act(model::ActKind::goal_reworded, [&](Record& file) {
        const auto before = storage::goal(file, id);
        refuse_blank(wording);
        const bool is_too_early = from < before.details.agreed_on ||
                                  (!before.former_wordings.empty() && from < before.former_wordings.back().until);
        if (is_too_early) {
            throw StorageError{StorageErrorKind::refused, "other words of a goal before those of now"};
        }
        storage::reword_goal(file, before, wording, from);
        inside_->acts.concerns({.client = before.client, .record = id.value});
        inside_->acts.tell(Changed::goals, before.client);
    });
}

void Casebook::close_goal(model::GoalId id, model::Date on, const std::string& reason)
{
    inside_->act(model::ActKind::goal_closed, [&](Record& file) {
        const auto client = storage::goal(file, id).client;
        storage::close_goal(file, id, on, reason);
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::goals, client);
    });
}

void Casebook::reopen_goal(model::GoalId id)
{
    inside_->act(model::ActKind::goal_reopened, [&](Record& file) {
        const auto client = storage::goal(file, id).client;
        storage::reopen_goal(file, id);
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::goals, client);
    });
}

} // namespace storage
