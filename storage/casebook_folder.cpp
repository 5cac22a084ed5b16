#include "storage/casebook_folder.h"

#include "storage/database.h"
#include "storage/durable_file.h"
#include "storage/vault/encrypted_file.h"
#include "storage/vault/people.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fcntl.h>
#include <random>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

constexpr auto record_name = "record.db";
constexpr auto copies_name = "backups";

void make_directory(const fs::path& folder)
{
    if (::mkdir(folder.c_str(), 0700) != 0)
        throw from_errno(errno, "make folder");
}

/// A name beside `folder` that nobody else uses.
fs::path building_place(const fs::path& folder)
{
    std::random_device random;
    std::array<char, 24> digits{};
    std::to_chars(digits.data(), digits.data() + digits.size(), (static_cast<std::uint64_t>(random()) << 32) | random(),
                  16);
    return folder.parent_path() / ("." + folder.filename().string() + ".new-" + digits.data());
}

/// Gives the finished folder its name, unless something took that name meanwhile.
void put_in_place(const fs::path& built, const fs::path& folder)
{
    rename_to_new(built, folder);
    try {
        sync_folder(folder.parent_path());
    } catch (const StorageError&) {
        std::error_code ignored;
        fs::remove_all(folder, ignored);
        throw;
    }
}

/// Whether a file that gives this kind of error will not open the next time either.
bool is_lost(StorageErrorKind kind)
{
    return kind == StorageErrorKind::damaged || kind == StorageErrorKind::not_found ||
           kind == StorageErrorKind::not_ours;
}

OpenFiles open_both(const fs::path& folder, const vault::CasebookKeys& keys, vault::OpenMode mode)
{
    const auto record_key = subkey(keys.vault, vault::Purpose::record_database);
    const auto private_key = subkey(keys.drawer, vault::Purpose::private_database);
    const fs::path private_notes = folder / vault::private_file_name(keys.person);
    auto record = vault::open_encrypted(folder / record_name, record_key, record_file_kind, mode);
    std::optional<SQLite::Database> found;
    try {
        found = vault::open_encrypted(private_notes, private_key, private_file_kind, mode);
    } catch (const StorageError& error) {
        if (mode == vault::OpenMode::create || !is_lost(error.kind))
            throw;
    }
    const bool is_found = found.has_value();
    return {.record = std::move(record),
            .private_notes = is_found ? std::move(*found) : vault::memory_database(),
            .has_lost_private_notes = !is_found};
}

/// Whether the folder or a database in it cannot be changed, by us or by anybody.
bool takes_no_changes(const fs::path& folder, vault::Person person)
{
    const auto is_closed = [](const fs::path& path) {
        return ::faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) != 0 && (errno == EROFS || errno == EACCES);
    };
    return is_closed(folder) || is_closed(folder / record_name) || is_closed(folder / vault::private_file_name(person));
}

void bring_up_to_date(OpenFiles& files, std::span<const model::EmbeddedFile> migrations, const Upgrading& upgrading)
{
    // What is too new must be refused before anything is upgraded.
    require_no_schema(files.private_notes);
    files.found_damaged = run_migrations(files.record, migrations, upgrading);
}

OpenFiles open_for_reading(const fs::path& folder, const vault::CasebookKeys& keys,
                           std::span<const model::EmbeddedFile> migrations)
{
    OpenFiles files = open_both(folder, keys, vault::OpenMode::read_only);
    files.is_read_only = true;
    const int version = schema_version(files.record);
    if (version >= 0 && version < static_cast<int>(migrations.size()))
        throw StorageError{StorageErrorKind::needs_upgrade, "schema " + std::to_string(version)};
    bring_up_to_date(files, migrations, {.keys = keys}); // Refuses what is too new.
    return files;
}

void build(const fs::path& place, const vault::OpenVault& vault, const std::function<void(OpenFiles&)>& fill,
           std::span<const model::EmbeddedFile> migrations)
{
    write_both(place, vault);
    OpenFiles files = open_both(place, vault.keys, vault::OpenMode::create);
    bring_up_to_date(files, migrations, {.keys = vault.keys});
    if (fill)
        fill(files);
}

/// That somebody else is in the way, and who.
StorageError held(const fs::path& folder)
{
    const auto note = lock_note(folder);
    return note && !is_stale(*note) ? StorageError{note->holder} : StorageError{StorageErrorKind::in_use, "held"};
}

fs::path journal_of(fs::path database)
{
    return database += "-journal";
}

/// Removes a database that nobody uses, and what a crash left of its last transaction.
void remove_database(const fs::path& file)
{
    for (const fs::path& path : {journal_of(file), file})
        if (::unlink(path.c_str()) != 0 && errno != ENOENT)
            throw from_errno(errno, "remove " + path.filename().string());
}

