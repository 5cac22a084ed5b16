#pragma once

#include "storage/vault/people.h"

#include <filesystem>
#include <string_view>

/// From the recovery sheet back into the casebook, when `keys` is damaged or gone.
///
/// First `seal_from_sheet` on a worker. Then the caller opens `record.db` with the keys it gave: that is the proof that
/// the sheet is of this casebook. Only then `rebuild_keys`.
namespace storage::vault {

/// Slow: the keys that sheet and code give, a new password slot for their owner, and the sheet's own recovery slot, so
/// that the sheet stays good. Touches no file. For somebody who comes back into a casebook that others can open
/// (`add_person`), `others` is what its `keys` says. Throws `StorageError`: `wrong_password` (sheet and code do not
/// belong together), `refused` (an unusable password or cost, or the slot is not of a sheet), `exists` (the password is
/// another person's), `too_little_memory`.
SealedPerson seal_from_sheet(const SheetSlot& sheet, const RecoveryCode& code, std::string_view new_password,
                             KeyCost cost = {}, const KeysFile& others = {});

/// Quick: makes `keys` and `keys.bak` anew for this one person. What was there is kept as `keys.damaged-N`. The
/// generation goes on from the highest that can still be read, and nobody's number is used again for whom `folder`
/// holds private notes, nor one below `next_person`, which lies above everybody whom the record knows; the others come
/// back with their own sheets. `head` is where the log of acts in `record.db` ends.
///
/// Throws `StorageError`: `exists` (one of the copies is good: unlock with the code instead, or `add_person`),
/// `too_new` (a newer Mendline wrote one), `full`... It can be called again after a failure.
OpenVault rebuild_keys(const std::filesystem::path& folder, SealedPerson person, const LogHead& head = {},
                       Person next_person = 2);

/// Throws as `rebuild_keys` does where the keys are not lost to whoever has this vault key.
void require_keys_lost(const std::filesystem::path& folder, const SecretKey& vault_key);

} // namespace storage::vault
