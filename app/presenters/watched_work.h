#pragma once

#include "app/presenters/slow_work.h"
#include "app/words/backup_words.h"
#include "storage/progress.h"

#include <atomic>
#include <functional>
#include <memory>
#include <new>
#include <stop_token>
#include <utility>
#include <variant>

namespace app {

/// Work on another thread as seen from the window: how far it is, and the means to stop it. Stops with its owner.
class WatchedWork {
public:
    WatchedWork() = default;
    WatchedWork(const WatchedWork&) = delete;
    WatchedWork& operator=(const WatchedWork&) = delete;
    ~WatchedWork() { stop(); }

    double done() const { return state_->done.load(); } ///< From 0 to 1.
    void stop() { state_->stop.request_stop(); }

    /// Runs `task` away from the window, then `then` on the window's thread, unless the owner is gone. What stops it
    /// is a trouble with `problem`.
    template <class Result>
    void run(const SlowWork& slow_work, BackupProblem problem, std::function<Result(const storage::Progress&)> task,
             std::function<void(const std::variant<Result, BackupTrouble>&)> then)
    {
        state_ = std::make_shared<State>();
        slow_work([task = std::move(task), then = std::move(then), problem, state = state_,
                   owner = std::weak_ptr<bool>{alive_}]() mutable -> std::function<void()> {
            std::variant<Result, BackupTrouble> result = BackupTrouble{.problem = problem};
            try {
                result = task({.tell = [state](double part) { state->done = part; }, .stop = state->stop.get_token()});
            } catch (const storage::StorageError& error) {
                result = BackupTrouble{.problem = problem, .kind = error.kind};
            } catch (const storage::Stopped&) {
                result = BackupTrouble{.problem = BackupProblem::stopped};
            } catch (const std::bad_alloc&) {
                result = BackupTrouble{.problem = problem, .kind = storage::StorageErrorKind::too_little_memory};
            }
            task = {}; // What it carried goes away on this thread, before anybody hears that it is done.
            return [result = std::move(result), then, owner] {
                if (!owner.expired()) {
                    then(result);
                }
            };
        });
    }

private:
    struct State {
        std::atomic<double> done{0};
        std::stop_source stop{};
    };

    std::shared_ptr<State> state_ = std::make_shared<State>();
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
};

} // namespace app
