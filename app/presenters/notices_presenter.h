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
        bool can_review = false;
        bool operator==(const Screen&) const = default;
    };

    NoticesPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void begin(model::NoticeId notice); ///< Opens its form; words typed for another one are kept.
    void type(std::string what_was_done);
    void put_aside();
    void review(); ///< Does nothing unless `can_review`.

private:
    void reload();
    void changed();

    Workplace place_;
    model::ClientId client_;
    Screen screen_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
