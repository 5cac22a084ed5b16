#include "storage/restoring.h"

#include "storage/backup_file.h"
#include "storage/casebook_folder.h"
#include "storage/database.h"
#include "storage/durable_file.h"
#include "storage/erasing.h"
#include "storage/record.h"
#include "storage/vault/encrypted_file.h"
#include "storage/vault/keys_file.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <fcntl.h>
#include <string>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

std::int64_t rows_of(SQLite::Database& file, const std::string& table)
{
    return file.execAndGet("SELECT count(*) FROM " + table).getInt64();
}

void require_room(const fs::path& folder, const fs::path& backup)
{
    constexpr std::uint64_t margin = 1UL << 20;
    if (fs::space(folder).available < fs::file_size(backup) + margin)
        throw StorageError{StorageErrorKind::full, "no room for a restored casebook"};
}

/// Tries the secret on the keys alone, before all the rest is read. Leaves nothing in `place`.
vault::OpenVault unlock_keys_of(const fs::path& backup, const fs::path& place, const Unlocking& unlocking)
{
    const fs::path trial = place / ".keys";
    if (::mkdir(trial.c_str(), 0700) != 0)
        throw from_errno(errno, "make folder");
    write_durably(trial / "keys", read_backup_keys(backup));
    vault::OpenVault vault = unlocking(trial);
    fs::remove_all(trial);
    return vault;
}

/// What a casebook that nobody has open says; nothing where it cannot be read with these keys.
std::optional<std::vector<model::Erasure>> erased_in(const fs::path& casebook, const vault::CasebookKeys& keys)
{
    try {
        return with_storage_errors([&]() -> std::optional<std::vector<model::Erasure>> {
            auto file =
                vault::open_encrypted(casebook / "record.db", subkey(keys.vault, vault::Purpose::record_database),
                                      record_file_kind, vault::OpenMode::read_only);
            if (std::cmp_not_equal(schema_version(file), migration_files().size()))
                return std::nullopt; // What it says may mean something else.
            Record record{file, subkey(keys.vault, vault::Purpose::row_macs)};
            return erased_with_merged(record);
        });
    } catch (const StorageError&) {
        return std::nullopt; // Damaged, in use, of another practice: the backup is restored all the same.
    }
}

std::optional<std::vector<model::Erasure>> erased_by_now(const KnownErasures& known, const vault::CasebookKeys& keys)
{
    if (const auto* casebook = std::get_if<fs::path>(&known))
        return erased_in(*casebook, keys);
    const auto* said = std::get_if<std::vector<model::Erasure>>(&known);
    return said != nullptr ? std::optional{*said} : std::nullopt;
}

/// Those of them who are clients of the restored casebook.
std::vector<model::Erasure> who_is_back(Record& restored, std::vector<model::Erasure> erased)
{
    std::erase_if(erased, [&](model::Erasure& erasure) {
        Statement query{restored, "SELECT code FROM sealed_client WHERE id = :client"};
        query.bind(":client", erasure.client);
        if (!query.step())
            return true;
        if (const auto code = query.read_if_readable<std::string>("code"); code && !code->empty())
            erasure.code = *code;
        return false;
    });
    return erased;
}

void look_into(const fs::path& place, const vault::CasebookKeys& keys, const KnownErasures& known, Restored& restored)
{
    OpenFiles files = open_files(place, keys);
    restored.clients = rows_of(files.record, "client");
    restored.notes = rows_of(files.record, "note");
    if (auto erased = erased_by_now(known, keys)) {
        Record record{files.record, subkey(keys.vault, vault::Purpose::row_macs)};
        restored.erased_since = who_is_back(record, std::move(*erased));
        restored.is_erased_since_known = true;
    }
}

/// Holds a casebook that is closed, so that no process opens it while it is moved: as SQLite's own lock would.
class Hold {
public:
    explicit Hold(const fs::path& casebook) : descriptor_{::open((casebook / "record.db").c_str(), O_RDWR | O_CLOEXEC)}
    {
        // Where there is no database, there is nothing to keep anybody from.
        if (descriptor_ < 0)
            return;
        constexpr off_t sqlite_lock = 0x40000000;
        constexpr off_t sqlite_lock_size = 512;
        struct ::flock whole {};
        whole.l_type = F_WRLCK;
        whole.l_whence = SEEK_SET;
        whole.l_start = sqlite_lock;
        whole.l_len = sqlite_lock_size;
        if (::fcntl(descriptor_, F_SETLK, &whole) != 0 && (errno == EACCES || errno == EAGAIN)) {
            ::close(descriptor_);
            throw StorageError{StorageErrorKind::in_use, "held"};
        }
    }
    Hold(const Hold&) = delete;
    Hold& operator=(const Hold&) = delete;
    ~Hold()
    {
        if (descriptor_ >= 0)
            ::close(descriptor_);
    }

private:
    int descriptor_;
};

/// How every name begins that an old casebook is given.
std::string start_of_old_names(const fs::path& casebook)
{
    return casebook_name(casebook) + " (before restore of ";
}

/// A name for the old casebook that nothing has.
fs::path name_for_old(const fs::path& casebook, model::Date on)
{
    const std::string start = start_of_old_names(casebook) + model::iso_date(on);
    std::error_code ignored;
    fs::path place = casebook.parent_path() / (start + ").casebook");
    for (int number = 2; fs::exists(fs::symlink_status(place, ignored)); ++number)
        place.replace_filename(start + ", " + std::to_string(number) + ").casebook");
    return place;
}

