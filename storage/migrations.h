#pragma once

#include "model/calendar.h"
#include "model/embedded_file.h"
#include "storage/seals.h"
#include "storage/vault/keys_file.h"

#include <SQLiteCpp/Database.h>

#include <filesystem>
#include <functional>
#include <set>
#include <span>

namespace storage {

/// The migrations of `record.db` that this program was built with, oldest first.
std::span<const model::EmbeddedFile> migration_files();

/// What an upgrade works with.
struct Upgrading {
    const vault::CasebookKeys& keys;      ///< For seals and log; whose slot it is, is who upgrades.
    std::function<model::Moment()> now{}; ///< Where there is none, the entry has the time of the one before it: for
                                          ///< copies that nobody keeps.
    std::filesystem::path copies{};       ///< Where an older file is copied to first; nowhere when empty.
};

/// Brings the schema of a record up to date, and hands out the rows that an upgrade found damaged.
///
/// `migrations` are named `0001_what.sql`, `0002_what.sql`... without a gap. All that are missing run in one exclusive
/// transaction, which also makes the triggers of `kept_rows.h` anew and sets the schema version; foreign keys are off
/// (a table rebuilt with them on takes its children away), and none may point nowhere afterwards that did not before.
/// Whatever interrupts it leaves the old file. A file that already holds something is first copied into `copies` as
/// `NAME.before-NNNN`, unless it is in memory.
///
/// An upgrade of such a file is one entry of the log, `upgraded`, for all its migrations; where the end of the log
/// cannot be read there is none, as none may follow an unknown one. Where a migration says, in its first line,
/// `-- Seals anew: TABLE, TABLE`, log and rows are held against each other beforehand. The rows of those tables get a
/// new seal, and the entry vouches for them; but a row that was damaged gets none, and one that was sound and yet not
/// what the log says (an earlier version of it, or one that nobody wrote) gets a seal for which no entry vouches.
///
/// Throws `StorageError`: `too_new` when the file is newer than the migrations; `damaged` when a foreign key that was
/// right points nowhere, or where tables are to be sealed anew, but the log cannot be read or somebody made such a
/// table anew; `refused` where a migration names a table that is not sealed; `full` and the like.
std::set<RowName> run_migrations(SQLite::Database& file, std::span<const model::EmbeddedFile> migrations,
                                 const Upgrading& upgrading);

/// For a file that has no schema of ours: throws `StorageError{too_new}` when a later program gave it one.
void require_no_schema(SQLite::Database& file);

} // namespace storage
