#include "storage/acts.h"

#include <cassert>

namespace storage {

void Acts::run(const std::function<void()>& act)
{
    if (is_running_) {
        run_inner(act);
        return;
    }
    run_outer(act);
    told_.clear();
    // A listener may act in its turn.
    for (const Change& change : std::exchange(news_, {})) {
        changes_.publish(change);
    }
}

void Acts::run_inner(const std::function<void()>& act)
{
    // After a failure the database may have ended the transaction by itself: nothing more may be written.
    if (failure_) {
        std::rethrow_exception(failure_);
    }
    try {
        with_storage_errors(act);
    } catch (...) {
        failure_ = std::current_exception();
        throw;
    }
}

void Acts::run_outer(const std::function<void()>& act)
{
    try {
        with_storage_errors([&] {
            file_->exec("BEGIN IMMEDIATE");
            is_running_ = true;
            act();
            if (failure_) {
                std::rethrow_exception(failure_);
            }
            finish_act();
        });
        is_running_ = false;
        ++kept_;
    } catch (...) {
        if (std::exchange(is_running_, false)) {
            // Fails where the database has rolled back by itself.
            file_->tryExec("ROLLBACK");
        }
        failure_ = nullptr;
        news_.clear();
        told_.clear();
        throw;
    }
}

void Acts::tell(Changed what, std::optional<model::ClientId> client)
{
    assert(is_running_);
    if (told_.emplace(what, client).second) {
        news_.push_back({.what = what, .client = client});
    }
}

Subscription Acts::subscribe(std::function<void(const Change&)> listener)
{
    return changes_.subscribe(std::move(listener));
}

void Acts::finish_act()
{
    file_->exec("COMMIT");
}

} // namespace storage
