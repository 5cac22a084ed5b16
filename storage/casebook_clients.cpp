#include "model/goal.h"
#include "model/text.h"
#include "storage/administrations.h"
#include "storage/births.h"
#include "storage/casebook_inside.h"
#include "storage/client_versions.h"
#include "storage/clients.h"
#include "storage/episodes.h"
#include "storage/erasing.h"
#include "storage/goals.h"
#include "storage/modalities.h"
#include "storage/notes.h"
#include "storage/practice.h"

#include <algorithm>

/// The part of the casebook's front door that concerns clients, modalities and goals.
namespace storage {

namespace {

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

std::vector<KnownCode> Casebook::known_codes() const
{
    return inside_->read([](Record& file) { return storage::known_codes(file); });
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
        const model::ClientDetails before = storage::client(file, client).details;
        // One that is kept already, as a merge may leave it, keeps nobody from changing anything else.
        const bool is_new_birth = details.born_on && details.born_on != before.born_on;
        if (is_new_birth && storage::first_entry_before(file, client, *details.born_on)) {
            throw StorageError{StorageErrorKind::refused, "born after something in the record"};
        }
        keep_version(file, client, before, details, author_if_known(inside_->writer()), inside_->now());
        storage::change_details(file, client, details);
        inside_->acts.concerns({.client = client});
        inside_->acts.tell(Changed::clients, client);
    });
}

std::optional<model::DatedEntry> Casebook::first_entry_before(model::ClientId client, model::Date day) const
{
    return inside_->read([&](Record& file) { return storage::first_entry_before(file, client, day); });
}

std::vector<model::ClientVersion> Casebook::earlier_details(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return versions_of(file, client); });
}

void Casebook::merge_clients(model::ClientId from, model::ClientId into, const std::string& reason, model::Moment now)
{
    inside_->act(model::ActKind::clients_merged, [&](Record& file) {
        if (from == into) {
            throw StorageError{StorageErrorKind::refused, "a client merged into itself"};
        }
        const MergedClient merged{.from = from,
                                  .code = storage::client(file, from).details.code,
                                  .reason = reason,
                                  .by = author_if_known(inside_->writer()),
                                  .at = now};
        storage::merge_clients(file, merged, into);
        for (const std::string& measure : measures_filled_in(file, into)) {
            inside_->look_for_worsening(into, measure, now, first_recent_day(now));
        }
        inside_->acts.concerns({.client = into, .record = from.value});
        inside_->acts.tell(Changed::client_gone, from);
        inside_->tell_all_of(into);
    });
}

model::RecordCounts Casebook::counts_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::counts_of(file, client); });
}

model::MergeOutlook Casebook::merge_outlook(model::ClientId from, model::ClientId into) const
{
    return inside_->read([&](Record& file) { return storage::merge_outlook(file, from, into); });
}

std::vector<MergedClient> Casebook::merged_into(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::merged_into(file, client); });
}

model::Erasure Casebook::erasure_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::erasure_of(file, client); });
}

std::vector<model::Erasure> Casebook::erasures() const
{
    return inside_->read([](Record& file) { return storage::erasures(file); });
}

std::vector<model::Erasure> Casebook::erased_with_merged() const
{
    return inside_->read([](Record& file) { return storage::erased_with_merged(file); });
}

void Casebook::remove_client(model::ClientId client, model::Moment now)
{
    inside_->erase(model::ActKind::client_removed, client, model::ErasureGround::added_by_mistake, {}, now);
}

void Casebook::erase_client(model::ClientId client, model::ErasureGround ground, const std::string& reason,
                            model::Moment now)
{
    inside_->erase(model::ActKind::client_erased, client, ground, reason, now);
}

void Casebook::Inside::erase(model::ActKind kind, model::ClientId client, model::ErasureGround ground,
                             const std::string& reason, model::Moment at)
{
    const bool was_mistake = ground == model::ErasureGround::added_by_mistake;
    // What was signed for somebody else stays theirs where this client never was one.
    const auto misfiled = was_mistake ? std::vector<MisfiledNote>{}
                                      : read([&](Record& file) { return storage::misfiled_notes(file, client); });
    acts.together([&] {
        act(kind, [&](Record& file) {
            auto erasure = storage::erasure_of(file, client);
            if (was_mistake && erasure.notes > 0) {
                throw StorageError{StorageErrorKind::refused, "a client with signed notes removed"};
            }
            erasure.ground = ground;
            erasure.reason = reason;
            erasure.by = author_if_known(writer());
            erasure.at = at;
            storage::erase_client(file, erasure, misfiled);
            acts.concerns({.client = client});
            acts.tell(Changed::client_gone, client);
        });
        for (const MisfiledNote& one : misfiled) {
            act(model::ActKind::misfiled_note_erased, [&](Record& file) {
                erase_misfiled_note(file, one.note);
                acts.concerns({.client = one.client, .record = one.note.value});
                acts.tell(Changed::notes, one.client);
                acts.tell(Changed::notices, one.client);
            });
        }
    });
}

void Casebook::Inside::tell_all_of(model::ClientId client)
{
    for (const Changed what : {Changed::clients, Changed::episodes, Changed::drafts, Changed::notes, Changed::goals,
                               Changed::administrations, Changed::notices}) {
        acts.tell(what, client);
    }
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
