#pragma once

#include "storage/act_log.h"
#include "storage/changes.h"
#include "storage/database.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <exception>
#include <functional>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace storage {

/// Runs the acts of a person: each is one transaction and one entry in the log, and its news comes after the commit.
class Acts {
public:
    /// Both must outlive it.
    Acts(Record& record, ActLog& log) : record_{&record}, log_{&log} {}

    /// Runs `act` whole or not at all, and enters it into the log as `kind`. Within `together` it is part of what is
    /// done together. Throws `StorageError`, and whatever `act` throws.
    void run(model::ActKind kind, const std::function<void()>& act);

    /// Keeps several acts, or none: when one fails, none is kept, even if whoever runs them caught the error.
    void together(const std::function<void()>& acts);

    /// What the entry of the act that is running says it is about.
    void concerns(const ActSubject& subject);

    /// Has `look` look, once all that is done together is done and before it is kept, at what became of a client's
    /// `subject`; several wishes for the same one are one look. A look may run an act of its own, which is kept or
    /// undone with the rest.
    void at_the_end(model::ClientId client, const std::string& subject, std::function<void()> look);

    /// What else has to be undone should nothing be kept of what is running, because it does not lie in the record.
    /// Must not throw.
    void when_undone(std::function<void()> put_back);

    /// Whether an act failed because the disk takes no changes any more, and none has worked since.
    bool met_read_only() const { return met_read_only_; }

    /// Adds to the news of the act that is running; the same news is told once.
    void tell(Changed what, std::optional<model::ClientId> client = std::nullopt);

    /// A number that grows with every act that changed a record.
    std::uint64_t changes_made() const { return changes_made_; }

    [[nodiscard]] Subscription subscribe(std::function<void(const Change&)> listener);

    /// Who hears what a listener threw.
    void on_listener_failure(std::function<void(std::exception_ptr)> hear) { changes_.on_failure = std::move(hear); }

private:
    void within(const std::function<void()>& act);
    void transact(const std::function<void()>& acts);
    void look_at_the_end();
    void enter(model::ActKind kind, const std::function<void()>& act);
    void undo();

    Record* record_;
    ActLog* log_;
    Changes changes_{};
    bool is_running_ = false;             ///< A transaction is open.
    std::optional<ActSubject> subject_{}; ///< Of the act that is running.
    bool met_read_only_ = false;
    std::uint64_t changes_made_ = 0;
    std::exception_ptr failure_{};
    std::vector<std::function<void()>> put_back_{}; ///< What is undone besides the record.
    std::map<std::pair<model::ClientId, std::string>, std::function<void()>> looks_{}; ///< For the end.
    std::vector<Change> news_{};
    std::set<std::pair<Changed, std::optional<model::ClientId>>> told_{};
};

} // namespace storage
