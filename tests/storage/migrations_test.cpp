#include "storage/database.h"
#include "storage/migrations.h"
#include "storage/vault/encrypted_file.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <string>

using storage::run_migrations;
using storage::StorageErrorKind;
using storage::vault::OpenMode;
using storage::vault::SecretKey;
using tests::failure_of;
namespace fs = std::filesystem;

namespace {

using Files = std::vector<model::EmbeddedFile>;

constexpr model::EmbeddedFile first{"0001_start.sql", R"(
    CREATE TABLE client (id INTEGER PRIMARY KEY, code TEXT NOT NULL);
    CREATE TABLE note (id INTEGER PRIMARY KEY, client_id INTEGER NOT NULL REFERENCES client ON DELETE CASCADE);
    CREATE TRIGGER note_kept BEFORE DELETE ON note BEGIN SELECT RAISE(ABORT, 'kept; for good'); END;)"};
constexpr model::EmbeddedFile rebuild{"0002_rebuild_client.sql", R"(
    CREATE TABLE client_new (id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL DEFAULT '');
    INSERT INTO client_new (id, code) SELECT id, code FROM client;
    DROP TABLE client;
    ALTER TABLE client_new RENAME TO client;)"};
constexpr model::EmbeddedFile broken{"0003_broken.sql",
                                     "CREATE TABLE extra (id INTEGER); INSERT INTO nowhere VALUES (1);"};
constexpr model::EmbeddedFile orphaning{"0003_orphan.sql", "INSERT INTO note (id, client_id) VALUES (9, 999);"};

int count(SQLite::Database& file, const std::string& what)
{
    return file.execAndGet("SELECT count(*) FROM " + what).getInt();
}

SQLite::Database at_version_one()
{
    auto file = storage::vault::memory_database();
    run_migrations(file, Files{first});
    file.exec("INSERT INTO client (id, code) VALUES (1, 'A1')");
    file.exec("INSERT INTO note (id, client_id) VALUES (1, 1)");
    return file;
}

} // namespace

TEST(Migrations, BringANewFileUpToDate)
{
    auto file = storage::vault::memory_database();
    run_migrations(file, Files{first, rebuild});
    EXPECT_EQ(storage::schema_version(file), 2);
    run_migrations(file, Files{first, rebuild});
    EXPECT_EQ(storage::schema_version(file), 2);
}

TEST(Migrations, OfNoneLeaveTheFileAlone)
{
    auto file = storage::vault::memory_database();
    run_migrations(file, {});
    EXPECT_EQ(storage::schema_version(file), 0);
}

TEST(Migrations, RebuildATableWithoutItsChildrenGoing)
{
    auto file = at_version_one();
    run_migrations(file, Files{first, rebuild});
    EXPECT_EQ(count(file, "note"), 1);
    EXPECT_EQ(count(file, "client WHERE name = ''"), 1);
    EXPECT_EQ(file.execAndGet("PRAGMA foreign_keys").getInt(), 1);
}

TEST(Migrations, RefuseAFileFromTheFuture)
{
    auto file = storage::vault::memory_database();
    run_migrations(file, Files{first, rebuild});
    EXPECT_EQ(failure_of([&] { run_migrations(file, Files{first}); }), StorageErrorKind::too_new);
    file.exec("PRAGMA user_version = -3");
    EXPECT_EQ(failure_of([&] { run_migrations(file, Files{first}); }), StorageErrorKind::damaged);
}

TEST(Migrations, ThatFailLeaveNothingBehind)
{
    auto file = at_version_one();
    EXPECT_NE(failure_of([&] { run_migrations(file, Files{first, rebuild, broken}); }), std::nullopt);
    EXPECT_EQ(storage::schema_version(file), 2);
    EXPECT_EQ(count(file, "sqlite_master WHERE name = 'extra'"), 0);
    EXPECT_EQ(file.execAndGet("PRAGMA foreign_keys").getInt(), 1);
}

TEST(Migrations, ThatLeaveARowPointingNowhereAreUndone)
{
    auto file = at_version_one();
    EXPECT_EQ(failure_of([&] { run_migrations(file, Files{first, rebuild, orphaning}); }), StorageErrorKind::damaged);
    EXPECT_EQ(storage::schema_version(file), 2);
    EXPECT_EQ(count(file, "note"), 1);
}

TEST(Migrations, CopyAnOlderFileFirst)
{
    const tests::TemporaryFolder folder;
    const fs::path copies = folder.path() / "backups";
    fs::create_directory(copies);
    const auto key = SecretKey::random();
    auto file = open_encrypted(folder.path() / "record.db", key, 1, OpenMode::create);

    run_migrations(file, Files{first}, copies);
    EXPECT_TRUE(fs::is_empty(copies)) << "a new file needs no copy";
    file.exec("INSERT INTO client (id, code) VALUES (1, 'A1')");

    run_migrations(file, Files{first, rebuild}, copies);
    auto copy = open_encrypted(copies / "record.db.before-0002", key, 1, OpenMode::existing);
    EXPECT_EQ(storage::schema_version(copy), 1);
    EXPECT_EQ(count(copy, "client"), 1);
    EXPECT_EQ(storage::schema_version(file), 2);
}

TEST(Migrations, DoNotStartWhenTheCopyFindsNoRoom)
{
    const tests::TemporaryFolder folder;
    auto file = open_encrypted(folder.path() / "record.db", SecretKey::random(), 1, OpenMode::create);
    run_migrations(file, Files{first});
    const auto failure = [&] {
        const tests::FileSizeLimit full{4096};
        return failure_of([&] { run_migrations(file, Files{first, rebuild}, folder.path()); });
    }();
    EXPECT_EQ(failure, StorageErrorKind::full);
    EXPECT_EQ(storage::schema_version(file), 1);
    EXPECT_FALSE(fs::exists(folder.path() / "record.db.before-0002"));
    EXPECT_FALSE(fs::exists(folder.path() / "record.db.before-0002.new"));
}

TEST(Migrations, ThatShipAreNumberedWithoutAGap)
{
    int number = 0;
    for (const auto& migration : storage::migration_files())
        EXPECT_EQ(std::stoi(std::string{migration.name.substr(0, 4)}), ++number);
    auto file = storage::vault::memory_database();
    run_migrations(file, storage::migration_files());
    EXPECT_EQ(storage::schema_version(file), number);
}
