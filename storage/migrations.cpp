#include "storage/migrations.h"

#include "storage/database.h"
#include "storage/kept_rows.h"
#include "storage/resealing.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <cassert>
#include <optional>
#include <string>
#include <string_view>
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

/// The tables that a migration says it seals anew.
std::vector<std::string> sealed_anew_by(const model::EmbeddedFile& migration)
{
    constexpr std::string_view says = "-- Seals anew: ";
    if (!migration.text.starts_with(says)) {
        return {};
    }
    std::vector<std::string> tables;
    std::string_view list = migration.text.substr(says.size());
    list = list.substr(0, list.find('\n'));
    while (!list.empty()) {
        const auto end = list.find(", ");
        tables.emplace_back(list.substr(0, end));
        list = end == std::string_view::npos ? std::string_view{} : list.substr(end + 2);
    }
    return tables;
}

void require_sound_foreign_keys(SQLite::Database& file)
{
    SQLite::Statement check{file, "PRAGMA foreign_key_check"};
    if (check.executeStep()) {
        throw StorageError{StorageErrorKind::damaged,
                           "upgrade: foreign key in table " + check.getColumn(0).getString()};
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
    guard_kept_rows(file);
}

std::set<RowName> upgrade(SQLite::Database& file, std::span<const model::EmbeddedFile> missing, int version,
                          const Upgrading& upgrading)
{
    const ForeignKeysOff off{file};
    SQLite::Transaction transaction{file, SQLite::TransactionBehavior::EXCLUSIVE};
    std::vector<std::string> sealed_anew;
    for (const model::EmbeddedFile& migration : missing) {
        for (std::string& table : sealed_anew_by(migration)) {
            sealed_anew.push_back(std::move(table));
        }
    }
    const int newest = version + static_cast<int>(missing.size());
    std::optional<Resealing> resealing;
    if (version > 0) {
        resealing.emplace(file, upgrading.keys, std::move(sealed_anew));
    }
    run_sql(file, missing, version + 1);
    if (resealing) {
        resealing->finish(newest, upgrading.now);
    }
    require_sound_foreign_keys(file);
    file.exec("PRAGMA user_version = " + std::to_string(newest));
    transaction.commit();
    return resealing ? resealing->damaged() : std::set<RowName>{};
}

void keep_copy(SQLite::Database& file, const model::EmbeddedFile& first, const std::filesystem::path& copies)
{
    const std::filesystem::path path{file.getFilename()};
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
