#include "app/presenters/signed_note_presenter.h"

#include "model/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace app {

SignedNotePresenter::SignedNotePresenter(const Workplace& place, model::NoteId note) : place_{place}, note_{note}
{
    reload();
    changes_ = place_.casebook.subscribe([this](const storage::Change& change) {
        if (change.what == storage::Changed::notes && (!change.client || change.client == client_)) {
            heed_own_news();
        } else if (change.what == storage::Changed::clients || change.what == storage::Changed::client_gone) {
            filter_others(screen_.filter);
        }
    });
}

void SignedNotePresenter::heed_own_news()
{
    try {
        reload();
    } catch (const storage::StorageError& error) {
        if (error.kind != storage::StorageErrorKind::not_found) {
            throw;
        }
        screen_ = {}; // Erased: no word of it stays in sight.
    }
    on_change();
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
    return !model::is_blank(screen_.filter) && !screen_.right_client ? std::optional{AdditionProblem::client_unclear}
                                                                     : std::nullopt;
}

void SignedNotePresenter::start(Adding adding)
{
    screen_.adding = adding;
    screen_.problem.reset();
    list_others();
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

void SignedNotePresenter::list_others()
{
    screen_.others = screen_.adding == Adding::error_mark
                         ? clients_to_choose(place_.casebook.clients(), *client_, place_.names, screen_.filter)
                         : std::vector<ClientChoice>{};
}

bool SignedNotePresenter::is_listed(model::ClientId client) const
{
    return std::ranges::find(screen_.others, client, &ClientChoice::client) != screen_.others.end();
}

void SignedNotePresenter::settle_right_client(std::optional<model::ClientId> client)
{
    screen_.right_client = client;
    screen_.right_client_words.clear();
    if (client) {
        screen_.right_client_words =
            right_client_words(std::ranges::find(screen_.others, *client, &ClientChoice::client)->words);
    }
}

void SignedNotePresenter::filter_others(std::string typed)
{
    screen_.filter = std::move(typed);
    screen_.problem.reset();
    list_others();
    const std::string code = model::trimmed(screen_.filter);
    const auto by_code = code.empty() ? std::nullopt : place_.casebook.client_with_code(code);
    if (by_code && *by_code != client_ && !is_listed(*by_code)) {
        // It is spelt otherwise, or was the code of somebody who became this client.
        std::ranges::copy_if(clients_to_choose(place_.casebook.clients(), *client_, place_.names, {}),
                             std::back_inserter(screen_.others),
                             [&](const ClientChoice& choice) { return choice.client == *by_code; });
    }
    is_chosen_by_hand_ = is_chosen_by_hand_ && screen_.right_client && is_listed(*screen_.right_client);
    if (!is_chosen_by_hand_) {
        const bool is_by_code = by_code && is_listed(*by_code);
        const bool is_only_one = !code.empty() && screen_.others.size() == 1;
        settle_right_client(is_by_code    ? by_code
                            : is_only_one ? std::optional{screen_.others.front().client}
                                          : std::nullopt);
    }
    on_change();
}

void SignedNotePresenter::choose_right_client(std::optional<model::ClientId> client)
{
    if (client && !is_listed(*client)) {
        return;
    }
    if (!client) {
        screen_.filter.clear();
        list_others();
    }
    is_chosen_by_hand_ = client.has_value();
    settle_right_client(client);
    screen_.problem.reset();
    on_change();
}

std::string SignedNotePresenter::right_client_code() const
{
    return screen_.right_client ? place_.casebook.client(*screen_.right_client).details.code : std::string{};
}

void SignedNotePresenter::choose_right_client_with(const std::string& code)
{
    if (const auto client = place_.casebook.client_with_code(code)) {
        choose_right_client(client);
    }
}

void SignedNotePresenter::names_changed()
{
    filter_others(screen_.filter);
}

void SignedNotePresenter::mark(const std::string& reason, model::Moment now)
{
    if (screen_.right_client) {
        place_.casebook.give_note_to(note_, *screen_.right_client, reason, now);
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
    const bool has_unsaved = !model::is_blank(screen_.text) || !model::is_blank(screen_.reason) ||
                             !model::is_blank(screen_.filter) || screen_.right_client;
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
    screen_.filter.clear();
    is_chosen_by_hand_ = false;
    settle_right_client(std::nullopt);
    screen_.asks_about_unsaved = false;
    start(Adding::nothing);
}

} // namespace app
