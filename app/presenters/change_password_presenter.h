#pragma once

#include "app/presenters/vault_work.h"
#include "storage/casebook.h"

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace app {

/// A new password for whoever has the casebook open, without a window.
class ChangePasswordPresenter {
public:
    struct Screen {
        bool is_busy = false;
        bool is_done = false;
        std::optional<StartTrouble> trouble{};
        std::size_t password_characters = 0; ///< Of the new one.
        bool operator==(const Screen&) const = default;
    };

    ChangePasswordPresenter(storage::Casebook& casebook, SlowWork slow_work, storage::vault::KeyCost cost = {});

    const Screen& screen() const { return screen_; }
    std::function<void()> on_change = [] {};

    void type_password(std::string_view password); ///< Only for the hint.
    /// False while the keys are being made: nobody would hear how it ended.
    bool may_leave() const { return !screen_.is_busy; }
    void change(const std::string& old_password, const std::string& new_password, const std::string& again);

private:
    void finish(const KeysOrError<storage::vault::KeySlot>& sealed);
    void say(const std::optional<StartTrouble>& trouble);

    storage::Casebook& casebook_;
    SlowWork slow_work_;
    storage::vault::KeyCost cost_;
    Screen screen_;
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

} // namespace app
