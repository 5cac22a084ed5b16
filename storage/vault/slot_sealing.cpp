#include "storage/vault/slot_sealing.h"

#include "storage/storage_error.h"

namespace storage::vault {

void require_usable(std::string_view password, KeyCost cost)
{
    if (problem_with(password))
        throw StorageError{StorageErrorKind::refused, "password cannot be used"};
    if (!cost.is_allowed())
        throw StorageError{StorageErrorKind::refused, "key cost out of range"};
}

void require_nobody_elses(std::string_view password, const KeysFile& file, Person owner)
{
    for (const KeySlot& slot : file.slots)
        if (slot.kind == KeySlot::Kind::password && slot.person != owner && open_slot(slot, file.vault, password))
            throw StorageError{StorageErrorKind::exists, "keys: the password of another person"};
}

KeySlot seal_and_try(const CasebookKeys& keys, KeySlot::Kind kind, std::string_view secret, KeyCost cost)
{
    const KeySlot slot = seal_slot(keys, kind, secret, cost);
    const auto opened = open_slot(slot, keys.id, secret);
    if (!opened || !(opened->vault == keys.vault) || !(opened->drawer == keys.drawer))
        throw StorageError{StorageErrorKind::refused, "the new slot does not open"};
    return slot;
}

} // namespace storage::vault
