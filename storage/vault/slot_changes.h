#pragma once

#include "storage/vault/vault.h"

#include <filesystem>
#include <functional>
#include <span>

/// How the slots of a folder's `keys` are changed. Only for the files of this folder.
namespace storage::vault {

/// Writes `keys` with the `fresh` slots beside what is there, reads them back, and only then writes `keys` without
/// those that are `old`; `keys.bak` follows each step. At every moment the folder opens with the old or the fresh.
/// Throws `StorageError`; then `vault` is what it was, and so is the folder as far as the disk still takes it back.
void exchange_slots(const std::filesystem::path& folder, OpenVault& vault, std::span<const KeySlot> fresh,
                    const std::function<bool(const KeySlot&)>& is_old);

/// Puts `keys` back to the slots of `before`, under a generation of its own so that it is the newer of all copies; the
/// head of the log stays as it is noted now. As far as the disk still takes it back.
void take_back(const std::filesystem::path& folder, OpenVault& vault, const KeysFile& before);

} // namespace storage::vault
