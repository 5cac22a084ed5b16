#pragma once

#include "model/embedded_file.h"
#include "storage/lock_note.h"
#include "storage/migrations.h"
#include "storage/storage_error.h"
#include "storage/vault/vault.h"

#include <SQLiteCpp/Database.h>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <span>
#include <string>

namespace storage {

/// Marks `record.db` in its header.
constexpr std::int32_t record_file_kind = 0x4D6E6472; // "Mndr"
/// Marks `private.db` in its header.
constexpr std::int32_t private_file_kind = 0x4D6E6470; // "Mndp"

/// What a casebook is called: the last part of its folder's path, which may end in a slash, without `.casebook`.
std::string casebook_name(const std::filesystem::path& folder);

/// What is wrong with `folder` before any key is tried: `not_found`, or `not_ours` when nothing of a casebook lies
/// there.
std::optional<StorageErrorKind> problem_with_folder(const std::filesystem::path& folder);

/// A casebook's databases, locked for this process while it lives. One thread only.
struct OpenFiles {
    SQLite::Database record;
    SQLite::Database private_notes; ///< Separate file, separate key; never in one transaction with `record`.
    bool is_read_only = false;
    /// The file of private notes is damaged or gone: `private_notes` is empty and in memory, so that the record opens.
    bool has_lost_private_notes = false;
    std::set<RowName> found_damaged{}; ///< Rows that an upgrade found damaged, and left so.
    LockFile lock{}; ///< Last, so that it goes first: once the databases are free, a note is another's.
};

/// Two empty databases in memory with the schema in place.
OpenFiles files_in_memory(const vault::CasebookKeys& keys,
                          std::span<const model::EmbeddedFile> migrations = migration_files());

/// Makes the folder of a casebook (mode 0700) whole or not at all: `build_in` fills a hidden folder beside its place,
/// in which `backups` is already, and syncs what it writes; the folder gets its name when it is all on disk. Throws
/// `StorageError`: `exists`, `cannot_open`... and whatever `build_in` throws; then nothing is left, as far as the disk
/// still takes anything away.
void make_beside(const std::filesystem::path& folder,
                 const std::function<void(const std::filesystem::path&)>& build_in);

/// Makes the casebook `folder` (mode 0700) with its keys and databases, whole or not at all: it is built beside its
/// place under a hidden name, lets `fill` write what every casebook starts with, and appears under its own name when it
/// is all on disk. It is closed afterwards; `open_files` opens it. Throws `StorageError`: `exists`, `cannot_open`,
/// `full`... and whatever `fill` throws; then nothing is left, as far as the disk still takes anything away.
void make_folder(const std::filesystem::path& folder, const vault::OpenVault& vault,
                 const std::function<void(OpenFiles&)>& fill = {},
                 std::span<const model::EmbeddedFile> migrations = migration_files());

/// Whose private notes are made.
enum class NotesOf {
    somebody_known,
    somebody_new, ///< Nobody had their number before: a file that their key does not open is left over, and removed.
};

/// Makes the database of a person's private notes; one that is there already must open with their key. Throws
/// `StorageError`; then no file is there that was not there before.
void make_private_notes(const std::filesystem::path& folder, const vault::CasebookKeys& keys, NotesOf whose);

/// How an older casebook is upgraded while it opens.
struct Upgrade {
    std::function<model::Moment()> now{}; ///< As in `Upgrading`.
    bool keeps_copy = false;              ///< Of what it was; not for what is unpacked from a backup, which has it.
};

/// Opens the databases of a casebook with keys from `vault::unlock`, brings the schema up to date (an older file is
/// copied into `backups/` first, if it is wanted) and leaves a note of who holds it.
/// Where the folder or a file of it cannot be written, they open for reading: nothing is changed, and an older schema
/// is `needs_upgrade`. Private notes that are damaged or gone do not keep the record shut. Throws `StorageError`:
/// `in_use` (with its holder, when the note tells), `open_elsewhere` (with its holder; then nothing was touched),
/// `not_ours`, `too_new`, `damaged`, `not_found`, `full`...
OpenFiles open_files(const std::filesystem::path& folder, const vault::CasebookKeys& keys,
                     std::span<const model::EmbeddedFile> migrations = migration_files(),
                     Elsewhere elsewhere = Elsewhere::is_refused, const Upgrade& upgrade = {});

} // namespace storage
