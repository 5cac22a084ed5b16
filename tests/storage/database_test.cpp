#include "storage/database.h"
#include "storage/vault/encrypted_file.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/Statement.h>
#include <SQLiteCpp/Transaction.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using storage::StorageErrorKind;
using storage::vault::OpenMode;
using storage::vault::SecretKey;
using tests::bytes_of;
using tests::failure_of;
namespace fs = std::filesystem;

namespace {

constexpr std::int32_t database_kind = 4711;

class EncryptedFile : public testing::Test {
protected:
    fs::path file() const { return temporary_.path() / "some.db"; }

    SQLite::Database make() const { return open_encrypted(file(), key_, database_kind, OpenMode::create); }
    SQLite::Database open_again() const { return open_encrypted(file(), key_, database_kind, OpenMode::existing); }
    std::optional<StorageErrorKind> failure_to_open() const
    {
        return failure_of([&] { open_again(); });
    }

    const SecretKey key_ = SecretKey::random();

private:
    tests::TemporaryFolder temporary_;
};

std::string pragma(SQLite::Database& file, const std::string& name)
{
    SQLite::Statement statement{file, "PRAGMA " + name};
    return statement.executeStep() ? statement.getColumn(0).getString() : "";
}

/// Some pages of text.
void fill(SQLite::Database& file)
{
    SQLite::Transaction transaction{file};
    file.exec("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL)");
    SQLite::Statement insert{file, "INSERT INTO note (words) VALUES (:words)"};
    for (int i = 0; i < 100; ++i) {
        insert.bind(":words", std::string(500, 'w') + std::to_string(i));
        insert.exec();
        insert.reset();
    }
    transaction.commit();
}

int count_letters(SQLite::Database& file)
{
    return storage::with_storage_errors(
        [&] { return file.execAndGet("SELECT sum(length(words)) FROM note").getInt(); });
}

} // namespace

TEST_F(EncryptedFile, RunsWithEverySetting)
{
    auto file = make();
    EXPECT_NE(pragma(file, "cipher_version"), "");
    EXPECT_EQ(pragma(file, "cipher_page_size"), "4096");
    EXPECT_EQ(pragma(file, "cipher_default_page_size"), "4096");
    EXPECT_EQ(pragma(file, "page_size"), "4096");
    EXPECT_EQ(pragma(file, "locking_mode"), "exclusive");
    EXPECT_EQ(pragma(file, "journal_mode"), "delete");
    EXPECT_EQ(pragma(file, "synchronous"), "3");
    EXPECT_EQ(pragma(file, "foreign_keys"), "1");
    EXPECT_EQ(pragma(file, "recursive_triggers"), "1");
    EXPECT_EQ(pragma(file, "secure_delete"), "1");
    EXPECT_EQ(pragma(file, "temp_store"), "2");
    EXPECT_EQ(pragma(file, "cell_size_check"), "1");
    EXPECT_EQ(pragma(file, "auto_vacuum"), "0");
    EXPECT_EQ(pragma(file, "cache_size"), "-65536");
    EXPECT_EQ(pragma(file, "application_id"), "4711");
}

