#pragma once

#include "app/presenters/note_as_read.h"
#include "app/presenters/undo_history.h"
#include "app/presenters/workplace.h"
#include "app/words/session_words.h"
#include "storage/storage_error.h"

#include <functional>
#include <optional>
#include <string>

namespace app {

/// Reading a signed note, and adding to it, without a window.
class SignedNotePresenter {
public:
    /// What is being added.
    enum class Adding { nothing, addendum, error_mark };

    /// Everything the view draws.
    struct Screen : NoteAsRead {
        Adding adding = Adding::nothing;
        std::string text{};                       ///< Of the addendum being written.
        std::string reason{};                     ///< Of the addendum or the mark being written.
        std::string right_client{};               ///< Of the mark: who the note belongs to, as it is typed.
        std::string right_client_words{};         ///< What is understood by that.
        std::optional<AdditionProblem> problem{}; ///< Said when it was tried to add without all words.
        bool can_mark = true;                     ///< Not marked yet.
        bool asks_about_unsaved = false;          ///< Leaving waits for an answer: keep writing, or throw away.
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
    void type_right_client(std::string typed);
    void add(); ///< Keeps the addendum or the mark, or says what is missing.

    /// Whether the note may be closed; otherwise it asks about words that were written and not added.
    bool may_leave();
    void keep_writing();
    void throw_away();

private:
    void reload();
    void start(Adding adding);
    std::optional<AdditionProblem> problem() const;
    void mark(const std::string& reason, model::Moment now);
    void find_right_client();
    std::optional<TextState> take(std::optional<TextState> state);

    const Workplace place_;
    const model::NoteId note_;
    std::optional<model::ClientId> client_;
    std::optional<model::ClientId> right_client_{};
    Screen screen_;
    UndoHistory history_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
