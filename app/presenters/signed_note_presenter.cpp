#include "app/presenters/signed_note_presenter.h"

#include "app/presenters/client_name.h"
#include "app/presenters/name_match.h"
#include "model/text.h"

#include <utility>
#include <vector>

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
    if (model::is_blank(screen_.reason)) {
        return AdditionProblem::reason_missing;
    }
    return !model::is_blank(screen_.right_client) && !right_client_ ? std::optional{AdditionProblem::client_unclear}
                                                                    : std::nullopt;
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

void SignedNotePresenter::type_right_client(std::string typed)
{
    screen_.right_client = std::move(typed);
    screen_.problem.reset();
    find_right_client();
    on_change();
}

void SignedNotePresenter::find_right_client()
{
    right_client_.reset();
    screen_.right_client_words.clear();
    const std::string typed = model::trimmed(screen_.right_client);
    if (typed.empty()) {
        return;
    }
    const auto by_code = place_.casebook.client_with_code(typed);
    std::vector<model::Client> found;
    for (const model::Client& client : place_.casebook.clients()) {
        const bool is_meant = by_code ? client.id == *by_code : matches(typed, name_and_code(client, place_.names));
        if (is_meant && client.id != client_ && !client.is_damaged) {
            found.push_back(client);
        }
    }
    if (found.size() == 1) {
        right_client_ = found.front().id;
        screen_.right_client_words = right_client_words(name_and_code(found.front(), place_.names));
    } else if (found.size() > 1) {
        screen_.right_client_words = several_clients_match();
    }
}

void SignedNotePresenter::mark(const std::string& reason, model::Moment now)
{
    if (right_client_) {
        place_.casebook.give_note_to(note_, *right_client_, reason, now);
    } else {
        place_.casebook.mark_entered_in_error(note_, reason, now);
    }
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
            mark(model::trimmed(screen_.reason), now);
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
    const bool has_unsaved =
        !model::is_blank(screen_.text) || !model::is_blank(screen_.reason) || !model::is_blank(screen_.right_client);
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
    screen_.right_client.clear();
    find_right_client();
    screen_.asks_about_unsaved = false;
    start(Adding::nothing);
}

} // namespace app
