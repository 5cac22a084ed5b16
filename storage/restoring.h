#pragma once

#include "model/erasure.h"
#include "storage/backups.h"
#include "storage/casebook.h"
#include "storage/vault/vault.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <variant>
#include <vector>

/// A casebook out of a backup: beside what is there first, and in its place by a step of its own.
namespace storage {

/// What came out of a backup.
struct Restored {
    std::filesystem::path folder{};
    model::Moment made_at{}; ///< When the backup was made.
    std::int64_t clients = 0;
    std::int64_t notes = 0; ///< Signed ones.
    bool is_sound = true;   ///< Otherwise some of it was damaged when the backup was made, and still is.
    /// Clients who were erased or removed since, and are back: with the code that they have in the restored casebook.
    std::vector<model::Erasure> erased_since{};
    bool is_erased_since_known = false; ///< Otherwise nothing could tell.

    bool operator==(const Restored&) const = default;
};

/// Opens the keys that lie in a folder, with a password or a recovery code: throws what `vault::unlock` does.
using Unlocking = std::function<vault::OpenVault(const std::filesystem::path& folder)>;

/// What tells which clients were erased since a backup was made: nothing; a casebook that this process does not have
/// open; or what the one that is open says, see `Casebook::erased_with_merged`.
using KnownErasures = std::variant<std::monostate, std::filesystem::path, std::vector<model::Erasure>>;

/// Makes the casebook `folder` out of a backup: unpacked and synced in a hidden folder beside it, opened, proved, and
/// only then under its name. Its log of acts says that it was restored at `now`. On a worker. A casebook that was
/// damaged when it was copied is restored as it was, as far as it opens. A casebook in `known` is only read, and tells
/// nothing where it is of another practice, in use, or damaged. Throws `exists`, `wrong_password`, `full`
/// (before anything is written), `not_found`, `not_ours`, `too_new`, `damaged`..., and `Stopped`; then nothing is left.
Restored restore_to(const std::filesystem::path& backup, const std::filesystem::path& folder,
                    const Unlocking& unlocking, const Proof& proof, const Now& now, const Progress& progress,
                    const KnownErasures& known = {});

/// Whether the backup may be of this casebook: its number is the same, or the casebook's own cannot be read any more.
bool may_belong_to(const std::filesystem::path& backup, const std::filesystem::path& casebook);

/// The casebooks beside this one that a restore gave way to it, in the order of their names. Only their names are
/// looked at.
std::vector<std::filesystem::path> put_aside_by_restoring(const std::filesystem::path& casebook);

/// How a folder takes the place of another.
enum class Swapping {
    in_one_step, ///< And by two renames where the file system does not know how.
    by_renames,
};

/// Puts the restored casebook in the place of `casebook`, and gives that the name
/// `Name (before restore of DATE).casebook`, which is handed back; empty when nothing was in the place. The backups
/// that lay in the old one go with the name. Both must be closed. Killed anywhere, both stand whole, each under one of
/// the three names. Throws `in_use` when another process has one of them open, `not_found`, `cannot_open`...; then all
/// is as it was. Where only the last rename fails, the old one has the name that the restored one had.
std::optional<std::filesystem::path> swap_in(const std::filesystem::path& restored,
                                             const std::filesystem::path& casebook, model::Date on,
                                             Swapping how = Swapping::in_one_step);

} // namespace storage
