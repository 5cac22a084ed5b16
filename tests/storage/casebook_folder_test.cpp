#include "storage/casebook_folder.h"
#include "storage/database.h"
#include "storage/vault/encrypted_file.h"
#include "tests/support/migrations.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/Statement.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <string>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

using namespace storage;
using tests::bytes_of;
using tests::failure_of;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view with_jottings = "CREATE TABLE jotting (id INTEGER PRIMARY KEY, words TEXT NOT NULL);";
/// The schema that ships, and a table that is no part of it.
const std::vector<model::EmbeddedFile> schema = tests::shipped_and({with_jottings});

class CasebookFolder : public testing::Test {
protected:
    fs::path parent() const { return temporary_.path(); }
    fs::path folder() const { return temporary_.path() / "Practice.casebook"; }

    void make(const std::function<void(OpenFiles&)>& fill = {}) const
    {
        make_folder(folder(), made_.vault, fill, schema);
    }
    OpenFiles open_here() const { return open_files(folder(), made_.vault.keys, schema); }
    std::optional<StorageErrorKind> failure_to_open() const
    {
        return failure_of([&] { open_here(); });
    }
    /// Whom the refusal to open names.
    std::optional<Holder> holder_in_the_way() const
    {
        try {
            open_here();
        } catch (const StorageError& error) {
            return error.holder;
        }
        ADD_FAILURE() << "opened";
        return std::nullopt;
    }
    std::size_t entries_beside() const
    {
        return static_cast<std::size_t>(std::distance(fs::directory_iterator{parent()}, fs::directory_iterator{}));
    }

    static void SetUpTestSuite() { made_ = vault::make_vault("password", vault::KeyCost::smallest()); }

    static vault::NewVault made_;

private:
    tests::TemporaryFolder temporary_;
};

vault::NewVault CasebookFolder::made_{.sheet = {.code = vault::RecoveryCode{{}}, .slot = {}}};

void write_note(OpenFiles& files, const std::string& words)
{
    SQLite::Statement insert{files.record, "INSERT INTO jotting (words) VALUES (:words)"};
    insert.bind(":words", words);
    insert.exec();
}

int notes_in(OpenFiles& files)
{
    return files.record.execAndGet("SELECT count(*) FROM jotting").getInt();
}

} // namespace

TEST_F(CasebookFolder, HoldsWhatTheFormatNames)
{
    make();
    EXPECT_EQ(fs::status(folder()).permissions(), fs::perms::owner_all);
    for (const char* name : {"keys", "keys.bak", "record.db", "private.db", "backups"})
        EXPECT_TRUE(fs::exists(folder() / name)) << name;
    EXPECT_EQ(entries_beside(), 1u) << "nothing else is left beside it";
}

TEST_F(CasebookFolder, OpensWithItsPasswordAndKeepsWhatWasWritten)
{
    make([](OpenFiles& files) { write_note(files, "seeded"); });
    {
        const auto opened = vault::unlock(folder(), "password");
        auto files = open_files(folder(), opened.keys, schema);
        write_note(files, "more");
    }
    auto files = open_here();
    EXPECT_EQ(notes_in(files), 2);
}

TEST_F(CasebookFolder, IsNotMadeOverAnything)
{
    fs::create_directory(folder());
    EXPECT_EQ(failure_of([&] { make(); }), StorageErrorKind::exists);
    EXPECT_TRUE(fs::is_empty(folder()));
    EXPECT_EQ(entries_beside(), 1u);
}

TEST_F(CasebookFolder, IsNotMadeWhereNoFolderIs)
{
    EXPECT_EQ(failure_of([&] { make_folder(parent() / "nowhere" / "A.casebook", made_.vault, {}, schema); }),
              StorageErrorKind::not_found);
}

TEST_F(CasebookFolder, IsNotMadeUnderANameThatNoFileCanHave)
{
    EXPECT_EQ(failure_of([&] { make_folder(parent() / std::string(300, 'x'), made_.vault, {}, schema); }),
              StorageErrorKind::cannot_open);
}

TEST_F(CasebookFolder, MayBeNamedWithASlashAtTheEnd)
{
    make_folder(folder().string() + "/", made_.vault, {}, schema);
    EXPECT_EQ(failure_to_open(), std::nullopt);
}

TEST_F(CasebookFolder, IsMadeWholeOrNotAtAllOnAFullDisk)
{
    for (const rlim_t limit : {0, 100, 500, 512, 1024, 4096, 8192}) {
        std::optional<StorageErrorKind> failure;
        {
            const tests::FileSizeLimit full{limit};
            failure = failure_of([&] { make(); });
        }
        if (!failure)
            break;
        EXPECT_EQ(failure, StorageErrorKind::full) << limit;
        EXPECT_EQ(entries_beside(), 0u) << limit;
    }
}

