#include "tests/support/failing_memory.h"

#include <sqlite3.h>

#include <stdexcept>
#include <utility>

namespace tests {

namespace {

// What SQLite calls is handed nothing to know us by.
sqlite3_mem_methods memory_before{};
std::function<bool()> is_refused{};

void* allocate(int size)
{
    return is_refused() ? nullptr : memory_before.xMalloc(size);
}

void* allocate_again(void* memory, int size)
{
    return is_refused() ? nullptr : memory_before.xRealloc(memory, size);
}

/// Gives SQLite its memory from elsewhere. That it can take only while it is at rest.
void set_memory(const sqlite3_mem_methods& memory)
{
    if (sqlite3_shutdown() != SQLITE_OK || sqlite3_config(SQLITE_CONFIG_MALLOC, &memory) != SQLITE_OK ||
        sqlite3_initialize() != SQLITE_OK) {
        throw std::runtime_error{"SQLite takes no other memory"};
    }
}

} // namespace

FailingMemory::FailingMemory(std::function<bool()> refuses)
{
    sqlite3_shutdown();
    if (sqlite3_config(SQLITE_CONFIG_GETMALLOC, &memory_before) != SQLITE_OK) {
        throw std::runtime_error{"SQLite does not say where it has its memory from"};
    }
    is_refused = std::move(refuses);
    sqlite3_mem_methods memory = memory_before;
    memory.xMalloc = allocate;
    memory.xRealloc = allocate_again;
    set_memory(memory);
}

FailingMemory::~FailingMemory()
{
    sqlite3_shutdown();
    sqlite3_config(SQLITE_CONFIG_MALLOC, &memory_before);
    sqlite3_initialize();
    is_refused = nullptr;
}

} // namespace tests
