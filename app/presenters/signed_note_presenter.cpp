#include "app/presenters/signed_note_presenter.h"

#include "model/text.h"

namespace app {

SignedNotePresenter::SignedNotePresenter(const Workplace& place, model::NoteId note) : place_{place}, note_{note}
{
    reload();
    changes_ = place_.casebook.subscribe([this](const storage::Change& change) {
        if (change.what == storage::Changed::notes && (!change.client || change.client == client_)) {
            reload();
            on_change();
        }
    });
}

void SignedNotePresenter::reload()
{
    const auto note = place_.casebook.note(note_);
    client_ = note.client;
    static_cast<NoteAsRead&>(screen_) =
        as_read(note, place_.casebook.goals_of(note.client), place_.casebook.modalities(), place_.clock.face());
    screen_.can_mark = !note.entered_in_error;
}

std::optional<AdditionProblem> SignedNotePresenter::problem() const
{
    if (screen_.adding == Adding::addendum && model::is_blank(screen_.text)) {
        return AdditionProblem::text_missing;
    }
    return model::is_blank(screen_.reason) ? std::optional{AdditionProblem::reason_missing} : std::nullopt;
}

void SignedNotePresenter::start(Adding adding)
{
    screen_.adding = adding;
    screen_.problem.reset();
    on_change();
}

void SignedNotePresenter::start_addendum()
{
    if (screen_.adding == Adding::nothing) {
        start(Adding::addendum);
    }
}

void SignedNotePresenter::start_error_mark()
{
    if (screen_.adding == Adding::nothing && screen_.can_mark) {
        start(Adding::error_mark);
    }
}

void SignedNotePresenter::put_aside()
{
    if (may_leave()) {
        throw_away();
    }
}

bool SignedNotePresenter::type_text(const std::string& text)
{
    if (text.size() > model::longest_section) {
        return false;
    }
    history_.record(text, place_.clock.now());
    take(TextState{.text = text});
    return true;
}

std::optional<TextState> SignedNotePresenter::take(std::optional<TextState> state)
{
    if (state) {
        screen_.text = state->text;
        screen_.problem.reset();
        on_change();
    }
    return state;
}

std::optional<TextState> SignedNotePresenter::undo_text()
{
    return take(history_.undo());
}

std::optional<TextState> SignedNotePresenter::redo_text()
{
    return take(history_.redo());
}

void SignedNotePresenter::type_reason(std::string reason)
{
    screen_.reason = std::move(reason);
    screen_.problem.reset();
    on_change();
}

void SignedNotePresenter::add()
{
    if (screen_.adding == Adding::nothing) {
        return;
    }
    screen_.problem = problem();
    if (screen_.problem) {
        return on_change();
    }
    const auto now = place_.clock.now();
    try {
        if (screen_.adding == Adding::addendum) {
            place_.casebook.add_addendum(note_, model::trimmed(screen_.text), model::trimmed(screen_.reason), now);
        } else {
            place_.casebook.mark_entered_in_error(note_, model::trimmed(screen_.reason), now);
        }
    } catch (const storage::StorageError& error) {
        screen_.failure = error.kind;
        on_change();
        return;
    }
    throw_away();
}

bool SignedNotePresenter::may_leave()
{
    const bool has_unsaved = !model::is_blank(screen_.text) || !model::is_blank(screen_.reason);
    if (has_unsaved != screen_.asks_about_unsaved) {
        screen_.asks_about_unsaved = has_unsaved;
        on_change();
    }
    return !has_unsaved;
}

void SignedNotePresenter::keep_writing()
{
    screen_.asks_about_unsaved = false;
    on_change();
}

void SignedNotePresenter::throw_away()
{
    screen_.failure.reset();
    screen_.text.clear();
    history_ = UndoHistory{};
    screen_.reason.clear();
    screen_.asks_about_unsaved = false;
    start(Adding::nothing);
}

} // namespace app