TEST_F(EncryptedFile, IsOursToReadOnly)
{
    const auto file_open = make();
    EXPECT_EQ(fs::status(file()).permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(EncryptedFile, KeepsWhatWasWritten)
{
    {
        auto file = make();
        fill(file);
    }
    auto file = open_again();
    EXPECT_EQ(count_letters(file), 100 * 500 + 190);
}

TEST_F(EncryptedFile, ShowsNoneOfItsTextOnDiskOpenOrClosed)
{
    auto file = make();
    fill(file);
    file.exec("BEGIN");
    file.exec("UPDATE note SET words = words || 'more'"); // so that a journal lies there as well
    for (const auto& entry : fs::directory_iterator{fs::path{this->file()}.parent_path()}) {
        EXPECT_EQ(bytes_of(entry.path()).find("wwwwww"), std::string::npos) << entry.path().filename();
        EXPECT_EQ(bytes_of(entry.path()).find("CREATE TABLE"), std::string::npos) << entry.path().filename();
    }
    file.exec("ROLLBACK");
    EXPECT_NE(bytes_of(this->file()).substr(0, 15), "SQLite format 3");
}

TEST_F(EncryptedFile, OpensWithItsKeyOnly)
{
    make();
    EXPECT_EQ(failure_of([&] { open_encrypted(file(), SecretKey::random(), database_kind, OpenMode::existing); }),
              StorageErrorKind::damaged);
    EXPECT_EQ(failure_to_open(), std::nullopt);
}

TEST_F(EncryptedFile, OpensForThePlainShellOfItsLibrary)
{
    {
        auto file = make();
        fill(file);
    }
    if (::access("/usr/bin/sqlcipher", X_OK) != 0)
        GTEST_SKIP() << "the sqlcipher shell is not installed";
    std::string hex;
    for (const std::uint8_t byte : key_.bytes()) {
        constexpr std::string_view digits = "0123456789abcdef";
        hex += {digits[byte >> 4], digits[byte & 15]};
    }
    const std::string output = (file().parent_path() / "out").string();
    const std::string command = "echo \"PRAGMA key = \\\"x'" + hex +
                                "'\\\"; PRAGMA cipher_page_size = 4096; SELECT count(*) FROM note;\" | sqlcipher " +
                                file().string() + " > " + output;
    ASSERT_EQ(std::system(command.c_str()), 0);
    EXPECT_NE(bytes_of(output).find("100"), std::string::npos);
}

TEST_F(EncryptedFile, RefusesAPlainDatabase)
{
    {
        SQLite::Database plain{file().string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        plain.exec("PRAGMA application_id = 4711");
        plain.exec("CREATE TABLE note (words TEXT)");
    }
    const auto before = bytes_of(file());
    EXPECT_EQ(failure_to_open(), StorageErrorKind::not_ours);
    EXPECT_EQ(bytes_of(file()), before);
}

TEST_F(EncryptedFile, RefusesAnotherKindOfFile)
{
    make();
    EXPECT_EQ(failure_of([&] { open_encrypted(file(), key_, database_kind + 1, OpenMode::existing); }),
              StorageErrorKind::not_ours);
}

TEST_F(EncryptedFile, RefusesWhatIsNoDatabase)
{
    EXPECT_EQ(failure_to_open(), StorageErrorKind::not_found);
    for (const std::string& bytes :
         {std::string{}, std::string{"short"}, std::string(4096, '\0'), std::string(10'000, 'x')}) {
        tests::overwrite(file(), bytes);
        EXPECT_EQ(failure_to_open(), StorageErrorKind::damaged) << bytes.size();
        EXPECT_EQ(bytes_of(file()), bytes);
    }
    EXPECT_EQ(failure_of([&] { make(); }), StorageErrorKind::exists);
}

TEST_F(EncryptedFile, NoticesATurnedBitAndNeverCrashes)
{
    {
        auto file = make();
        fill(file);
    }
    const auto good = bytes_of(file());
    for (std::size_t bit = 77; bit < good.size() * 8; bit += good.size() * 8 / 60) {
        tests::overwrite(file(), tests::with_flipped_bit(good, bit));
        const auto failure = failure_of([&] {
            auto file = open_again();
            count_letters(file);
        });
        EXPECT_EQ(failure, StorageErrorKind::damaged) << "bit " << bit;
    }
}

TEST_F(EncryptedFile, IsRefusedWhileAnotherProcessHasIt)
{
    make();
    int ready[2];
    int done[2];
    ASSERT_EQ(::pipe(ready) + ::pipe(done), 0);
    const pid_t child = ::fork();
    char signal = 'x';
    if (child == 0) {
        ::close(done[1]);
        const auto file = open_again();
        const bool is_told = ::write(ready[1], &signal, 1) == 1 && ::read(done[0], &signal, 1) >= 0;
        ::_exit(is_told ? 0 : 1);
    }
    ASSERT_EQ(::read(ready[0], &signal, 1), 1);
    EXPECT_EQ(failure_to_open(), StorageErrorKind::in_use);
    EXPECT_EQ(failure_to_open(), StorageErrorKind::in_use);
    ::close(done[0]);
    ::close(done[1]);
    ::waitpid(child, nullptr, 0);
    EXPECT_EQ(failure_to_open(), std::nullopt);
}

TEST_F(EncryptedFile, IsRefusedASecondTimeInTheSameProcess)
{
    const auto first = make();
    EXPECT_EQ(failure_to_open(), StorageErrorKind::in_use);
}

TEST_F(EncryptedFile, AFullDiskIsAnErrorThatLosesNothing)
{
    {
        auto file = make();
        fill(file);
    }
    auto file = open_again();
    const auto before = count_letters(file);
    const auto failure = [&] {
        const tests::FileSizeLimit full{fs::file_size(this->file())};
        return failure_of([&] {
            storage::with_storage_errors([&] {
                SQLite::Transaction transaction{file};
                for (int i = 0; i < 100; ++i)
                    file.exec("INSERT INTO note (words) VALUES (hex(randomblob(5000)))");
                transaction.commit();
            });
        });
    }();
    EXPECT_EQ(failure, StorageErrorKind::full);
    EXPECT_EQ(count_letters(file), before);
    file.exec("INSERT INTO note (words) VALUES ('x')");
    EXPECT_EQ(count_letters(file), before + 1);
    EXPECT_EQ(pragma(file, "integrity_check"), "ok");
}

TEST_F(EncryptedFile, GuardsARowAgainstReplace)
{
    auto file = make();
    file.exec("CREATE TABLE signed (id INTEGER PRIMARY KEY, words TEXT NOT NULL)");
    file.exec("CREATE TRIGGER kept BEFORE DELETE ON signed BEGIN SELECT RAISE(ABORT, 'signed is kept'); END");
    file.exec("INSERT INTO signed (id, words) VALUES (1, 'first')");
    EXPECT_EQ(failure_of([&] {
                  storage::with_storage_errors(
                      [&] { file.exec("INSERT OR REPLACE INTO signed (id, words) VALUES (1, 'second')"); });
              }),
              StorageErrorKind::refused);
    EXPECT_EQ(file.execAndGet("SELECT words FROM signed").getString(), "first");
}

TEST_F(EncryptedFile, IsCopiedByteForByteWhileOpen)
{
    auto file = make();
    fill(file);
    const fs::path copy = this->file().parent_path() / "copy.db";
    storage::copy_raw(file, copy);

    // The copy is read before the file is, for reading a locked file by other means would drop its lock.
    const auto copied = bytes_of(copy);
    EXPECT_EQ(copied.size(), static_cast<std::size_t>(storage::raw_size(file)));
    auto again = open_encrypted(copy, key_, database_kind, OpenMode::existing);
    EXPECT_EQ(count_letters(again), count_letters(file));
}

TEST(MemoryDatabase, IsOfTheSameLibraryWithTheSameRules)
{
    auto memory = storage::vault::memory_database();
    EXPECT_NE(pragma(memory, "cipher_version"), "");
    EXPECT_EQ(pragma(memory, "foreign_keys"), "1");
    EXPECT_EQ(pragma(memory, "recursive_triggers"), "1");
    EXPECT_EQ(storage::raw_size(memory), 0);
}

TEST(StorageErrorFromSqlite, NeverRepeatsWhatWasWritten)
{
    auto memory = storage::vault::memory_database();
    memory.exec("CREATE VIRTUAL TABLE words USING fts4(text)");
    memory.exec("CREATE TABLE client (code TEXT UNIQUE)");
    memory.exec("INSERT INTO client VALUES ('secret')");
    const auto detail_of = [&](const std::string& sql) {
        try {
            memory.exec(sql);
        } catch (const SQLite::Exception& error) {
            return storage::from_sqlite(error).detail;
        }
        return std::string{"no error"};
    };
    EXPECT_EQ(detail_of("SELECT * FROM words WHERE text MATCH '\"secret'").find("secret"), std::string::npos);
    const auto constraint = detail_of("INSERT INTO client VALUES ('secret')");
    EXPECT_NE(constraint.find("client.code"), std::string::npos) << constraint;
    EXPECT_EQ(constraint.find("secret"), std::string::npos);
}
