#include "storage/vault/encrypted_file.h"

#include "storage/database.h"

#include <SQLiteCpp/Statement.h>
#include <sodium.h>
#include <sqlite3.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace storage::vault {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view plain_header{"SQLite format 3\0", 16};
constexpr int page_size = 4096;

/// With the libraries linked in the wrong order everything works, and nothing is encrypted. Before anything else.
void require_cipher(SQLite::Database& file)
{
    SQLite::Statement version{file, "PRAGMA cipher_version"};
    if (!version.executeStep() || version.getColumn(0).getString().empty())
        throw StorageError{StorageErrorKind::refused, "linked without encryption"};
}

void require_not_plain(SQLite::Database& file)
{
    if (raw_size(file) < static_cast<std::int64_t>(plain_header.size()))
        throw StorageError{StorageErrorKind::damaged, "database file too short"};
    if (std::ranges::equal(raw_bytes(file, 0, plain_header.size()), plain_header,
                           [](unsigned char byte, char letter) { return byte == static_cast<unsigned char>(letter); }))
        throw StorageError{StorageErrorKind::not_ours, "database file is not encrypted"};
}

/// Hands over the raw key in the form `x'HEX'`, from locked memory.
void give_key(SQLite::Database& file, const SecretKey& key)
{
    constexpr std::size_t hex_size = 2 * SecretKey::size;
    constexpr std::size_t literal_size = hex_size + 3;
    const std::unique_ptr<char[], decltype(&sodium_free)> literal{static_cast<char*>(sodium_malloc(literal_size + 1)),
                                                                  &sodium_free};
    if (!literal)
        throw StorageError{StorageErrorKind::too_little_memory, "no locked memory for a key"};
    literal[0] = 'x';
    literal[1] = '\'';
    sodium_bin2hex(&literal[2], hex_size + 1, key.bytes().data(), SecretKey::size);
    literal[literal_size - 1] = '\'';
    literal[literal_size] = '\0';
    const int result = sqlite3_key_v2(file.getHandle(), "main", literal.get(), static_cast<int>(literal_size));
    if (result == SQLITE_NOMEM)
        throw SQLite::Exception{file.getHandle(), result};
    if (result != SQLITE_OK)
        throw StorageError{StorageErrorKind::refused, "the database takes no key"};
}

void set_page_size(SQLite::Database& file)
{
    // The default too, or a file attached later would silently get pages of 1024 bytes.
    for (const std::string name : {"cipher_default_page_size", "cipher_page_size"}) {
        SQLite::Statement statement{file, "PRAGMA " + name + " = " + std::to_string(page_size)};
        statement.executeStep();
    }
}

void require_kind(SQLite::Database& file, std::int32_t kind)
{
    SQLite::Statement size{file, "PRAGMA page_size"};
    if (!size.executeStep() || size.getColumn(0).getInt() != page_size)
        throw StorageError{StorageErrorKind::refused, "other page size"};
    if (application_id(file) != kind)
        throw StorageError{StorageErrorKind::not_ours, "other application id"};
}

SQLite::Database open_handle(const fs::path& file, OpenMode mode)
{
    const std::string name = file.filename().string();
    const bool is_there = fs::exists(fs::symlink_status(file));
    if (mode != OpenMode::create && !is_there)
        throw StorageError{StorageErrorKind::not_found, name};
    if (mode == OpenMode::create && is_there)
        throw StorageError{StorageErrorKind::exists, name};

    const int flags = mode == OpenMode::read_only ? SQLite::OPEN_READONLY
                      : mode == OpenMode::create  ? SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE
                                                  : SQLite::OPEN_READWRITE;
    SQLite::Database database{fs::absolute(file).string(), flags};
    if (mode != OpenMode::read_only && sqlite3_db_readonly(database.getHandle(), "main") != 0)
        throw StorageError{StorageErrorKind::cannot_open, name + " is read-only"};
    return database;
}

SQLite::Database open_once(const fs::path& file, const SecretKey& key, std::int32_t kind, OpenMode mode)
{
    SQLite::Database database = open_handle(file, mode);
    require_cipher(database);
    if (mode != OpenMode::create)
        require_not_plain(database);

    give_key(database, key);
    set_page_size(database);
    mode == OpenMode::read_only ? hold_for_reading(database) : hold_exclusively(database);
    apply_settings(database);
    if (mode == OpenMode::create) {
        database.exec("PRAGMA application_id = " + std::to_string(kind));
        require_not_plain(database);
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
    }
    require_kind(database, kind);
    return database;
}

} // namespace

SQLite::Database open_encrypted(const fs::path& file, const SecretKey& key, std::int32_t kind, OpenMode mode)
{
    return with_storage_errors([&] {
        try {
            return with_storage_errors([&] { return open_once(file, key, kind, mode); });
        } catch (const StorageError& error) {
            if (mode == OpenMode::create || error.kind != StorageErrorKind::damaged)
                throw;
        }
        // The cipher takes its salt from the first bytes of the file before anything else is done, and does not say
        // when it could not. If they could not be read, or the power failed while they were written, everything looks
        // damaged; they are right once the transaction that was cut off is undone.
        return open_once(file, key, kind, mode);
    });
}

SQLite::Database memory_database()
{
    return with_storage_errors([] {
        SQLite::Database database{":memory:", SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        require_cipher(database);
        apply_settings(database);
        return database;
    });
}

} // namespace storage::vault
