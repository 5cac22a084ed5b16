#pragma once

#include "app/presenters/client_choice.h"
#include "app/presenters/note_as_read.h"
#include "app/presenters/undo_history.h"
#include "app/presenters/workplace.h"
#include "app/words/session_words.h"
#include "storage/storage_error.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// Reading a signed note, and adding to it, without a window.
class SignedNotePresenter {
public:
    /// What is being added.
    enum class Adding { nothing, addendum, error_mark };

    /// Everything the view draws.
    struct Screen : NoteAsRead {
        Adding adding = Adding::nothing;
        std::string text{};                            ///< Of the addendum being written.
        std::string reason{};                          ///< Of the addendum or the mark being written.
        std::string filter{};                          ///< Of the mark: name or code of whoever the note belongs to.
        std::vector<ClientChoice> others{};            ///< Whom the filter leaves.
        std::optional<model::ClientId> right_client{}; ///< Among them; nothing: the note belongs to nobody else.
        std::string right_client_words{};              ///< What becomes of that.
        std::optional<AdditionProblem> problem{};      ///< Said when it was tried to add without all words.
        bool can_mark = true;                          ///< Not marked yet.
        bool asks_about_unsaved = false;               ///< Leaving waits for an answer: keep writing, or throw away.
        std::optional<storage::StorageErrorKind> failure{};

        bool operator==(const Screen&) const = default;
    };

    SignedNotePresenter(const Workplace& place, model::NoteId note);
    SignedNotePresenter(SignedNotePresenter&&) = delete; // Who listens to the casebook stays where it is.

    const Screen& screen() const { return screen_; }
    model::NoteId note() const { return note_; }
    std::function<void()> on_change = [] {};

    // Only one thing is added at a time.
    void start_addendum();
    void start_error_mark();
    void put_aside(); ///< Closes the form; asks first when something was typed.
    /// Takes the addendum as it stands now; false when it is longer than a section may be.
    bool type_text(const std::string& text);
    std::optional<TextState> undo_text();
    std::optional<TextState> redo_text();
    void type_reason(std::string reason);
    void filter_others(std::string typed); ///< Chooses whoever has this code, or is the only one left.
    void choose_right_client(std::optional<model::ClientId> client);
    /// The code of the one who is chosen, and the same again; empty, and nothing happens, where there is nobody.
    std::string right_client_code() const;
    void choose_right_client_with(const std::string& code);
    void names_changed();
    void add(); ///< Keeps the addendum or the mark, or says what is missing.

    /// Whether the note may be closed; otherwise it asks about words that were written and not added.
    bool may_leave();
    void keep_writing();
    void throw_away();

private:
    void heed_own_news();
    void reload();
    void start(Adding adding);
    std::optional<AdditionProblem> problem() const;
    void mark(const std::string& reason, model::Moment now);
    void list_others();
    bool is_listed(model::ClientId client) const;
    void settle_right_client(std::optional<model::ClientId> client);
    std::optional<TextState> take(std::optional<TextState> state);

    const Workplace place_;
    const model::NoteId note_;
    std::optional<model::ClientId> client_;
    bool is_chosen_by_hand_ = false; ///< The right client, from the list.
    Screen screen_;
    UndoHistory history_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
