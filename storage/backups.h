#pragma once

#include "model/calendar.h"
#include "storage/progress.h"
#include "storage/vault/key_slot.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

/// Backups: made of an open casebook, proved before they count, and kept for as long as they are useful.
namespace storage {

struct OpenFiles;

/// A backup as it lies on the disk.
struct Backup {
    std::filesystem::path file{};
    model::Moment made_at{};
    std::uint64_t size = 0; ///< In bytes.
    bool is_proved = true;  ///< Otherwise it is a true copy of a casebook that is itself damaged.

    bool operator==(const Backup&) const = default;
};

/// The folder of a casebook's own backups.
std::filesystem::path backups_folder(const std::filesystem::path& casebook);

/// The casebook among whose own backups this one lies, if it lies among any.
std::optional<std::filesystem::path> casebook_of_backup(const std::filesystem::path& backup);

/// `2026-11-20T18-04-05Z.mendline-backup`.
std::string backup_name(model::Moment made_at);

/// When a backup of this name was made; empty when it is no such name.
std::optional<model::Moment> moment_of_backup(std::string_view name);

/// A place for a casebook's next own backup that nothing is at: named by `now`, or by the next second that is free.
std::filesystem::path place_for_backup(const std::filesystem::path& casebook, model::Moment now);

/// `2026-11-20T18-04-05Z (not verified).mendline-backup`: where a copy of a damaged casebook is kept, which would have
/// been at `target`. It is no name of a backup, so nobody takes it for one.
std::filesystem::path place_for_unproved(const std::filesystem::path& target);

/// A casebook's own proved backups, newest first, by their names alone. None where there is no such folder.
std::vector<Backup> backups_of(const std::filesystem::path& casebook);

/// A copy that nobody has tried yet, under a hidden name; gone with this value unless `prove` gave it its own.
class UnprovedBackup {
public:
    UnprovedBackup(std::filesystem::path target, model::Moment made_at, vault::CasebookKeys keys);
    UnprovedBackup(UnprovedBackup&& other) noexcept;
    UnprovedBackup& operator=(UnprovedBackup&& other) noexcept;
    ~UnprovedBackup();

    const std::filesystem::path& target() const { return target_; }
    std::filesystem::path hidden_file() const; ///< Where the copy is.
    std::filesystem::path proving_place() const;
    const vault::CasebookKeys& keys() const { return keys_; }
    model::Moment made_at() const { return made_at_; }

private:
    std::filesystem::path target_; ///< Empty once moved from.
    model::Moment made_at_;
    vault::CasebookKeys keys_;
};

/// Tries a casebook in a folder that is only there for that: throws `StorageError` when it is not sound (`damaged`) or
/// cannot be tried, or `Stopped`. Runs on a worker.
using Proof =
    std::function<void(const std::filesystem::path& folder, const vault::CasebookKeys& keys, const Progress&)>;

/// A proof that opens the databases, has SQLite check their structure, reads every row, and holds every row of the
/// record against its seal and the log of acts.
void prove_databases(const std::filesystem::path& folder, const vault::CasebookKeys& keys, const Progress& progress);

/// Whether a casebook passes its proof. One that is damaged must at least open: throws `damaged` where it does not, and
/// what else the proof throws.
bool passes(const Proof& proof, const std::filesystem::path& folder, const vault::CasebookKeys& keys,
            const Progress& progress);

/// Copies the open casebook in `folder` byte by byte for `target`, at which nothing may be. On the casebook's thread,
/// and outside of an act. Sweeps away what was left of earlier attempts beside `target`. Throws `full` before anything
/// is written when there is no room for the copy and its proof; `exists`, `damaged` (no sound `keys`)...; nothing is
/// left then.
UnprovedBackup copy_for_backup(OpenFiles& files, const std::filesystem::path& folder, const vault::CasebookKeys& keys,
                               const std::filesystem::path& target, model::Moment now);

/// Reads the copy back from the disk, tries it, and gives it its name; where the proof finds the casebook itself
/// damaged, the name of an unproved one, so that the last state of it is not lost. On a worker. Throws `damaged` when
/// the copy is not what was written or does not open, `full`..., `Stopped`; nothing but what was there before is left
/// then.
Backup prove(UnprovedBackup copy, const Proof& proof, const Progress& progress);

/// Copies a backup to a new file elsewhere, say on a memory stick, and reads the copy back from there. On a worker.
/// Throws `damaged` for a backup that is not whole, `exists`, `full`..., `Stopped`; nothing is left then.
void copy_backup(const std::filesystem::path& backup, const std::filesystem::path& to, const Progress& progress);

/// Which backups have had their time: all but the newest of each of the last 7 days, 4 weeks (from Monday) and 12
/// months, of UTC, that have one; and never the one that was proved last. In any order, and in the same order given
/// back.
std::vector<model::Moment> what_to_remove(std::span<const model::Moment> made, model::Moment proved_last);

/// Until which day, of UTC, some of these backups, which are there at `now`, can be left at most, when at least one is
/// made in each month from the next one on. Empty when there are none.
std::optional<model::Date> backups_hold_until(std::span<const model::Moment> made, model::Moment now);
/// The same for a casebook's own backups, unproved ones included.
std::optional<model::Date> backups_hold_until(const std::filesystem::path& casebook, model::Moment now);

/// Removes what has had its time of a casebook's own backups, after `made` came to them: a proved one lets older ones
/// go, and every unproved one; an unproved one only the unproved before it. What cannot be removed stays.
void remove_old_backups(const std::filesystem::path& casebook, const Backup& made);

} // namespace storage
