#pragma once

#include "storage/casebook.h"

#include <functional>
#include <optional>
#include <string>

namespace app {

/// The settings of a casebook, without a window.
class SettingsPresenter {
public:
    /// Everything the panel draws.
    struct Screen {
        std::string idle_minutes{};    ///< As typed.
        bool is_out_of_bounds = false; ///< No number that can be chosen.
        model::DateHabits habits{};
        bool can_save = false; ///< It differs from what is kept, and can be kept.
        bool operator==(const Screen&) const = default;
    };

    explicit SettingsPresenter(storage::Casebook& casebook);

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void type_idle_minutes(std::string text);
    void choose(const model::DateHabits& habits);
    void save(); ///< Does nothing unless `can_save`. Throws `StorageError`; what was typed stays.

    /// Whether nothing would be lost: what was typed is what is kept.
    bool is_untouched() const;

private:
    void reload();
    void judge();
    std::optional<storage::Settings> entered() const; ///< Empty when the minutes cannot be read.

    storage::Casebook& casebook_;
    storage::Settings kept_{};
    Screen screen_;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

} // namespace app
