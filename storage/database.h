#pragma once

#include "storage/storage_error.h"

#include <SQLiteCpp/Database.h>
#include <SQLiteCpp/Exception.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

/// What every database file of a casebook has in common, whatever is in it.
namespace storage {

/// The one place where a code of SQLite becomes a kind of ours. `detail` holds codes and SQLite's own words for them,
/// and for a broken constraint the name of the table and column; never a value.
StorageError from_sqlite(const SQLite::Exception& error);

/// The same for the file system.
StorageError from_file_system(const std::filesystem::filesystem_error& error);

/// Runs `act` and hands back its result; a failure of SQLite or of the file system leaves as `StorageError`.
template <class Act>
decltype(auto) with_storage_errors(Act&& act)
{
    try {
        return act();
    } catch (const SQLite::Exception& error) {
        throw from_sqlite(error);
    } catch (const std::filesystem::filesystem_error& error) {
        throw from_file_system(error);
    }
}

/// The settings that every connection runs with: rollback journal, `synchronous=EXTRA`, foreign keys, recursive
/// triggers (without them REPLACE slips past a row's guards), secure delete, no temporary files, cell checks, a cache
/// of 64 MiB. Reads each one back; one that did not take is `StorageError{refused}`.
void apply_settings(SQLite::Database& file);

/// Takes the file's lock for as long as the connection lives. `StorageError{in_use}` when somebody else holds it.
void hold_exclusively(SQLite::Database& file);

/// Keeps others from writing the file for as long as the connection lives; they may read it. For a file that we cannot
/// write ourselves. `StorageError{in_use}` when somebody is writing it.
void hold_for_reading(SQLite::Database& file);

/// The database's schema version, 0 for a file nothing was made in yet.
int schema_version(SQLite::Database& file);

/// Which kind of file it is, as its maker wrote into the header.
std::int32_t application_id(SQLite::Database& file);

/// The file's size in bytes, through SQLite's own handle; 0 for a database in memory.
std::int64_t raw_size(SQLite::Database& file);

/// The bytes as they lie on disk, through SQLite's own handle: opening the file a second time in this process and
/// closing it again would drop the lock. `offset + count` must lie within the file.
std::vector<unsigned char> raw_bytes(SQLite::Database& file, std::int64_t offset, std::size_t count);

/// Copies the bytes as they lie on disk (so: encrypted) to a new file, durably and under its name only once whole.
/// No transaction may be open.
void copy_raw(SQLite::Database& file, const std::filesystem::path& to);

} // namespace storage