/// Whether this is a database of private notes under this key.
bool opens_private(const fs::path& file, const vault::SecretKey& key)
{
    try {
        vault::open_encrypted(file, key, private_file_kind, vault::OpenMode::existing);
        return true;
    } catch (const StorageError& error) {
        if (error.kind != StorageErrorKind::damaged && error.kind != StorageErrorKind::not_ours)
            throw;
        return false;
    }
}

} // namespace

std::string casebook_name(const fs::path& folder)
{
    // A path that ends in a slash has no last part.
    const fs::path last = folder.has_filename() ? folder.filename() : folder.parent_path().filename();
    return (last.extension() == ".casebook" ? last.stem() : last).string();
}

std::optional<StorageErrorKind> problem_with_folder(const fs::path& folder)
{
    std::error_code ignored;
    if (!fs::exists(folder, ignored)) {
        return StorageErrorKind::not_found;
    }
    const bool is_ours = vault::has_keys(folder) || fs::exists(folder / record_name, ignored);
    return is_ours ? std::nullopt : std::optional{StorageErrorKind::not_ours};
}

void make_private_notes(const fs::path& folder, const vault::CasebookKeys& keys, NotesOf whose)
{
    const fs::path file = folder / vault::private_file_name(keys.person);
    const auto key = subkey(keys.drawer, vault::Purpose::private_database);
    std::error_code none;
    const bool is_there = fs::exists(fs::symlink_status(file, none));
    if (whose == NotesOf::somebody_new) {
        if (is_there && opens_private(file, key))
            return;
        remove_database(file);
    } else if (is_there) {
        vault::open_encrypted(file, key, private_file_kind, vault::OpenMode::existing);
        return;
    }
    try {
        vault::open_encrypted(file, key, private_file_kind, vault::OpenMode::create);
        sync_folder(folder);
    } catch (...) {
        std::error_code ignored;
        fs::remove(journal_of(file), ignored);
        fs::remove(file, ignored);
        throw;
    }
}

OpenFiles files_in_memory(const vault::CasebookKeys& keys, std::span<const model::EmbeddedFile> migrations)
{
    OpenFiles files{.record = vault::memory_database(), .private_notes = vault::memory_database()};
    bring_up_to_date(files, migrations, {.keys = keys});
    return files;
}

void make_beside(const fs::path& folder, const std::function<void(const fs::path&)>& build_in)
{
    with_storage_errors([&] {
        const fs::path wanted = fs::absolute(folder).lexically_normal();
        const fs::path target = wanted.has_filename() ? wanted : wanted.parent_path();
        if (fs::exists(fs::symlink_status(target)))
            throw StorageError{StorageErrorKind::exists, "folder"};

        const fs::path place = building_place(target);
        make_directory(place);
        try {
            make_directory(place / copies_name);
            build_in(place);
            sync_folder(place);
            put_in_place(place, target);
        } catch (...) {
            std::error_code ignored;
            fs::remove_all(place, ignored);
            throw;
        }
    });
}

void make_folder(const fs::path& folder, const vault::OpenVault& vault, const std::function<void(OpenFiles&)>& fill,
                 std::span<const model::EmbeddedFile> migrations)
{
    make_beside(folder, [&](const fs::path& place) { build(place, vault, fill, migrations); });
}

OpenFiles open_files(const fs::path& folder, const vault::CasebookKeys& keys,
                     std::span<const model::EmbeddedFile> migrations, Elsewhere elsewhere, const Upgrade& upgrade)
{
    const fs::path place = with_storage_errors([&] { return fs::absolute(folder); });
    if (std::error_code none; !fs::is_directory(place, none))
        throw StorageError{StorageErrorKind::not_found, "no folder"};
    // Before anything: opening may already undo what another machine is in the middle of.
    require_not_elsewhere(place, elsewhere);
    try {
        if (takes_no_changes(place, keys.person))
            return open_for_reading(place, keys, migrations);
        OpenFiles files = open_both(place, keys, vault::OpenMode::existing);
        files.lock = LockFile{place};
        bring_up_to_date(
            files, migrations,
            {.keys = keys, .now = upgrade.now, .copies = upgrade.keeps_copy ? place / copies_name : fs::path{}});
        return files;
    } catch (const StorageError& error) {
        if (error.kind == StorageErrorKind::in_use)
            throw held(place);
        if (error.kind == StorageErrorKind::not_found)
            throw StorageError{StorageErrorKind::damaged, error.detail + " is missing"};
        throw;
    }
}

} // namespace storage
