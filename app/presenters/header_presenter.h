#pragma once

#include "app/presenters/workplace.h"

#include <functional>
#include <string>

namespace app {

/// The head of a client's page without a window: who it is, and where their care stands.
class HeaderPresenter {
public:
    struct Screen {
        std::string title{}; ///< Name, or code while names are hidden.
        std::string facts{}; ///< Code, episode, level of care, next review; in one line.
        bool operator==(const Screen&) const = default;
    };

    HeaderPresenter(const Workplace& place, model::ClientId client);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void names_changed();

private:
    void reload();

    Workplace place_;
    model::ClientId client_;
    Screen screen_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
