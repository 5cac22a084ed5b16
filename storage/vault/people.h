#pragma once

#include "storage/vault/vault.h"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

/// The people of a casebook: who has slots in `keys`, and how that changes.
///
/// Every change has a slow part, which seals and touches no file, for a worker, and a quick one, which writes `keys`.
/// For the quick part the caller holds the casebook open, so that nobody else changes the keys. It throws
/// `StorageError`; `vault` and the folder are then what they were.
namespace storage::vault {

/// What is sealed for one person and waits to be written into `keys`.
struct SealedPerson {
    CasebookKeys keys{};
    KeySlot password{};
    KeySlot recovery{};
};

/// Somebody who is new in the casebook, and the sheet that must be printed for them.
struct NewPerson {
    SealedPerson person{};
    RecoverySheet sheet;
};

/// The file of a person's private notes: `private.db` for person 1, `private-2.db` and so on for the others.
std::string private_file_name(Person person);

/// Who has slots in `keys`, in the order of their numbers.
std::vector<Person> people_of(const KeysFile& file);

/// Slow: seals a password and a recovery slot for somebody new, with the casebook's vault key and a fresh drawer key of
/// their own. Throws `StorageError`: `refused` (an unusable password or cost), `exists` (the password opens somebody
/// else's slot, and so could not tell the two apart), `too_little_memory`.
NewPerson seal_person(const OpenVault& vault, std::string_view password, KeyCost cost = {});

/// Quick: from now on the person opens the casebook; somebody new, or somebody who comes back with their sheet
/// (`seal_from_sheet`). Throws also `exists` (the person has slots already) and `refused` (sealed for another casebook,
/// or no room for more people).
void add_person(const std::filesystem::path& folder, OpenVault& vault, const SealedPerson& person);

/// Quick: takes a person's slots away. Their private notes stay where they are; the sheet they have printed still
/// opens those. Throws also `not_found` (no such person) and `refused` (nobody would be left with a password).
void remove_person(const std::filesystem::path& folder, OpenVault& vault, Person person);

/// Slow: whether this is the present password of the vault's person. Looks at the vault alone and counts nothing.
bool is_own_password(const OpenVault& vault, std::string_view password);

/// Slow: a slot with a new password for the vault's person. Throws as `seal_person`.
KeySlot seal_password(const OpenVault& vault, std::string_view password, KeyCost cost = {});

/// Quick: the password of `seal_password` takes the place of the old one.
void replace_password(const std::filesystem::path& folder, OpenVault& vault, const KeySlot& sealed);

/// A recovery slot and the sheet that belongs to it.
struct SealedSheet {
    KeySlot slot{};
    RecoverySheet sheet;
};

/// Slow: a new sheet for the owner of `keys`. Throws `StorageError{too_little_memory}`.
SealedSheet seal_sheet(const CasebookKeys& keys);

/// Quick: the new sheet takes the place of the vault's person's old one, whose code no longer opens `keys`.
void replace_sheet(const std::filesystem::path& folder, OpenVault& vault, const SealedSheet& sealed);

/// Quick: puts everybody's slots back to what they were `before`, because what they were changed for came to nothing.
/// As far as the disk takes it: else the next change of `keys` writes them so.
void put_slots_back(const std::filesystem::path& folder, OpenVault& vault, const KeysFile& before);

} // namespace storage::vault
