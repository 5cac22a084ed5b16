#include "storage/storage_error.h"
#include "storage/vault/encrypted_file.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/Database.h>

#include <cstdio>
#include <optional>

// The storage code linked on purpose as a wrong order of libraries would have it: a plain SQLite answers first, and the
// functions that take a key come from SQLCipher behind it. Everything would work, unencrypted and without an error.

int main()
{
    using storage::StorageErrorKind;
    using storage::vault::OpenMode;
    using storage::vault::SecretKey;

    if (SQLite::Database memory{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        !memory.execAndGet("SELECT sqlite_version() NOT LIKE '3.15.%'").getInt()) {
        std::puts("this program was to be linked with the plain library first, and is not");
        return 1;
    }

    const tests::TemporaryFolder folder;
    const auto key = SecretKey::random();
    const auto file = folder.path() / "some.db";
    const auto on_create = tests::failure_of([&] { open_encrypted(file, key, 1, OpenMode::create); });
    const bool is_untouched = tests::bytes_of(file).empty();
    tests::overwrite(file, std::string(8192, 'x'));
    const auto on_open = tests::failure_of([&] { open_encrypted(file, key, 1, OpenMode::existing); });
    const auto in_memory = tests::failure_of([] { storage::vault::memory_database(); });

    const bool is_refused = on_create == StorageErrorKind::refused && is_untouched &&
                            on_open == StorageErrorKind::refused && in_memory == StorageErrorKind::refused;
    std::puts(is_refused ? "refuses to run unencrypted" : "RUNS WITHOUT ENCRYPTION");
    return is_refused ? 0 : 1;
}
