#include "storage/casebook_inside.h"
#include "storage/client_code.h"
#include "storage/clients.h"
#include "storage/drafts.h"
#include "storage/episodes.h"
#include "storage/goals.h"
#include "storage/notes.h"
#include "storage/notices.h"
#include "storage/practice.h"

#include <algorithm>

/// The part of the casebook's front door that concerns drafts and signed notes.
namespace storage {

namespace {

model::Draft kept_draft(Record& file, model::DraftId id)
{
    const auto found = draft(file, id);
    if (!found) {
        throw StorageError{StorageErrorKind::not_found, "draft " + std::to_string(id.value)};
    }
    return *found;
}

/// What the therapist signs with. Throws `StorageError{refused}` when something stands in the way of signing this.
model::Signature signature_under(Record& file, model::Therapist writer, model::ClientId client,
                                 const model::NoteContent& content, model::Moment now)
{
    const auto problems = model::problems_before_signing(content, episodes_of(file, client), writer.may_sign(), now);
    if (!problems.empty()) {
        throw StorageError{StorageErrorKind::refused,
                           "signing problem " + std::to_string(static_cast<int>(problems.front()))};
    }
    return {.name = std::move(writer.name),
            .credentials = std::move(writer.credentials),
            .licence_number = std::move(writer.licence_number)};
}

/// Makes what was written of one client fit another: without ratings of the first one's goals, and at the other's level
/// of care where it had the first one's.
void fit_to(Record& file, model::NoteContent& content, model::ClientId from, model::ClientId to)
{
    const auto goals = storage::goals_of(file, to);
    std::erase_if(content.ratings, [&](const model::Rating& rating) {
        return std::ranges::find(goals, rating.goal, &model::Goal::id) == goals.end();
    });
    // A level that the writer chose against what the first client had stays chosen.
    auto& session = content.session;
    if (session.level_of_care == model::level_of_care_on(storage::episodes_of(file, from), session.held_on)) {
        session.level_of_care = model::level_of_care_on(storage::episodes_of(file, to), session.held_on);
    }
    // A note that comes back to its first client was right there.
    if (!content.first_written_for.empty() &&
        code_key(content.first_written_for) == code_key(storage::client(file, to).details.code)) {
        content.first_written_for.clear();
        content.first_written_as.reset();
    }
}

} // namespace

std::vector<model::Draft> Casebook::drafts_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::drafts_of(file, client); });
}

std::optional<model::Draft> Casebook::draft(model::DraftId id) const
{
    return inside_->read([&](Record& file) { return storage::draft(file, id); });
}

std::optional<model::Draft> Casebook::last_saved_draft() const
{
    return inside_->read([](Record& file) { return storage::last_saved_draft(file); });
}

model::DraftId Casebook::start_draft(model::ClientId client, const model::NoteContent& content, model::Caret caret,
                                     model::Moment now, RiskChoice risk)
{
    return inside_->act(model::ActKind::draft_started, [&](Record& file) {
        model::Draft draft{.client = client, .content = content, .caret = caret, .saved_at = now};
        draft.id = add_draft(file, draft);
        inside_->acts.concerns({.client = client, .record = draft.id.value});
        inside_->acts.tell(Changed::drafts, client);
        if (align_risk_notice(file, draft, risk)) {
            inside_->acts.tell(Changed::notices, client);
        }
        return draft.id;
    });
}

bool Casebook::is_risk_notice_due(model::DraftId id) const
{
    return inside_->read([&](Record& file) {
        const auto kept = storage::draft(file, id);
        return kept && storage::is_risk_notice_due(file, *kept);
    });
}

void Casebook::save_draft(model::DraftId id, const model::NoteContent& content, model::Caret caret, model::Moment now,
                          RiskChoice risk)
{
    inside_->act(model::ActKind::draft_saved, [&](Record& file) {
        const auto client = client_of_draft(file, id);
        const model::Draft draft{.id = id, .client = client, .content = content, .caret = caret, .saved_at = now};
        storage::save_draft(file, draft);
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::drafts, client);
        if (align_risk_notice(file, draft, risk)) {
            inside_->acts.tell(Changed::notices, client);
        }
    });
}

void Casebook::discard_draft(model::DraftId id)
{
    inside_->act(model::ActKind::draft_discarded, [&](Record& file) {
        const auto client = client_of_draft(file, id);
        inside_->acts.concerns({.client = client, .record = id.value});
        if (let_go_of_draft(file, id)) {
            inside_->acts.tell(Changed::notices, client);
        }
        remove_draft(file, id);
        inside_->acts.tell(Changed::drafts, client);
    });
}

