// What becomes of a note: kept as a draft, signed, discarded, given to the right client.

#include "app/presenters/note_editor_presenter.h"
#include "app/words/isolated.h"

namespace app {

bool NoteEditorPresenter::kept_by(const std::function<void()>& act)
{
    is_acting_ = true;
    screen_.failure.reset();
    try {
        act();
    } catch (const storage::StorageError& error) {
        screen_.failure = error.kind;
    }
    is_acting_ = false;
    if (heard_while_acting_ && !screen_.failure) {
        heard_while_acting_ = false;
        reload_background();
    }
    return !screen_.failure;
}

void NoteEditorPresenter::keep_draft()
{
    auto& casebook = place_.casebook;
    const auto now = place_.clock.now();
    const auto risk = is_choosing_risk_ ? storage::RiskChoice::being_made : storage::RiskChoice::made;
    if (draft_) {
        casebook.save_draft(*draft_, screen_.content, screen_.caret, now, risk);
    } else {
        draft_ = casebook.start_draft(client_, screen_.content, screen_.caret, now, risk);
    }
    has_touched_risk_ = is_choosing_risk_;
    kept_ = model::Draft{
        .id = *draft_, .client = client_, .content = screen_.content, .caret = screen_.caret, .saved_at = now};
    screen_.saving = Saving::saved;
    screen_.saved_at = model::time_in_zone(now, place_.clock.zone);
}

bool NoteEditorPresenter::save()
{
    if (is_finished_ || (is_as_kept() && !is_notice_due())) {
        return true;
    }
    const bool has_worked = kept_by([this] { keep_draft(); });
    if (!has_worked) {
        screen_.saving = Saving::failed;
    }
    changed();
    return has_worked;
}

bool NoteEditorPresenter::is_notice_due() const
{
    if (!draft_ || !has_touched_risk_ || is_choosing_risk_) {
        return false;
    }
    try {
        return place_.casebook.is_risk_notice_due(*draft_);
    } catch (const storage::StorageError&) {
        return true; // Keeping it tries again, and says what is wrong.
    }
}

bool NoteEditorPresenter::leave()
{
    if (is_finished_) {
        return true;
    }
    is_choosing_risk_ = false;
    const bool is_emptied = draft_ && is_begun_here_ && is_as_begun();
    if (is_emptied) {
        const bool has_gone = kept_by([this] { place_.casebook.discard_draft(*draft_); });
        if (has_gone) {
            // Something else may hold the window back: what is typed then begins a new draft.
            draft_.reset();
            kept_.reset();
            screen_.saving = Saving::nothing_yet;
            screen_.saved_at.reset();
        }
        changed();
        return has_gone;
    }
    if (kept_ && screen_.content == kept_->content && screen_.caret != kept_->caret) {
        return kept_by([this] { keep_draft(); });
    }
    return save();
}

std::vector<EditorProblem> NoteEditorPresenter::find_problems() const
{
    std::vector<EditorProblem> problems(screen_.unreadable.begin(), screen_.unreadable.end());
    auto found = model::problems_before_signing(screen_.content, background_.episodes,
                                                place_.casebook.therapist().may_sign(), place_.clock.now());
    const auto born_on = place_.casebook.client(client_).details.born_on;
    if (born_on && screen_.content.session.held_on < *born_on) {
        std::erase(found, model::SigningProblem::before_admission);
        found.push_back(model::SigningProblem::before_birth);
    }
    problems.insert(problems.end(), found.begin(), found.end());
    return problems;
}

void NoteEditorPresenter::sign()
{
    if (is_finished_) {
        return;
    }
    screen_.asks_discard = false;
    screen_.moving.reset();
    is_choosing_risk_ = false;
    screen_.problems = find_problems();
    screen_.asks_for_therapist = true; // Where that is what stands in the way.
    if (!screen_.problems.empty() || asks_for_risk_first() || !save()) {
        changed();
        return;
    }
    std::optional<model::NoteId> note;
    const bool is_signed = kept_by([&] {
        if (!draft_) {
            keep_draft();
        }
        note = place_.casebook.sign_draft(*draft_, place_.clock.now());
    });
    if (is_signed) {
        finish(*note);
    } else {
        changed();
    }
}

/// Once for a note, and for sessions that took place: the second time is the answer.
bool NoteEditorPresenter::asks_for_risk_first()
{
    const auto& content = screen_.content;
    const bool can_be_asked = content.session.attendance == model::Attendance::attended;
    const bool asks = can_be_asked && content.risk.level == model::RiskLevel::not_asked && !has_asked_for_risk_;
    has_asked_for_risk_ = has_asked_for_risk_ || asks;
    return asks;
}

void NoteEditorPresenter::therapist_was_asked()
{
    screen_.problems = find_problems();
    changed();
}

void NoteEditorPresenter::put_therapist_aside()
{
    screen_.asks_for_therapist = false;
    changed();
}

void NoteEditorPresenter::ask_discard()
{
    screen_.asks_discard = true;
    screen_.moving.reset();
    changed();
}

void NoteEditorPresenter::keep()
{
    screen_.asks_discard = false;
    changed();
}

void NoteEditorPresenter::discard()
{
    if (!screen_.asks_discard || is_finished_) {
        return;
    }
    const bool is_gone = kept_by([this] {
        if (draft_) {
            place_.casebook.discard_draft(*draft_);
        }
    });
    if (is_gone) {
        finish(Closed{});
    } else {
        changed();
    }
}

void NoteEditorPresenter::start_moving()
{
    screen_.asks_discard = false;
    kept_by([this] {
        others_.clear();
        for (auto& row : place_.casebook.caseload(place_.clock.today())) {
            if (row.client.id != client_) {
                others_.push_back(std::move(row.client));
            }
        }
        show_targets({});
    });
    changed();
}

void NoteEditorPresenter::show_targets(const std::string& filter)
{
    screen_.moving = Moving{.filter = filter, .targets = clients_to_choose(others_, client_, place_.names, filter)};
}

void NoteEditorPresenter::filter_targets(const std::string& filter)
{
    if (screen_.moving) {
        show_targets(filter);
        changed();
    }
}

void NoteEditorPresenter::stop_moving()
{
    screen_.moving.reset();
    changed();
}

bool NoteEditorPresenter::put_question_aside()
{
    if (!screen_.asks_discard && !screen_.moving) {
        return false;
    }
    screen_.asks_discard = false;
    stop_moving();
    return true;
}

void NoteEditorPresenter::names_changed()
{
    if (screen_.moving) {
        filter_targets(screen_.moving->filter);
    }
}

void NoteEditorPresenter::move_to(model::ClientId client)
{
    if (!screen_.moving || is_finished_ || !save()) {
        return;
    }
    const bool has_moved = kept_by([&] {
        if (!draft_) {
            keep_draft();
        }
        place_.casebook.move_draft(*draft_, client, place_.clock.now());
    });
    if (has_moved) {
        finish(Destination{.client = client, .tab = TabKind::sessions, .note = *draft_});
    } else {
        changed();
    }
}

void NoteEditorPresenter::finish(const Outcome& outcome)
{
    is_finished_ = true;
    on_done(outcome);
}

void NoteEditorPresenter::hear(const storage::Change& change)
{
    using enum storage::Changed;
    if (is_finished_ || (change.client && *change.client != client_)) {
        return;
    }
    if (is_acting_) {
        // What we keep ourselves we know; a notice it raised we learn of here.
        heard_while_acting_ = heard_while_acting_ || change.what == notices;
        return;
    }
    switch (change.what) {
    case drafts:
        hear_of_drafts();
        break;
    case notes:
    case goals:
    case episodes:
    case notices:
        reload_background();
        changed();
        break;
    case practice:
        screen_.modalities = place_.casebook.modalities();
        changed();
        break;
    default:
        break;
    }
}

void NoteEditorPresenter::hear_of_drafts()
{
    const auto now = draft_ ? place_.casebook.draft(*draft_) : std::nullopt;
    const bool has_unsaved = screen_.saving == Saving::unsaved || screen_.saving == Saving::failed;
    if (draft_ && (!now || now->client != client_)) {
        draft_.reset();
        kept_.reset();
        if (!has_unsaved) {
            finish(Closed{});
            return;
        }
        // Words not yet kept must not go with the draft they were typed into: they become a draft of their own.
        prefilled_ = {};
    } else if (now && !has_unsaved && (now->content != kept_->content || now->caret != kept_->caret)) {
        open(*now);
    }
    reload_background();
    changed();
}

} // namespace app
