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

/// Why slow work came to nothing.
struct WorkFailure {
    bool is_stopped = false; ///< Somebody stopped it.
    storage::StorageErrorKind kind = storage::StorageErrorKind::cannot_open;

    bool operator==(const WorkFailure&) const = default;
};

/// Work on another thread as seen from the window: how far it is, and the means to stop it. Stops with its owner.
class WatchedWork {
public:
    WatchedWork() = default;
    WatchedWork(const WatchedWork&) = delete;
    WatchedWork& operator=(const WatchedWork&) = delete;
    ~WatchedWork() { stop(); }

    double done() const { return state_->done.load(); } ///< From 0 to 1.
    void stop() { state_->stop.request_stop(); }

    /// Runs `task` away from the window, then `then` on the window's thread, unless the owner is gone.
    template <class Result>
    void run(const SlowWork& slow_work, std::function<Result(const storage::Progress&)> task,
             std::function<void(std::variant<Result, WorkFailure>&)> then)
    {
        state_ = std::make_shared<State>();
        slow_work([task = std::move(task), then = std::move(then), state = state_,
                   owner = std::weak_ptr<bool>{alive_}]() mutable -> std::function<void()> {
            auto result = std::make_shared<std::variant<Result, WorkFailure>>(WorkFailure{});
            try {
                *result = task({.tell = [state](double part) { state->done = part; }, .stop = state->stop.get_token()});
            } catch (const storage::StorageError& error) {
                *result = WorkFailure{.kind = error.kind};
            } catch (const storage::Stopped&) {
                *result = WorkFailure{.is_stopped = true};
            } catch (const std::bad_alloc&) {
                *result = WorkFailure{.kind = storage::StorageErrorKind::too_little_memory};
            }
            task = {}; // What it carried goes away on this thread, before anybody hears that it is done.
            return [result, then, owner] {
                if (!owner.expired()) {
                    then(*result);
                }
            };
        });
    }

    /// The same for work with backups. What stops it is a trouble with `problem`.
    template <class Result>
    void run(const SlowWork& slow_work, BackupProblem problem, std::function<Result(const storage::Progress&)> task,
             std::function<void(const std::variant<Result, BackupTrouble>&)> then)
    {
        run<Result>(slow_work, std::move(task),
                    [problem, then = std::move(then)](std::variant<Result, WorkFailure>& result) {
                        if (const auto* failure = std::get_if<WorkFailure>(&result)) {
                            then(failure->is_stopped ? BackupTrouble{.problem = BackupProblem::stopped}
                                                     : BackupTrouble{.problem = problem, .kind = failure->kind});
                        } else {
                            then(std::get<Result>(std::move(result)));
                        }
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
