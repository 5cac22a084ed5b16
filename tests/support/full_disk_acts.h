#pragma once

#include "storage/casebook.h"
#include "tests/support/quick_casebook.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

/// What is tried where the room on the disk ends: acts of the front door, the password, and backups.
namespace tests::full_disk {

inline constexpr auto old_password = "password";
inline constexpr auto new_password = "another password";

/// What a person does when the disk is full.
struct Act {
    /// What is done on the full disk, once all is ready for it.
    using Step = std::function<void()>;

    std::string name; ///< In letters only, for the name of a test.
    std::function<Step(const QuickCasebook&, storage::Casebook&)> ready;
    bool changes_keys = false; ///< It is the password that tells whether it was done.
};

/// Fills a new casebook, and makes a backup of it that is proved, before any disk is full.
void begin(const QuickCasebook& place, storage::Casebook& casebook);

/// The backup that `begin` makes.
std::filesystem::path first_backup(const QuickCasebook& place);

/// Where a casebook is restored to.
std::filesystem::path restored_place(const QuickCasebook& place);

/// All that is tried; of the acts of the front door only those that write most, unless all are wanted. Each can be done
/// on what `begin` left.
std::vector<Act> acts(bool all_of_front_door);

/// A copy and its proof, under the name of a backup.
Act backing_up();

/// The first backup becomes a casebook at `restored_place`.
Act restoring();

/// Wrong on purpose: what should be one act is many.
Act act_by_halves();

/// Wrong on purpose: what has the name of a backup was never proved, and stays where it fails.
Act backing_up_without_proof();

} // namespace tests::full_disk
