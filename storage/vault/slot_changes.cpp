#include "storage/vault/slot_changes.h"

#include "storage/storage_error.h"
#include "storage/vault/two_copies.h"

#include <algorithm>

namespace storage::vault {

namespace {

namespace fs = std::filesystem;

bool is_among(std::span<const KeySlot> slots, const KeySlot& slot)
{
    return std::ranges::find(slots, slot) != slots.end();
}

void add_slots(const fs::path& folder, OpenVault& vault, std::span<const KeySlot> fresh)
{
    for (const KeySlot& slot : fresh) {
        vault.file.slots.push_back(slot);
        vault.file.next_person = std::max(vault.file.next_person, slot.person + 1);
    }
    ++vault.file.generation;
    write_copy(first_copy(folder), vault);
    const Copy written = read_copy(first_copy(folder));
    if (!written.is_good() || !written.is_sealed_by(vault.keys.vault) ||
        !std::ranges::all_of(fresh, [&](const KeySlot& slot) { return is_among(written.file().slots, slot); }))
        throw StorageError{StorageErrorKind::disk_error, "keys: the new slot is not there"};
    write_copy(second_copy(folder), vault);
}

} // namespace

void take_back(const fs::path& folder, OpenVault& vault, const KeysFile& before)
{
    vault.file.slots = before.slots;
    vault.file.next_person = before.next_person;
    ++vault.file.generation;
    try {
        write_both(folder, vault);
    } catch (const StorageError&) {
        // Half-way through an exchange the old slots are still on disk. What was all written stays there until the next
        // time that `keys` are written.
    }
}

void exchange_slots(const fs::path& folder, OpenVault& vault, std::span<const KeySlot> fresh,
                    const std::function<bool(const KeySlot&)>& is_old)
{
    const KeysFile before = vault.file;
    try {
        if (!fresh.empty())
            add_slots(folder, vault, fresh);
        const auto gone = std::erase_if(vault.file.slots,
                                        [&](const KeySlot& slot) { return is_old(slot) && !is_among(fresh, slot); });
        if (gone == 0)
            return;
        ++vault.file.generation;
        write_copy(first_copy(folder), vault);
    } catch (...) {
        take_back(folder, vault, before);
        throw;
    }
    try {
        write_copy(second_copy(folder), vault);
    } catch (const StorageError&) {
        // The change is made: `keys` says so and is the newer. The next opening mends the copy.
    }
}

} // namespace storage::vault