TEST_F(CasebookFolder, LeavesNothingWhenFillingItFails)
{
    EXPECT_THROW(make([](OpenFiles&) { throw std::runtime_error{"no"}; }), std::runtime_error);
    EXPECT_EQ(entries_beside(), 0u);
}

TEST_F(CasebookFolder, KilledWhileBeingMadeIsHarmless)
{
    const pid_t child = ::fork();
    if (child == 0)
        make([](OpenFiles& files) {
            write_note(files, "half");
            ::kill(::getpid(), SIGKILL);
        });
    ::waitpid(child, nullptr, 0);
    EXPECT_FALSE(fs::exists(folder()));

    make();
    auto files = open_here();
    EXPECT_EQ(notes_in(files), 0);
}

TEST_F(CasebookFolder, IsRefusedToASecondProcessAndSaysWhoHasIt)
{
    make();
    int ready[2];
    int done[2];
    ASSERT_EQ(::pipe(ready) + ::pipe(done), 0);
    const pid_t child = ::fork();
    char signal = 'x';
    if (child == 0) {
        ::close(done[1]);
        const auto files = open_here();
        const bool is_told = ::write(ready[1], &signal, 1) == 1 && ::read(done[0], &signal, 1) >= 0;
        ::_exit(is_told ? 0 : 1);
    }
    ASSERT_EQ(::read(ready[0], &signal, 1), 1);
    EXPECT_EQ(failure_to_open(), StorageErrorKind::in_use);
    const auto note = lock_note(folder());
    ASSERT_TRUE(note);
    EXPECT_EQ(note->process, child);
    EXPECT_NE(note->holder.host, "");
    EXPECT_LT(std::chrono::abs(std::chrono::system_clock::now() - note->holder.since), std::chrono::minutes{10});
    EXPECT_EQ(holder_in_the_way(), note->holder);

    // Killed without a chance to tidy up: its note stays, and stands in nobody's way.
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(done[1]);
    EXPECT_TRUE(fs::exists(folder() / "lock"));
    EXPECT_EQ(failure_to_open(), std::nullopt);
    EXPECT_EQ(lock_note(folder()), std::nullopt) << "closed again, and the note gone";
}

TEST_F(CasebookFolder, IsNotOpenedTwiceInOneProcess)
{
    make();
    auto first = open_here();
    EXPECT_EQ(failure_to_open(), StorageErrorKind::in_use);
    EXPECT_TRUE(lock_note(folder())) << "the refused one leaves the first one's note alone";
    write_note(first, "still works");
}

TEST_F(CasebookFolder, NamesNobodyAfterANoteThatIsStaleOrUnreadable)
{
    make();
    const auto files = open_here();
    ASSERT_TRUE(holder_in_the_way());
    const pid_t gone = ::fork();
    if (gone == 0)
        ::_exit(0);
    ::waitpid(gone, nullptr, 0);
    const auto host = lock_note(folder())->holder.host;
    tests::overwrite(folder() / "lock", host + "\n" + std::to_string(gone) + "\n");
    EXPECT_EQ(holder_in_the_way(), std::nullopt);
    tests::overwrite(folder() / "lock", "another-host\n" + std::to_string(gone) + "\n");
    EXPECT_EQ(holder_in_the_way()->host, "another-host") << "of another machine nothing is known";
    for (const char* rubbish : {"", "\x1B[31m\n1\n", "\xFF\n1\n", "host\n-1\n"}) {
        tests::overwrite(folder() / "lock", rubbish);
        EXPECT_EQ(holder_in_the_way()->host, "") << rubbish;
    }
}

TEST_F(CasebookFolder, TakesItsNoteAwayWhileTheDatabasesAreStillHeld)
{
    make();
    const auto files = open_here();
    // What stands last in memory goes first. The other way round, the note taken away could be that of the next opener.
    EXPECT_GT(static_cast<const void*>(&files.lock), static_cast<const void*>(&files.record));
    EXPECT_GT(static_cast<const void*>(&files.lock), static_cast<const void*>(&files.private_notes));
}

TEST_F(CasebookFolder, RefusesAPlainDatabaseInItsPlace)
{
    make();
    fs::remove(folder() / "record.db");
    {
        SQLite::Database plain{(folder() / "record.db").string(), SQLite::OPEN_READWRITE | SQLite::OPEN_CREATE};
        plain.exec("PRAGMA application_id = " + std::to_string(record_file_kind));
        plain.exec(std::string{schema[0].text});
    }
    EXPECT_EQ(failure_to_open(), StorageErrorKind::not_ours);
}

