#pragma once

#include "storage/changes.h"
#include "storage/database.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <exception>
#include <functional>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace storage {

/// Runs the acts of a person: each is one transaction, and its news comes after the commit.
class Acts {
public:
    /// `file` must outlive it.
    explicit Acts(SQLite::Database& file) : file_{&file} {}

    /// Runs `act` whole or not at all. An act within another is part of it: when the inner one fails, the outer one
    /// cannot be kept either, even if it caught the error. Throws `StorageError`, and whatever `act` throws.
    void run(const std::function<void()>& act);

    /// Adds to the news of the act that is running; the same news is told once.
    void tell(Changed what, std::optional<model::ClientId> client = std::nullopt);

    /// How many acts were kept so far.
    std::uint64_t kept() const { return kept_; }

    [[nodiscard]] Subscription subscribe(std::function<void(const Change&)> listener);

    /// Who hears what a listener threw.
    void on_listener_failure(std::function<void(std::exception_ptr)> hear) { changes_.on_failure = std::move(hear); }

private:
    void run_inner(const std::function<void()>& act);
    void run_outer(const std::function<void()>& act);

    /// Ends the act that is running; here is the place for what every act ends with.
    void finish_act();

    SQLite::Database* file_;
    Changes changes_{};
    bool is_running_ = false;
    std::uint64_t kept_ = 0;
    std::exception_ptr failure_{};
    std::vector<Change> news_{};
    std::set<std::pair<Changed, std::optional<model::ClientId>>> told_{};
};

} // namespace storage
