#pragma once

#include "app/presenters/slow_work.h"
#include "app/words/start_words.h"
#include "storage/storage_error.h"
#include "storage/vault/vault.h"

#include <functional>
#include <memory>
#include <new>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace app {

/// The keys as they came from a worker, or why they did not.
template <class Keys>
using KeysOrError = std::variant<Keys, storage::StorageErrorKind>;

/// Runs `task`, which makes or opens keys, away from the window, then `then` on the window's thread unless whoever
/// asked is gone. Keys cannot be copied, so they travel behind a pointer.
template <class Keys>
void on_worker(const SlowWork& slow_work, const std::shared_ptr<bool>& alive, std::function<Keys()> task,
               std::function<void(KeysOrError<Keys>)> then)
{
    slow_work([task = std::move(task), then = std::move(then),
               asker = std::weak_ptr<bool>{alive}]() -> std::function<void()> {
        auto result = std::make_shared<KeysOrError<Keys>>(storage::StorageErrorKind::refused);
        try {
            *result = task();
        } catch (const storage::StorageError& error) {
            *result = error.kind;
        } catch (const std::bad_alloc&) {
            *result = storage::StorageErrorKind::too_little_memory;
        }
        return [result, then, asker] {
            if (!asker.expired()) {
                then(std::move(*result));
            }
        };
    });
}

/// What is wrong with a new password typed twice.
std::optional<StartTrouble> problem_with_new_password(const std::string& password, const std::string& again);

/// Where a recovery code has its typo.
StartTrouble trouble_with(const storage::vault::RecoveryTypo& typo);

/// The groups of a recovery code that are to be typed back, from 1.
struct SheetGroups {
    int first = 0;
    int second = 0;
    bool operator==(const SheetGroups&) const = default;
};

/// One group of the first half and one of the second, different for each sheet, so that nobody learns them by heart.
SheetGroups groups_to_type(const storage::vault::RecoveryCode& code);

/// What was typed back wrongly.
std::optional<StartTrouble> problem_with_groups(const storage::vault::RecoveryCode& code, const SheetGroups& groups,
                                                std::string_view first, std::string_view second);

/// Why a new password could not be sealed.
StartTrouble trouble_with_new_password(storage::StorageErrorKind kind);

} // namespace app