TEST_F(CasebookFolder, SaysDamagedWhenTheRecordIsMissingOrExchanged)
{
    make();
    fs::rename(folder() / "record.db", folder() / "away");
    EXPECT_EQ(failure_to_open(), StorageErrorKind::damaged);
    fs::copy_file(folder() / "private.db", folder() / "record.db");
    EXPECT_EQ(failure_to_open(), StorageErrorKind::damaged);
    fs::remove(folder() / "record.db");
    fs::rename(folder() / "away", folder() / "record.db");
    EXPECT_EQ(failure_to_open(), std::nullopt);
    EXPECT_EQ(failure_of([&] { open_files(parent() / "nowhere", made_.vault.keys, schema); }),
              StorageErrorKind::not_found);
}

TEST_F(CasebookFolder, OpensTheRecordAlsoWithoutItsPrivateNotes)
{
    make([](OpenFiles& files) { write_note(files, "kept"); });
    fs::rename(folder() / "private.db", folder() / "away");
    for (const bool is_exchanged : {false, true}) {
        if (is_exchanged)
            fs::copy_file(folder() / "record.db", folder() / "private.db");
        auto files = open_files(folder(), made_.vault.keys, schema);
        EXPECT_TRUE(files.has_lost_private_notes);
        EXPECT_EQ(notes_in(files), 1);
    }
    fs::rename(folder() / "away", folder() / "private.db");
    EXPECT_FALSE(open_files(folder(), made_.vault.keys, schema).has_lost_private_notes);
}

TEST_F(CasebookFolder, RefusesANewerOne)
{
    make([](OpenFiles& files) { files.record.exec("PRAGMA user_version = " + std::to_string(schema.size() + 1)); });
    EXPECT_EQ(failure_to_open(), StorageErrorKind::too_new);
}

TEST_F(CasebookFolder, CopiesAnOlderOneBeforeItIsUpgraded)
{
    make([](OpenFiles& files) { write_note(files, "old"); });
    const auto newer = tests::shipped_and({with_jottings, "ALTER TABLE jotting ADD COLUMN more TEXT;"});
    auto files = open_files(folder(), made_.vault.keys, newer, Elsewhere::is_refused, {.keeps_copy = true});
    EXPECT_EQ(notes_in(files), 1);
    EXPECT_TRUE(fs::exists(folder() / "backups" / ("record.db.before-" + std::string{newer.back().name.substr(0, 4)})));
}

TEST_F(CasebookFolder, ShowsNoSentenceInAnyOfItsBytes)
{
    make();
    std::vector<std::string> sentences;
    for (int i = 0; i < 20; ++i)
        sentences.push_back("She said no on day " + std::to_string(i) + " and felt the floor under her feet.");
    auto files = open_here();
    for (const auto& sentence : sentences)
        write_note(files, sentence);

    const auto expect_silence = [&] {
        for (const auto& entry : fs::recursive_directory_iterator{folder()}) {
            if (!entry.is_regular_file())
                continue;
            const auto bytes = bytes_of(entry.path());
            for (const auto& sentence : sentences)
                EXPECT_EQ(bytes.find(sentence.substr(0, 19)), std::string::npos) << entry.path().filename();
        }
    };
    files.record.exec("BEGIN");
    files.record.exec("UPDATE jotting SET words = words || ' Again.'");
    expect_silence();
    files.record.exec("COMMIT");
    files = files_in_memory(made_.vault.keys, schema); // closes
    expect_silence();
}

TEST_F(CasebookFolder, SheetAndRecordAloneOpenTheData)
{
    make([](OpenFiles& files) { write_note(files, "kept"); });
    const fs::path rescued = parent() / "rescued.db";
    fs::copy_file(folder() / "record.db", rescued);
    fs::remove_all(folder());

    const auto sheet = vault::parse_sheet_text(made_.sheet.slot);
    ASSERT_TRUE(sheet);
    const auto keys = vault::unlock_sheet(*sheet, made_.sheet.code);
    auto record = vault::open_encrypted(rescued, subkey(keys.vault, vault::Purpose::record_database), record_file_kind,
                                        vault::OpenMode::existing);
    EXPECT_EQ(record.execAndGet("SELECT words FROM jotting").getString(), "kept");
}

TEST_F(CasebookFolder, InMemoryHasTheSchemaInPlace)
{
    auto files = files_in_memory(made_.vault.keys, schema);
    write_note(files, "x");
    EXPECT_EQ(notes_in(files), 1);
}
