#pragma once

#include "model/embedded_file.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <span>

namespace storage {

/// The migrations of `record.db` that this program was built with, oldest first.
std::span<const model::EmbeddedFile> migration_files();

/// Brings a file's schema up to date.
///
/// `migrations` are named `0001_what.sql`, `0002_what.sql`... without a gap. Each runs whole in one transaction that
/// also sets the schema version, with foreign keys off (a table rebuilt with them on takes its children away) and
/// checked before the commit. A file that already holds something is first copied into `copies` as
/// `NAME.before-NNNN`, unless `copies` is empty or the database is in memory.
///
/// Throws `StorageError`: `too_new` when the file is newer than the migrations, `damaged` when a foreign key points
/// nowhere, `full` and the like; the file then keeps the schema of the last migration that finished.
void run_migrations(SQLite::Database& file, std::span<const model::EmbeddedFile> migrations,
                    const std::filesystem::path& copies = {});

} // namespace storage
