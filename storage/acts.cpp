#include "storage/acts.h"

#include <algorithm>
#include <cassert>

namespace storage {

namespace {

/// Whether the log has an entry although keeping it failed: the disk may fail in the last step, after which nothing
/// can be undone. Not where the disk cannot be read any more.
bool has_entry(ActLog& log, const LogHead& entry)
{
    try {
        return with_storage_errors([&] { return log.mac_of(entry.number) == entry.mac; });
    } catch (const StorageError&) {
        return false;
    }
}

} // namespace

void Acts::run(model::ActKind kind, const std::function<void()>& act)
{
    // An act that another one makes use of is part of it.
    together(subject_ ? act : [&] { enter(kind, act); });
}

void Acts::together(const std::function<void()>& acts)
{
    if (is_running_) {
        within(acts);
        return;
    }
    transact(acts);
    told_.clear();
    // A listener may act in its turn.
    for (const Change& change : std::exchange(news_, {})) {
        changes_.publish(change);
    }
}

void Acts::within(const std::function<void()>& act)
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

void Acts::transact(const std::function<void()>& acts)
{
    try {
        with_storage_errors([&] {
            record_->file().exec("BEGIN IMMEDIATE");
            is_running_ = true;
            acts();
            if (failure_) {
                std::rethrow_exception(failure_);
            }
            look_at_the_end();
            record_->file().exec("COMMIT");
        });
        is_running_ = false;
        met_read_only_ = false;
        put_back_.clear();
    } catch (const StorageError& error) {
        met_read_only_ = met_read_only_ || error.kind == StorageErrorKind::read_only;
        undo();
        throw;
    } catch (...) {
        undo();
        throw;
    }
    log_->kept();
}

void Acts::look_at_the_end()
{
    for (const auto& [subject, look] : std::exchange(looks_, {})) {
        look();
    }
}

void Acts::enter(model::ActKind kind, const std::function<void()>& act)
{
    if (log_->is_clock_set_back()) {
        log_->add(model::ActKind::clock_set_back, {}, {});
    }
    record_->seals().begin_act(log_->head().number + 1);
    subject_.emplace();
    try {
        act();
    } catch (...) {
        subject_.reset();
        record_->seals().end_act();
        throw;
    }
    const auto written = record_->seals().end_act();
    changes_made_ += written.empty() ? 0 : 1;
    log_->add(kind, *std::exchange(subject_, std::nullopt), written);
}

void Acts::concerns(const ActSubject& subject)
{
    assert(subject_);
    subject_ = subject;
}

void Acts::at_the_end(model::ClientId client, const std::string& subject, std::function<void()> look)
{
    assert(is_running_);
    looks_.insert_or_assign({client, subject}, std::move(look));
}

void Acts::when_undone(std::function<void()> put_back)
{
    assert(is_running_);
    put_back_.push_back(std::move(put_back));
}

void Acts::undo()
{
    if (std::exchange(is_running_, false)) {
        // Fails where the database has rolled back by itself.
        record_->file().tryExec("ROLLBACK");
    }
    failure_ = nullptr;
    looks_.clear();
    news_.clear();
    told_.clear();
    const LogHead reached = log_->head();
    log_->undo_to_kept();
    const auto put_back = std::exchange(put_back_, {});
    if (put_back.empty() || (reached != log_->head() && has_entry(*log_, reached))) {
        return;
    }
    // The last comes first: each puts back what it found.
    std::for_each(put_back.rbegin(), put_back.rend(), [](const auto& undo_one) { undo_one(); });
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

} // namespace storage
