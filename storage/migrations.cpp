#include "storage/migrations.h"

#include "storage/database.h"
#include "storage/kept_rows.h"
#include "storage/resealing.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <algorithm>
#include <cassert>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>
#include <vector>

namespace storage {

namespace {

/// Foreign keys are off while it lives. Inside a transaction the switch would be ignored.
class ForeignKeysOff {
public:
    explicit ForeignKeysOff(SQLite::Database& file) : file_{file} { file_.exec("PRAGMA foreign_keys = OFF"); }
    ForeignKeysOff(const ForeignKeysOff&) = delete;
    ForeignKeysOff& operator=(const ForeignKeysOff&) = delete;
    ~ForeignKeysOff() { file_.tryExec("PRAGMA foreign_keys = ON"); }

private:
    SQLite::Database& file_;
};

/// `0007` of `0007_what.sql`.
std::string number_of(const model::EmbeddedFile& migration)
{
    return std::string{migration.name.substr(0, 4)};
}

/// The tables that these migrations say they seal anew.
std::set<std::string> sealed_anew_by(std::span<const model::EmbeddedFile> migrations)
{
    constexpr std::string_view says = "-- Seals anew: ";
    std::set<std::string> tables;
    for (const model::EmbeddedFile& migration : migrations) {
        const auto said = migration.text.find(says);
        assert((said == 0 || said == std::string_view::npos) && "it is said in the first line");
        if (said != 0) {
            continue;
        }
        std::string_view list = migration.text.substr(says.size());
        list = list.substr(0, list.find('\n'));
        while (!list.empty()) {
            const auto end = list.find(", ");
            tables.emplace(list.substr(0, end));
            list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 2);
        }
    }
    return tables;
}

/// The rows of a table that point nowhere, each with the table that it points into; empty where the table, or what it
/// points into, cannot be read.
using BrokenKeys = std::optional<std::set<std::pair<std::int64_t, std::string>>>;

BrokenKeys broken_keys_in(SQLite::Database& file, const std::string& table)
{
    try {
        return with_storage_errors([&]() -> BrokenKeys {
            std::set<std::pair<std::int64_t, std::string>> broken;
            SQLite::Statement check{file, "PRAGMA foreign_key_check(" + table + ")"};
            while (check.executeStep()) {
                broken.emplace(check.getColumn(1).getInt64(), check.getColumn(2).getString());
            }
            return broken;
        });
    } catch (const StorageError& error) {
        if (error.kind != StorageErrorKind::damaged && error.kind != StorageErrorKind::disk_error) {
            throw;
        }
        return std::nullopt;
    }
}

std::vector<std::string> tables_in(SQLite::Database& file)
{
    std::vector<std::string> tables;
    SQLite::Statement names{file, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"};
    while (names.executeStep()) {
        tables.push_back(names.getColumn(0).getString());
    }
    return tables;
}

std::map<std::string, BrokenKeys> broken_keys(SQLite::Database& file)
{
    std::map<std::string, BrokenKeys> broken;
    for (const std::string& table : tables_in(file)) {
        broken.emplace(table, broken_keys_in(file, table));
    }
    return broken;
}

/// What was damaged before must not keep a casebook shut; what the migrations broke must undo them.
void require_no_key_broken_since(SQLite::Database& file, const std::map<std::string, BrokenKeys>& before)
{
    for (const std::string& table : tables_in(file)) {
        const auto known = before.find(table);
        const bool was_there = known != before.end();
        if (was_there && !known->second) {
            continue;
        }
        const auto broken = broken_keys_in(file, table);
        if (!broken ||
            !std::ranges::all_of(*broken, [&](const auto& key) { return was_there && known->second->contains(key); })) {
            throw StorageError{StorageErrorKind::damaged, "upgrade: foreign key in table " + table};
        }
    }
}

void run_sql(SQLite::Database& file, std::span<const model::EmbeddedFile> migrations, int first)
{
    unguard_kept_rows(file);
    for (const model::EmbeddedFile& migration : migrations) {
        assert(std::stoi(number_of(migration)) == first++);
        file.exec(std::string{migration.text});
        assert(sqlite3_get_autocommit(file.getHandle()) == 0 && "a migration must not end its transaction");
    }
}

std::set<RowName> upgrade(SQLite::Database& file, std::span<const model::EmbeddedFile> missing, int version,
                          const Upgrading& upgrading)
{
    const ForeignKeysOff off{file};
    const int newest = version + static_cast<int>(missing.size());
    // Before the transaction: in one, whatever follows a page that cannot be read fails as well.
    std::optional<Resealing> resealing;
    if (version > 0) {
        resealing.emplace(file, upgrading.keys, sealed_anew_by(missing));
    }
    const auto broken_before = broken_keys(file);
    SQLite::Transaction transaction{file, SQLite::TransactionBehavior::EXCLUSIVE};
    run_sql(file, missing, version + 1);
    if (resealing) {
        resealing->finish(newest, upgrading.now);
    }
    guard_kept_rows(file);
    require_no_key_broken_since(file, broken_before);
    file.exec("PRAGMA user_version = " + std::to_string(newest));
    transaction.commit();
    return resealing ? resealing->damaged() : std::set<RowName>{};
}

void keep_copy(SQLite::Database& file, const model::EmbeddedFile& first, const std::filesystem::path& copies)
{
    const std::filesystem::path path{file.getFilename()};
    std::error_code stays;
    std::filesystem::create_directory(copies, stays); // Somebody may have moved the backups away.
    copy_raw(file, copies / (path.filename().string() + ".before-" + number_of(first)));
}

void require_not_newer(int version, int newest)
{
    if (version > newest) {
        throw StorageError{StorageErrorKind::too_new,
                           "schema " + std::to_string(version) + ", known are " + std::to_string(newest)};
    }
    if (version < 0) {
        throw StorageError{StorageErrorKind::damaged, "schema " + std::to_string(version)};
    }
}

} // namespace

std::set<RowName> run_migrations(SQLite::Database& file, std::span<const model::EmbeddedFile> migrations,
                                 const Upgrading& upgrading)
{
    const int version = schema_version(file);
    require_not_newer(version, static_cast<int>(migrations.size()));
    const auto missing = migrations.subspan(static_cast<std::size_t>(version));
    if (missing.empty()) {
        return {};
    }
    if (version > 0 && !upgrading.copies.empty() && raw_size(file) > 0) {
        keep_copy(file, missing.front(), upgrading.copies);
    }
    return with_storage_errors([&] { return upgrade(file, missing, version, upgrading); });
}

void require_no_schema(SQLite::Database& file)
{
    require_not_newer(schema_version(file), 0);
}

} // namespace storage
