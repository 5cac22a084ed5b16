#include "storage/database.h"

#include "storage/durable_file.h"
#include "storage/seals.h"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <string>
#include <string_view>

namespace storage {

namespace {

StorageErrorKind kind_of(int code, int extended_code)
{
    switch (code) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return StorageErrorKind::in_use;
    case SQLITE_FULL:
        return StorageErrorKind::full;
    case SQLITE_READONLY:
        return StorageErrorKind::read_only;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_AUTH:
        return StorageErrorKind::cannot_open;
    case SQLITE_NOMEM:
        return StorageErrorKind::too_little_memory;
    case SQLITE_CONSTRAINT:
    case SQLITE_TOOBIG:
    case SQLITE_MISMATCH:
        return StorageErrorKind::refused;
    case SQLITE_IOERR:
        // A quota or a limit on file sizes comes as a failed write, not as a full disk.
        if (extended_code == SQLITE_IOERR_WRITE)
            return StorageErrorKind::full;
        return extended_code == SQLITE_IOERR_SHORT_READ ? StorageErrorKind::damaged : StorageErrorKind::disk_error;
    default:
        // SQLITE_NOTADB and SQLITE_CORRUPT; also SQLITE_ERROR, with which the cipher reports a page that fails its
        // check.
        return StorageErrorKind::damaged;
    }
}

/// The first column of a pragma's first row; empty when it has none, as for a pragma that the library does not know.
std::string pragma(SQLite::Database& file, const std::string& words)
{
    SQLite::Statement statement{file, "PRAGMA " + words};
    if (!statement.executeStep())
        return {};
    std::string text = statement.getColumn(0).getString();
    // A number has to become text first, for which there may be no memory; then it reads as empty.
    if (file.getErrorCode() == SQLITE_NOMEM)
        throw SQLite::Exception{file.getHandle(), SQLITE_NOMEM};
    return text;
}

/// Sets a pragma and makes sure that it took.
void set(SQLite::Database& file, const std::string& name, const std::string& value, const std::string& reads_as)
{
    pragma(file, name + " = " + value);
    if (pragma(file, name) != reads_as)
        throw StorageError{StorageErrorKind::refused, "setting " + name + " did not take"};
}

sqlite3_file* handle_of(SQLite::Database& file)
{
    sqlite3_file* handle = nullptr;
    sqlite3_file_control(file.getHandle(), "main", SQLITE_FCNTL_FILE_POINTER, &handle);
    return handle != nullptr && handle->pMethods != nullptr ? handle : nullptr;
}

} // namespace

StorageError from_sqlite(const SQLite::Exception& error)
{
    const int code = error.getErrorCode() & 0xFF;
    std::string detail = "sqlite " + std::to_string(error.getExtendedErrorCode()) + ": ";
    // Most messages may quote what was searched for or written; those of constraints name tables and columns only.
    detail += code == SQLITE_CONSTRAINT ? error.what() : error.getErrorStr();
    // The guard of a row with a broken seal says so.
    if (code == SQLITE_CONSTRAINT && std::string_view{error.what()} == broken_seal)
        return StorageError{StorageErrorKind::damaged, detail};
    return StorageError{
        error.getErrorCode() < 0 ? StorageErrorKind::refused : kind_of(code, error.getExtendedErrorCode()), detail};
}

StorageError from_file_system(const std::filesystem::filesystem_error& error)
{
    return from_errno(error.code().value(), "file " + error.path1().filename().string());
}

void apply_settings(SQLite::Database& file)
{
    with_storage_errors([&] {
        const bool in_memory = handle_of(file) == nullptr;
        set(file, "temp_store", "MEMORY", "2");
        set(file, "auto_vacuum", "NONE", "0");
        set(file, "journal_mode", "DELETE", in_memory ? "memory" : "delete");
        set(file, "synchronous", "EXTRA", "3");
        set(file, "foreign_keys", "ON", "1");
        set(file, "recursive_triggers", "ON", "1");
        set(file, "secure_delete", "ON", "1");
        set(file, "cell_size_check", "ON", "1");
        set(file, "cache_size", "-65536", "-65536");
    });
}

void hold_exclusively(SQLite::Database& file)
{
    with_storage_errors([&] {
        set(file, "locking_mode", "EXCLUSIVE", "exclusive");
        // The locking mode alone locks nothing until the first write.
        file.exec("BEGIN EXCLUSIVE");
        file.exec("COMMIT");
    });
}

void hold_for_reading(SQLite::Database& file)
{
    with_storage_errors([&] {
        set(file, "locking_mode", "EXCLUSIVE", "exclusive");
        // In this mode the lock of the first reading stays.
        file.exec("SELECT count(*) FROM sqlite_master");
    });
}

int schema_version(SQLite::Database& file)
{
    return with_storage_errors([&] { return std::stoi(pragma(file, "user_version")); });
}

std::int32_t application_id(SQLite::Database& file)
{
    return with_storage_errors([&] { return static_cast<std::int32_t>(std::stol(pragma(file, "application_id"))); });
}

std::int64_t raw_size(SQLite::Database& file)
{
    sqlite3_file* const handle = handle_of(file);
    if (handle == nullptr)
        return 0;
    sqlite3_int64 size = 0;
    if (handle->pMethods->xFileSize(handle, &size) != SQLITE_OK)
        throw StorageError{StorageErrorKind::disk_error, "size of a database file"};
    return size;
}

std::vector<unsigned char> raw_bytes(SQLite::Database& file, std::int64_t offset, std::size_t count)
{
    assert(offset >= 0 && offset + static_cast<std::int64_t>(count) <= raw_size(file));
    sqlite3_file* const handle = handle_of(file);
    std::vector<unsigned char> bytes(count);
    if (count > 0 && handle->pMethods->xRead(handle, bytes.data(), static_cast<int>(count), offset) != SQLITE_OK)
        throw StorageError{StorageErrorKind::disk_error, "reading a database file"};
    return bytes;
}

void copy_raw(SQLite::Database& file, const std::filesystem::path& to)
{
    assert(sqlite3_get_autocommit(file.getHandle()) != 0);
    constexpr std::int64_t piece = 1 << 20;
    const std::int64_t size = raw_size(file);
    write_durably(to, [&](const Sink& sink) {
        for (std::int64_t at = 0; at < size; at += piece)
            sink(raw_bytes(file, at, static_cast<std::size_t>(std::min(piece, size - at))));
    });
}

} // namespace storage
