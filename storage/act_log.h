#pragma once

#include "model/act.h"
#include "storage/record.h"
#include "storage/seals.h"
#include "storage/vault/log_head.h"
#include "storage/vault/mac.h"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace storage {

/// What an act is about.
struct ActSubject {
    std::optional<model::ClientId> client{};
    std::optional<std::int64_t> record{}; ///< An id, or a count where the kind says so.
};

/// Which entries of the log are wanted; all where nothing is said.
struct ActFilter {
    std::optional<model::ClientId> client{};
    std::vector<model::ClientId> merged{}; ///< Clients who became part of that one: theirs are wanted too.
    std::vector<model::ActKind> kinds{};
    std::optional<model::Moment> from{};
    std::optional<model::Moment> before{};
    std::optional<std::uint64_t> numbers_below{}; ///< For the next page.
};

/// An entry as it lies in the log.
struct LoggedAct {
    model::Act act{}; ///< Without the person's name.
    std::vector<std::uint8_t> written{};
    vault::ChainMac mac_before{}; ///< Of the entry that was the last when this one was entered.
    vault::ChainMac mac{};

    /// Whether it is what was entered, wherever it stands now.
    bool is_genuine(const vault::SecretKey& key) const;
};

/// The rows that an entry says its act wrote; empty when the bytes are not what `ActLog` writes.
std::optional<std::vector<RowWritten>> rows_written(std::span<const std::uint8_t> bytes);

/// Up to `most` entries with numbers from `first` to `last`, oldest first. Numbers below 1 are those of entries that
/// `ActLog` never made.
std::vector<LoggedAct> entries_between(Record& record, std::int64_t first, std::int64_t last, std::size_t most);

/// The log of acts: one chain of entries, of which each vouches for the one before it.
class ActLog {
public:
    /// `record` must outlive it; `key` is for `Purpose::chain_macs`. Throws `StorageError`.
    ActLog(Record& record, vault::SecretKey key, std::int64_t person, std::function<model::Moment()> now);

    /// The last entry, as far as this program knows.
    const LogHead& head() const { return last_.head; }

    /// Adds an entry. Must run in the act's transaction.
    void add(model::ActKind kind, const ActSubject& subject, const std::vector<RowWritten>& written);

    /// When the last entry was added, as far as this program knows; 1 January 1970 when there is none.
    model::Moment last_at() const { return last_.at; }

    /// Whether the machine's clock shows an earlier time than at the last entry.
    bool is_clock_set_back() const;

    /// The entries that were added are kept; or they are undone together with their transaction.
    void kept() { kept_ = last_; }
    void undo_to_kept() { last_ = kept_; }

    /// Whether its end could be read. Otherwise nothing can be added: no entry may follow an unknown one.
    bool is_readable() const { return is_readable_; }

    /// When an act last changed a record; empty when none did, or it cannot be read.
    std::optional<model::Moment> last_change_at();

    /// The mac of the entry with this number; empty when there is none.
    std::optional<vault::ChainMac> mac_of(std::uint64_t number);

    /// Up to `most` entries, newest first, each with its person's name and checked against the one before it.
    std::vector<model::Act> entries(const ActFilter& filter, std::size_t most);

private:
    void read_end();

    Record& record_;
    vault::SecretKey key_;
    std::int64_t person_;
    std::function<model::Moment()> now_;
    struct End {
        LogHead head{};
        model::Moment at{};
    };
    bool is_readable_ = true;
    End last_{};
    End kept_{};
};

} // namespace storage
