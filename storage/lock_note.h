#pragma once

#include "storage/storage_error.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace storage {

/// What tells one machine from another.
struct Machine {
    std::string host{};
    std::string id{};   ///< A mark of the machine that outlives its starts; empty where it has none.
    std::string boot{}; ///< Another at each start of the machine; empty where it is not known.

    bool operator==(const Machine&) const = default;
};

/// The machine that this program runs on.
Machine this_machine();

/// The note of who has a casebook open. The lock itself is SQLite's; but that of another machine does not reach here
/// through a folder that is synchronised, or a share without locks, and its note does.
struct LockNote {
    Holder holder{};
    std::int64_t process = 0;
    std::string machine_id{}; ///< As in `Machine`; empty where the note does not tell.
    std::string boot{};

    bool operator==(const LockNote&) const = default;
};

/// The note that the last opener left, whatever its lines end with; empty when there is none or it cannot be read.
std::optional<LockNote> lock_note(const std::filesystem::path& folder);

/// Whether a process of `machine` left the note. The same start of a machine is the same machine, whatever it is called
/// now; of two that are called alike, only those are two that both have a mark, and not the same.
bool is_of(const LockNote& note, const Machine& machine);

/// Whether the note was left by a process of this machine that is gone.
bool is_stale(const LockNote& note);

/// Who has the casebook open by the note of another machine. That one may be gone as well, but nobody here can know. A
/// note of this machine is in nobody's way: here the lock tells. A note that cannot be read is another's who has no
/// name, and whose time is that of the file: this machine leaves no half-written ones.
std::optional<Holder> holder_elsewhere(const std::filesystem::path& folder);

/// What happens where the note of another machine is in the way.
enum class Elsewhere {
    is_refused,
    was_asked_about, ///< A person decided to open the casebook all the same.
};

/// Throws `open_elsewhere` where the note of another machine is in the way, unless a person was asked.
void require_not_elsewhere(const std::filesystem::path& folder, Elsewhere elsewhere);

/// Takes its note away when the casebook is closed; one that another has put in its place stays.
class LockFile {
public:
    LockFile() = default; ///< Of a casebook in memory: no file.
    /// Notes this process in the place of whatever is there: whole, or, where the disk takes nothing, not at all.
    explicit LockFile(const std::filesystem::path& folder);
    LockFile(LockFile&& other) noexcept;
    LockFile& operator=(LockFile&& other) noexcept;
    ~LockFile();

private:
    std::filesystem::path file_{};
    std::string text_{};
};

} // namespace storage
