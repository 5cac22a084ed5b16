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

} // namespace app
