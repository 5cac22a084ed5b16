#pragma once

#include "storage/vault/keys_file.h"
#include "storage/vault/recovery_code.h"

#include <filesystem>
#include <string_view>

/// Keys: who may open a casebook, and how. Nothing in here touches a database, so all of it may run on a worker.
namespace storage::vault {

/// The keys of an opened casebook, and the slots they came from.
struct OpenVault {
    CasebookKeys keys{};
    KeysFile file{};
    std::uint32_t failed_before = 0; ///< Wrong passwords given since it was last opened, until the log tells of them.
    bool from_copy = false;          ///< `keys` was missing or broken and `keys.bak` had to help.
};

/// The same in a second place, for the time that two parts of the program need it.
OpenVault copy_of(const OpenVault& vault);

/// A vault that was just made, and the sheet that must be printed.
struct NewVault {
    OpenVault vault{};
    RecoverySheet sheet;
};

/// Makes keys, a password slot for person 1 and a recovery slot. Touches no file; slow (two key derivations).
/// Throws `StorageError`: `refused` for an unusable password or a cost out of range, `too_little_memory`.
NewVault make_vault(std::string_view password, KeyCost cost = {});

/// Whether `folder` holds a file of keys, readable or not.
bool has_keys(const std::filesystem::path& folder);

/// Writes `keys` and `keys.bak` into `folder`, durably, and reads them back.
void write_both(const std::filesystem::path& folder, const OpenVault& vault);

/// Notes where the log of acts ends, in both copies, durably. The log must be on disk that far already: `keys` may lag
/// behind it and never leads. `head` must not lie before the one that is noted. Throws `StorageError`; `vault` then has
/// the head it had.
void write_head(const std::filesystem::path& folder, OpenVault& vault, const LogHead& head);

/// As `write_head`, for a head that may lie before the one that is noted: the keys give up what they knew of later
/// acts. Only for a person who looked and decided to go on with an older record.
void replace_head(const std::filesystem::path& folder, OpenVault& vault, const LogHead& head);

/// Opens the keys with a password; the keys tell whose it was. Slow: one key derivation for each password slot up to
/// the right one, so a wrong password takes as many derivations as the casebook has people.
///
/// Throws `StorageError`: `not_found` (no such folder), `not_ours` (nothing of a casebook in it), `too_new`,
/// `keys_lost` (both copies are damaged or missing: see rebuild.h), `wrong_password` (also for a password that cannot
/// be one), `too_little_memory`. A wrong password is counted in the file; nothing else is written.
OpenVault unlock(const std::filesystem::path& folder, std::string_view password);

/// Opens the keys with the code of the recovery sheet; else as `unlock`.
OpenVault unlock_with_recovery(const std::filesystem::path& folder, const RecoveryCode& code);

/// What unlocking leaves to do once the casebook is held and its log tells of `failed_before`: those wrong passwords
/// are forgotten, not any that were given since, and a stale or broken copy is written anew. Should somebody have
/// changed `keys` between unlocking and holding, `vault` has their change from now on. A disk that takes nothing is no
/// failure: the next opening tries again.
void finish_unlocking(const std::filesystem::path& folder, OpenVault& vault);

/// The keys from the sheet alone, without the folder's `keys`: its printed slot and its code.
/// Throws `StorageError{wrong_password}` when they do not belong together.
CasebookKeys unlock_sheet(const SheetSlot& sheet, const RecoveryCode& code);

/// Gives the vault's person a new password, however the vault was opened. The new slot is written, read back and tried
/// before the old one goes, so that at every moment the old or the new password opens the folder. Slow (two
/// key derivations, and one for everybody else who has a password): `seal_password` and `replace_password` of people.h
/// in one. The caller must hold the casebook open, so that nobody else changes the keys.
/// Throws `StorageError`; `vault` is then what it was, and the folder opens with the old password. Only a disk that
/// fails after it has taken the last step, and again while that is taken back, leaves it with the new one.
void change_password(const std::filesystem::path& folder, OpenVault& vault, std::string_view new_password,
                     KeyCost cost = {});

/// Keeps keys and notes out of core dumps and of other processes' reach, has SQLite wipe the memory it gives back, and
/// turns a full-disk signal into an error. Called once, first thing in `main`, before any database is opened.
void harden_process();

} // namespace storage::vault