bool exchange(const fs::path& one, const fs::path& other)
{
    if (::renameat2(AT_FDCWD, one.c_str(), AT_FDCWD, other.c_str(), RENAME_EXCHANGE) == 0)
        return true;
    if (errno == EINVAL || errno == ENOSYS)
        return false;
    throw from_errno(errno, "exchange folders");
}

void swap_by_renames(const fs::path& restored, const fs::path& casebook, const fs::path& old)
{
    rename_to_new(casebook, old);
    try {
        rename_to_new(restored, casebook);
    } catch (...) {
        static_cast<void>(::rename(old.c_str(), casebook.c_str()));
        throw;
    }
}

/// The swap is done: a disk that fails now does not undo it.
void sync_if_possible(const fs::path& folder)
{
    try {
        sync_folder(folder);
    } catch (const StorageError&) {
        // It may not survive a power cut; then the casebook stands there that was there before.
    }
}

/// Names the old casebook as wanted; where the disk does not take that any more it keeps the name that it has.
fs::path name_old(const fs::path& stands, const fs::path& wanted)
{
    try {
        rename_to_new(stands, wanted);
        return wanted;
    } catch (const StorageError&) {
        return stands;
    }
}

/// The backups belong to the casebook of that name. Without this step they are still in the old one.
void hand_on_backups(const fs::path& old, const fs::path& casebook)
{
    std::error_code ignored;
    for (fs::directory_iterator entry{backups_folder(old), ignored}; !ignored && entry != fs::directory_iterator{};
         entry.increment(ignored)) {
        std::error_code stays;
        const fs::path place = backups_folder(casebook) / entry->path().filename();
        if (moment_of_backup(entry->path().filename().string()) && !fs::exists(place, stays))
            fs::rename(entry->path(), place, stays);
    }
    sync_folder(backups_folder(casebook));
}

fs::path whole_path(const fs::path& folder)
{
    const fs::path path = fs::absolute(folder).lexically_normal();
    return path.has_filename() ? path : path.parent_path();
}

} // namespace

Restored restore_to(const fs::path& backup, const fs::path& folder, const Unlocking& unlocking, const Proof& proof,
                    const Now& now, const Progress& progress, const KnownErasures& known)
{
    constexpr double unlocked = 0.05;
    constexpr double unpacked = 0.5;
    constexpr double proved = 0.95;
    return with_storage_errors([&] {
        const BackupHead head = read_backup_head(backup);
        Restored restored{.folder = whole_path(folder), .made_at = head.made_at};
        make_beside(folder, [&](const fs::path& place) {
            require_room(place, backup);
            vault::OpenVault vault = unlock_keys_of(backup, place, unlocking);
            if (vault.keys.id != head.vault)
                throw StorageError{StorageErrorKind::damaged, "backup: keys of another casebook"};
            progress.reach(unlocked);
            unpack_backup_file(backup, place, Unpacking::to_keep, progress.step(unlocked, unpacked));
            vault::write_both(place, vault);
            // An older one is upgraded here, so that its log says when.
            static_cast<void>(open_files(place, vault.keys, migration_files(), Elsewhere::is_refused, {.now = now}));
            restored.is_sound = passes(proof, place, vault.keys, progress.step(unpacked, proved));
            look_into(place, vault.keys, known, restored);
            Casebook{place, std::move(vault), now}.log_act(model::ActKind::restored);
            progress.reach(1);
        });
        return restored;
    });
}

bool may_belong_to(const fs::path& backup, const fs::path& casebook)
{
    try {
        const auto number = read_backup_head(backup).vault;
        for (const char* name : {"keys", "keys.bak"}) {
            const auto bytes = read_file(casebook / name, BackupHead::longest_keys);
            const auto parsed = bytes ? vault::parse_keys(*bytes) : vault::KeysProblem::damaged;
            if (const auto* file = std::get_if<vault::KeysFile>(&parsed))
                return file->vault == number;
        }
        return true;
    } catch (const StorageError&) {
        return false;
    }
}

std::vector<fs::path> put_aside_by_restoring(const fs::path& casebook)
{
    std::vector<fs::path> found;
    if (casebook.empty())
        return found; // In memory.
    std::error_code unreadable;
    // As it is called where it lies: the path may end in a slash, or be a link.
    fs::path place = fs::weakly_canonical(casebook, unreadable);
    place = place.has_filename() ? place : place.parent_path();
    const std::string start = start_of_old_names(place);
    for (fs::directory_iterator entry{place.parent_path(), unreadable}, end; !unreadable && entry != end;
         entry.increment(unreadable)) {
        if (entry->path().filename().string().starts_with(start))
            found.push_back(entry->path());
    }
    std::ranges::sort(found);
    return found;
}

std::optional<fs::path> swap_in(const fs::path& restored, const fs::path& casebook, model::Date on, Swapping how)
{
    return with_storage_errors([&]() -> std::optional<fs::path> {
        const fs::path fresh = whole_path(restored);
        const fs::path place = whole_path(casebook);
        const Hold fresh_held{fresh};
        if (!fs::exists(fs::symlink_status(place))) {
            rename_to_new(fresh, place);
            sync_folder(place.parent_path());
            return std::nullopt;
        }
        const Hold old_held{place};
        fs::path old = name_for_old(place, on);
        if (how == Swapping::in_one_step && exchange(fresh, place)) {
            sync_if_possible(place.parent_path());
            old = name_old(fresh, old);
        } else {
            swap_by_renames(fresh, place, old);
        }
        sync_if_possible(place.parent_path());
        hand_on_backups(old, place);
        return old;
    });
}

} // namespace storage
