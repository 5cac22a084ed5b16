#pragma once

#include "app/presenters/workplace.h"
#include "app/words/session_words.h"
#include "model/modality.h"

#include <functional>
#include <string>
#include <variant>
#include <vector>

namespace app {

/// A draft or a signed note.
using AnyNote = std::variant<model::DraftId, model::NoteId>;

/// One line of the list of sessions, in words.
struct SessionRow {
    AnyNote note{};
    std::string date{};
    std::string time{};
    std::string length{};
    std::string attendance{};
    std::string modalities{};
    std::string opening{};
    SessionMark mark = SessionMark::signed_note;
    model::Moment starts{};

    bool operator==(const SessionRow&) const = default;
};

/// The list of a client's sessions, without a window.
class SessionsPresenter {
public:
    /// Everything the list draws.
    struct Screen {
        std::vector<SessionRow> rows{}; ///< Newest first.
        std::string count{};            ///< In words; empty while there is no session.

        bool operator==(const Screen&) const = default;
    };

    SessionsPresenter(const Workplace& place, model::ClientId client);
    SessionsPresenter(SessionsPresenter&&) = delete; // Who listens to the casebook stays where it is.

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    /// Where a note stands in the list; the size of the list when it is not there.
    std::size_t row_of(const AnyNote& note) const;

private:
    void reload();
    void reload_drafts();
    void add_drafts();
    SessionRow row_from(const model::Draft& draft) const;
    SessionRow row_from(const model::Session& session, const std::vector<model::ModalityUse>& uses) const;

    const Workplace place_;
    const model::ClientId client_;
    std::vector<model::Modality> modalities_;
    Screen screen_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
