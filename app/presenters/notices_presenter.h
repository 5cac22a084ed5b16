#pragma once

#include "app/presenters/workplace.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What a person still has to look at for one client, without a window.
class NoticesPresenter {
public:
    struct Row {
        model::NoticeId notice{};
        std::string words{};
        bool is_quiet = false; ///< It may wait a little; it is not drawn as an alarm.
        bool operator==(const Row&) const = default;
    };
    struct Screen {
        std::vector<Row> open{};                    ///< Those that cannot wait first, then the newest.
        std::optional<model::NoticeId> reviewing{}; ///< The one whose form is open.
        std::string what_was_done{};                ///< As typed.
        bool is_missing = false;                    ///< Tried to review without saying what was done.
        bool asks_about_unsaved = false;            ///< Waits for an answer: keep typing, or throw away.
        bool operator==(const Screen&) const = default;
    };

    NoticesPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void begin(model::NoticeId notice); ///< Opens its form, unless one is open.
    void type(std::string what_was_done);
    void put_aside(); ///< Closes the form; asks first when something was typed.
    void review();    ///< Keeps the review, or says what is missing.

    /// Whether the notices may go; otherwise it asks about what was typed.
    bool may_leave();
    void keep_typing();
    void throw_away();

private:
    void reload();

    Workplace place_;
    model::ClientId client_;
    Screen screen_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