void Casebook::move_draft(model::DraftId id, model::ClientId to, model::Moment now)
{
    inside_->act(model::ActKind::draft_moved, [&](Record& file) {
        auto draft = kept_draft(file, id);
        const auto from = std::exchange(draft.client, to);
        if (from == to) {
            return;
        }
        inside_->acts.concerns({.client = to, .record = id.value});
        fit_to(file, draft.content, from, to);
        draft.saved_at = now;
        if (let_go_of_draft(file, id)) {
            inside_->acts.tell(Changed::notices, from);
        }
        storage::save_draft(file, draft);
        inside_->acts.tell(Changed::drafts, from);
        inside_->acts.tell(Changed::drafts, to);
        if (align_risk_notice(file, draft)) {
            inside_->acts.tell(Changed::notices, to);
        }
    });
}

model::NoteId Casebook::sign_draft(model::DraftId id, model::Moment now)
{
    return inside_->act(model::ActKind::note_signed, [&](Record& file) {
        const auto draft = kept_draft(file, id);
        const auto signature = signature_under(file, inside_->writer(), draft.client, draft.content, now);
        const auto note = add_note(file, draft.client, draft.content, signature, now);
        inside_->acts.concerns({.client = draft.client, .record = note.value});
        // A notice that was damaged meanwhile cannot follow: then another one is raised.
        const bool is_raised = align_risk_notice(file, draft);
        if (follow_to_note(file, id, note) || is_raised) {
            inside_->acts.tell(Changed::notices, draft.client);
        }
        remove_draft(file, id);
        inside_->acts.tell(Changed::drafts, draft.client);
        inside_->acts.tell(Changed::notes, draft.client);
        return note;
    });
}

model::NoteId Casebook::add_signed_note(model::ClientId client, const model::NoteContent& content,
                                        model::Moment signed_at)
{
    return inside_->act(model::ActKind::note_signed, [&](Record& file) {
        const auto signature = signature_under(file, inside_->writer(), client, content, signed_at);
        const auto note = add_note(file, client, content, signature, signed_at);
        inside_->acts.concerns({.client = client, .record = note.value});
        inside_->acts.tell(Changed::notes, client);
        if (raise_for_note(file, note, client, content, signed_at)) {
            inside_->acts.tell(Changed::notices, client);
        }
        return note;
    });
}

model::Note Casebook::note(model::NoteId id) const
{
    return inside_->read([&](Record& file) { return storage::note(file, id); });
}

std::vector<model::NoteOutline> Casebook::notes_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::notes_of(file, client); });
}

std::optional<model::Note> Casebook::last_note_before(model::ClientId client, model::Moment moment) const
{
    return inside_->read([&](Record& file) -> std::optional<model::Note> {
        const auto id = storage::last_note_before(file, client, moment);
        return id ? std::optional{storage::note(file, *id)} : std::nullopt;
    });
}

void Casebook::add_addendum(model::NoteId id, const std::string& text, const std::string& reason, model::Moment now)
{
    inside_->act(model::ActKind::addendum_added, [&](Record& file) {
        const auto client = client_of_note(file, id);
        storage::add_addendum(file, id,
                              {.text = text, .reason = reason, .author = byline(inside_->writer()), .written_at = now});
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::notes, client);
    });
}

void Casebook::mark_entered_in_error(model::NoteId id, const std::string& reason, model::Moment now)
{
    inside_->mark_note_in_error(id, reason, {}, now);
}

void Casebook::Inside::mark_note_in_error(model::NoteId id, const std::string& reason, const std::string& drafted_for,
                                          model::Moment at)
{
    act(model::ActKind::note_marked_in_error, [&](Record& file) {
        const auto client = client_of_note(file, id);
        storage::mark_note_in_error(
            file, id, {.reason = reason, .author = byline(writer()), .marked_at = at, .drafted_for = drafted_for});
        acts.concerns({.client = client, .record = id.value});
        acts.tell(Changed::notes, client);
        if (take_back_for_note(file, id)) {
            acts.tell(Changed::notices, client);
        }
    });
}

model::DraftId Casebook::give_note_to(model::NoteId id, model::ClientId to, const std::string& reason,
                                      model::Moment now)
{
    return inside_->act(model::ActKind::note_given_to_client, [&](Record& file) {
        const auto note = storage::note(file, id);
        if (note.entered_in_error || note.client == to) {
            throw StorageError{StorageErrorKind::refused, "a note given to its own client, or twice"};
        }
        auto content = note.content;
        content.first_written_for = storage::client(file, note.client).details.code;
        content.first_written_as = id;
        fit_to(file, content, note.client, to);
        inside_->mark_note_in_error(id, reason, storage::client(file, to).details.code, now);
        const auto draft = start_draft(to, content, {.section = model::sections_of(content.form).front()}, now);
        inside_->acts.concerns({.client = note.client, .record = id.value});
        return draft;
    });
}

} // namespace storage
