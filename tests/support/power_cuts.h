#pragma once

#include "tests/support/watched_disk.h"

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace tests {

/// The bytes of files by their names.
using Files = std::map<std::string, std::string>;

/// Something that happened to a folder of databases, in the order in which it happened.
struct DiskEvent {
    enum class Kind { made, written, truncated, synced, removed, folder_synced };

    Kind kind = Kind::written;
    std::string file{};
    std::int64_t offset = 0; ///< Of what was written; of a truncated file its new size.
    std::string bytes{};
};

/// The event that a request which worked was; empty for one that changes nothing.
std::optional<DiskEvent> event_of(const DiskRequest& request);

/// A folder on a disk whose power may fail: it knows what must be there afterwards and what may be.
///
/// What was written to a file before its last sync is there, and names are as they were at the last sync of the
/// folder. Of everything after that any part may be there, whatever the order it was written in, in sectors of 512
/// bytes. That is more than a real disk makes of it.
class FailingDisk {
public:
    explicit FailingDisk(const Files& safe);

    void take(const DiskEvent& event);

    /// Whether anything is not safe yet, so that a power cut has more than one outcome.
    bool has_pending() const;

    /// What one power cut leaves, by chance.
    Files after_power_cut(std::mt19937& random) const;

private:
    /// A write, or without bytes a truncation.
    struct Pending {
        std::int64_t offset = 0;
        std::optional<std::string> bytes{};
    };
    struct Content {
        std::string safe{};
        std::vector<Pending> pending{};
    };
    /// A name given to a content, or taken away.
    struct Naming {
        std::string file{};
        std::optional<std::size_t> content{};
    };

    static void apply(const Pending& pending, std::string& to);
    static std::string part_of(const Content& content, std::mt19937& random);
    Content* named(const std::string& file);

    std::vector<Content> contents_{};
    std::map<std::string, std::size_t> names_{}; ///< As the running program sees them.
    std::map<std::string, std::size_t> safe_names_{};
    std::vector<Naming> pending_names_{};
};

} // namespace tests
