#pragma once

#include "app/presenters/vault_work.h"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// A new password for the casebook that is open, without a window.
class ChangePasswordPresenter {
public:
    struct Screen {
        bool is_busy = false;
        bool is_done = false;
        std::optional<StartTrouble> trouble{};
        std::size_t password_characters = 0; ///< Of the new one.
        bool operator==(const Screen&) const = default;
    };

    /// `folder` is that of a casebook which this program holds open for as long as this lives.
    ChangePasswordPresenter(std::filesystem::path folder, SlowWork slow_work, storage::vault::KeyCost cost = {});

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void type_password(std::string_view password); ///< Only for the hint.
    /// False while the keys are being made: nobody would hear how it ended.
    bool may_leave() const { return !screen_.is_busy; }
    void change(const std::string& old_password, const std::string& new_password, const std::string& again);

private:
    void say(const std::optional<StartTrouble>& trouble);

    std::filesystem::path folder_;
    SlowWork slow_work_;
    storage::vault::KeyCost cost_;
    Screen screen_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

} // namespace app
