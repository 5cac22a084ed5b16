#include "storage/migrations.h"

#include "storage/database.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <sqlite3.h>

#include <cassert>
#include <string>

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

void require_sound_foreign_keys(SQLite::Database& file, const model::EmbeddedFile& migration)
{
    SQLite::Statement check{file, "PRAGMA foreign_key_check"};
    if (check.executeStep())
        throw StorageError{StorageErrorKind::damaged, "migration " + number_of(migration) + ": foreign key in table " +
                                                          check.getColumn(0).getString()};
}

void run_one(SQLite::Database& file, const model::EmbeddedFile& migration, int number)
{
    const ForeignKeysOff off{file};
    SQLite::Transaction transaction{file, SQLite::TransactionBehavior::EXCLUSIVE};
    file.exec(std::string{migration.text});
    assert(sqlite3_get_autocommit(file.getHandle()) == 0 && "a migration must not end its transaction");
    require_sound_foreign_keys(file, migration);
    file.exec("PRAGMA user_version = " + std::to_string(number));
    transaction.commit();
}

void keep_copy(SQLite::Database& file, const model::EmbeddedFile& first, const std::filesystem::path& copies)
{
    const std::filesystem::path path{file.getFilename()};
    copy_raw(file, copies / (path.filename().string() + ".before-" + number_of(first)));
}

} // namespace

void run_migrations(SQLite::Database& file, std::span<const model::EmbeddedFile> migrations,
                    const std::filesystem::path& copies)
{
    const int version = schema_version(file);
    const int newest = static_cast<int>(migrations.size());
    if (version > newest)
        throw StorageError{StorageErrorKind::too_new,
                           "schema " + std::to_string(version) + ", known are " + std::to_string(newest)};
    if (version < 0)
        throw StorageError{StorageErrorKind::damaged, "schema " + std::to_string(version)};

    const auto missing = migrations.subspan(static_cast<std::size_t>(version));
    if (version > 0 && !missing.empty() && !copies.empty() && raw_size(file) > 0)
        keep_copy(file, missing.front(), copies);
    for (int number = version + 1; number <= newest; ++number) {
        const auto& migration = migrations[static_cast<std::size_t>(number - 1)];
        assert(std::stoi(number_of(migration)) == number);
        with_storage_errors([&] { run_one(file, migration, number); });
    }
}

} // namespace storage
