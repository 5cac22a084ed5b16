#include "storage/backup_file.h"
#include "storage/backups.h"
#include "storage/casebook_folder.h"
#include "storage/database.h"
#include "storage/file_stream.h"
#include "storage/record.h"
#include "storage/vault/keys_file.h"
#include "storage/verification.h"

#include <SQLiteCpp/Statement.h>
#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <set>
#include <sys/stat.h>
#include <system_error>
#include <utility>

namespace storage {

namespace {

namespace fs = std::filesystem;

/// Keeps a database as it is while it lives: what was written is on the disk, and nothing more is written.
class Stillness {
public:
    Stillness(SQLite::Database& file, bool is_read_only) : file_{file}
    {
        file_.exec(is_read_only ? "BEGIN" : "BEGIN IMMEDIATE");
    }
    Stillness(const Stillness&) = delete;
    Stillness& operator=(const Stillness&) = delete;
    ~Stillness() { file_.tryExec("ROLLBACK"); }

private:
    SQLite::Database& file_;
};

/// The bytes of a `keys` that belongs to these keys.
std::vector<std::uint8_t> sound_keys(const fs::path& folder, const vault::CasebookKeys& keys)
{
    for (const char* name : {"keys", "keys.bak"}) {
        auto bytes = read_file(folder / name, BackupHead::longest_keys);
        if (!bytes)
            continue;
        const auto parsed = vault::parse_keys(*bytes);
        const auto* file = std::get_if<vault::KeysFile>(&parsed);
        if (file != nullptr && file->vault == keys.id && vault::is_sealed_by(*bytes, keys.vault))
            return std::move(*bytes);
    }
    throw StorageError{StorageErrorKind::damaged, "keys: no sound copy"};
}

/// What goes into a backup, and where its bytes are.
struct Sources {
    BackupHead head{};
    std::vector<std::uint8_t> keys{};
    std::map<std::string, SQLite::Database*, std::less<>> open{}; ///< To be read through SQLite alone.
};

Sources sources_in(OpenFiles& files, const fs::path& folder, const vault::CasebookKeys& keys, model::Moment now)
{
    Sources sources{.head = {.vault = keys.id, .made_at = now}, .keys = sound_keys(folder, keys)};
    auto& parts = sources.head.parts;
    parts.push_back({.name = "keys", .size = sources.keys.size()});
    std::set<std::string> seen{"keys"};
    std::vector<SQLite::Database*> open{&files.record};
    if (!files.has_lost_private_notes)
        open.push_back(&files.private_notes);
    for (SQLite::Database* database : open) {
        const std::string name = fs::path{database->getFilename()}.filename().string();
        sources.open.emplace(name, database);
        parts.push_back({.name = name, .size = static_cast<std::uint64_t>(raw_size(*database))});
        seen.insert({name, name + "-journal"});
    }
    // The private notes that nobody has open, of other people or damaged: this process holds the record they belong to.
    for (const fs::directory_entry& entry : fs::directory_iterator{folder}) {
        std::string name = entry.path().filename().string();
        if (is_part_name(name) && seen.insert(name).second && entry.is_regular_file())
            parts.push_back({.name = std::move(name), .size = entry.file_size()});
    }
    return sources;
}

void give_open_file(SQLite::Database& file, std::uint64_t size, const Sink& sink)
{
    for (std::uint64_t at = 0; at < size; at += piece_size)
        sink(raw_bytes(file, static_cast<std::int64_t>(at), std::min<std::uint64_t>(piece_size, size - at)));
}

void give_closed_file(const fs::path& file, std::uint64_t size, const Sink& sink)
{
    FileStream stream = FileStream::to_read(file);
    for (std::uint64_t left = size; left > 0;) {
        std::vector<std::uint8_t> piece(std::min<std::uint64_t>(piece_size, left));
        stream.read(piece);
        sink(piece);
        left -= piece.size();
    }
}

void require_room(const fs::path& folder, const BackupHead& head)
{
    constexpr std::uint64_t margin = 1UL << 20; // For the head, journals and what the file system itself needs.
    std::uint64_t whole = 0;
    for (const BackupPart& part : head.parts)
        whole += part.size;
    if (fs::space(folder).available < 2 * whole + margin)
        throw StorageError{StorageErrorKind::full, "no room for a backup and its proof"};
}

/// What an attempt left that was cut short.
void sweep(const fs::path& folder)
{
    std::error_code ignored;
    std::vector<fs::path> left;
    for (fs::directory_iterator entry{folder, ignored}; !ignored && entry != fs::directory_iterator{};
         entry.increment(ignored)) {
        const std::string name = entry->path().filename().string();
        const fs::path inner{name.empty() ? name : name.substr(1)};
        const bool is_attempt =
            inner.extension() == ".new" || inner.extension() == ".proof" || inner.extension() == ".look";
        if (name.starts_with('.') && is_attempt && moment_of_backup(inner.stem().string()))
            left.push_back(entry->path());
    }
    for (const fs::path& attempt : left)
        fs::remove_all(attempt, ignored);
}

int stop_if_wanted(void* stop)
{
    return static_cast<const std::stop_token*>(stop)->stop_requested() ? 1 : 0;
}

void prove_structure(SQLite::Database& file)
{
    if (file.execAndGet("PRAGMA integrity_check").getString() != "ok")
        throw StorageError{StorageErrorKind::damaged, "backup: structure"};
    SQLite::Statement broken{file, "PRAGMA foreign_key_check"};
    if (broken.executeStep())
        throw StorageError{StorageErrorKind::damaged, "backup: foreign key"};
}

/// Reads every row to its end: the structure alone may be sound where the rest of a long text is not.
void read_every_row(SQLite::Database& file)
{
    std::vector<std::string> tables;
    for (SQLite::Statement query{file, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"};
         query.executeStep();)
        tables.push_back(query.getColumn(0).getString());
    for (const std::string& table : tables) {
        SQLite::Statement rows{file, "SELECT * FROM \"" + table + "\""};
        while (rows.executeStep())
            for (int column = 0; column < rows.getColumnCount(); ++column)
                static_cast<void>(rows.getColumn(column).getBytes());
    }
}

void prove_database(SQLite::Database& file, const Progress& progress)
{
    constexpr int steps_between_looks = 20'000;
    constexpr double structure_part = 0.7;
    std::stop_token stop = progress.stop;
    sqlite3_progress_handler(file.getHandle(), steps_between_looks, stop_if_wanted, &stop);
    try {
        with_storage_errors([&] {
            prove_structure(file);
            progress.reach(structure_part);
            read_every_row(file);
        });
    } catch (const StorageError&) {
        // A statement that was interrupted fails like any other.
        if (stop.stop_requested())
            throw Stopped{};
        throw;
    }
    sqlite3_progress_handler(file.getHandle(), 0, nullptr, nullptr);
    progress.reach(1);
}

/// Where the keys in `folder` say that the log of acts ends.
LogHead head_in(const fs::path& folder)
{
    const auto bytes = read_file(folder / "keys", BackupHead::longest_keys);
    const auto keys = vault::parse_keys(bytes.value_or(std::vector<std::uint8_t>{}));
    const auto* file = std::get_if<vault::KeysFile>(&keys);
    if (file == nullptr)
        throw StorageError{StorageErrorKind::damaged, "backup: keys"};
    return file->head;
}

/// Holds every row against its seal and against the log of acts.
void prove_record(SQLite::Database& file, const vault::CasebookKeys& keys, const LogHead& head,
                  const Progress& progress)
{
    Record record{file, subkey(keys.vault, vault::Purpose::row_macs)};
    Verification verification{record, subkey(keys.vault, vault::Purpose::chain_macs), head};
    while (verification.step())
        progress.reach(verification.progress());
    if (const auto& findings = verification.report().findings; !findings.empty())
        throw StorageError{StorageErrorKind::damaged, "backup: " + std::to_string(findings.size()) + " findings"};
    progress.reach(1);
}

} // namespace

bool passes(const Proof& proof, const fs::path& folder, const vault::CasebookKeys& keys, const Progress& progress)
{
    try {
        proof(folder, keys, progress);
        return true;
    } catch (const StorageError& error) {
        if (error.kind != StorageErrorKind::damaged)
            throw;
        static_cast<void>(open_files(folder, keys));
        return false;
    }
}

void prove_databases(const fs::path& folder, const vault::CasebookKeys& keys, const Progress& progress)
{
    constexpr double record_part = 0.9;
    OpenFiles files = open_files(folder, keys);
    if (files.has_lost_private_notes)
        throw StorageError{StorageErrorKind::damaged, "backup: private notes"};
    prove_record(files.record, keys, head_in(folder), progress.step(0, record_part));
    prove_database(files.private_notes, progress.step(record_part, 1));
}

UnprovedBackup copy_for_backup(OpenFiles& files, const fs::path& folder, const vault::CasebookKeys& keys,
                               const fs::path& target, model::Moment now)
{
    assert(sqlite3_get_autocommit(files.record.getHandle()) != 0);
    return with_storage_errors([&] {
        const fs::path wanted = fs::absolute(target).lexically_normal();
        if (fs::exists(fs::symlink_status(wanted)))
            throw StorageError{StorageErrorKind::exists, "backup"};
        sweep(wanted.parent_path());
        const Stillness record{files.record, files.is_read_only};
        const Stillness private_notes{files.private_notes, files.is_read_only};
        const Sources sources = sources_in(files, folder, keys, now);
        require_room(wanted.parent_path(), sources.head);

        UnprovedBackup copy{wanted, now, copy_of(keys)};
        std::error_code ignored;
        fs::remove(copy.hidden_file(), ignored);
        write_backup_file(copy.hidden_file(), sources.head, [&](const BackupPart& part, const Sink& sink) {
            if (part.name == "keys")
                sink(sources.keys);
            else if (const auto open = sources.open.find(part.name); open != sources.open.end())
                give_open_file(*open->second, part.size, sink);
            else
                give_closed_file(folder / part.name, part.size, sink);
        });
        return copy;
    });
}

Backup prove(UnprovedBackup copy, const Proof& proof, const Progress& progress)
{
    constexpr double synced = 0.1;
    constexpr double unpacked = 0.5;
    constexpr double proved = 0.98;
    return with_storage_errors([&]() -> Backup {
        const fs::path place = copy.proving_place();
        FileStream written = FileStream::to_read(copy.hidden_file());
        written.sync();
        progress.reach(synced);

        fs::remove_all(place);
        if (::mkdir(place.c_str(), 0700) != 0)
            throw from_errno(errno, "make folder");
        unpack_backup_file(copy.hidden_file(), place, Unpacking::to_try, progress.step(synced, unpacked));
        // The passwords of its day must open it.
        static_cast<void>(sound_keys(place, copy.keys()));
        const bool is_proved = passes(proof, place, copy.keys(), progress.step(unpacked, proved));
        fs::remove_all(place);
        progress.reach(proved);

        const fs::path name = is_proved ? copy.target() : place_for_unproved(copy.target());
        rename_to_new(copy.hidden_file(), name);
        try {
            sync_folder(name.parent_path());
        } catch (...) {
            std::error_code ignored;
            fs::remove(name, ignored);
            throw;
        }
        progress.tell(1);
        return {.file = name, .made_at = copy.made_at(), .size = written.size(), .is_proved = is_proved};
    });
}

void copy_backup(const fs::path& backup, const fs::path& to, const Progress& progress)
{
    constexpr double copied = 0.5;
    with_storage_errors([&] {
        if (fs::exists(fs::symlink_status(to)))
            throw StorageError{StorageErrorKind::exists, "backup"};
        FileStream from = FileStream::to_read(backup);
        const std::uint64_t size = from.size();
        if (fs::space(to.parent_path()).available < size)
            throw StorageError{StorageErrorKind::full, "no room for a copy"};
        const fs::path fresh = to.parent_path() / ("." + to.filename().string() + ".new");
        std::error_code ignored;
        fs::remove(fresh, ignored);
        try {
            FileStream into = FileStream::to_write(fresh);
            for (std::uint64_t left = size; left > 0;) {
                std::vector<std::uint8_t> piece(std::min<std::uint64_t>(piece_size, left));
                from.read(piece);
                into.write(piece);
                left -= piece.size();
                progress.reach(copied * static_cast<double>(size - left) / static_cast<double>(size));
            }
            into.sync();
            check_backup_file(fresh, progress.step(copied, 1));
            rename_to_new(fresh, to);
            sync_folder(to.parent_path());
        } catch (...) {
            fs::remove(fresh, ignored);
            throw;
        }
    });
}

} // namespace storage
