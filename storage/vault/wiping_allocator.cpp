#include "storage/vault/wiping_allocator.h"

#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <cstring>

namespace storage::vault {

namespace {

/// SQLite's own allocator, which does the work. SQLite takes plain functions that carry nothing with them, so this one
/// is known to all of them.
sqlite3_mem_methods plain{};

void wipe_and_free(void* block)
{
    if (block == nullptr)
        return;
    sodium_memzero(block, static_cast<std::size_t>(plain.xSize(block)));
    plain.xFree(block);
}

/// Always by a new block: the plain one may move a block and leave the old bytes behind.
void* resize_and_wipe(void* block, int size)
{
    const int before = plain.xSize(block);
    if (size == before)
        return block;
    void* fresh = plain.xMalloc(size);
    if (fresh == nullptr)
        return nullptr;
    std::memcpy(fresh, block, static_cast<std::size_t>(std::min(before, size)));
    wipe_and_free(block);
    return fresh;
}

} // namespace

bool wipe_freed_memory()
{
    if (plain.xFree != nullptr)
        return true;
    sqlite3_mem_methods found{};
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &found) != SQLITE_OK)
        return false;
    sqlite3_mem_methods wiping = found;
    wiping.xFree = wipe_and_free;
    wiping.xRealloc = resize_and_wipe;
    if (sqlite3_config(SQLITE_CONFIG_MALLOC, &wiping) != SQLITE_OK)
        return false;
    plain = found;
    return true;
}

} // namespace storage::vault
