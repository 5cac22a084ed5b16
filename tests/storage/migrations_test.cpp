#include "storage/database.h"
#include "storage/migrations.h"
#include "storage/vault/encrypted_file.h"
#include "storage/verification.h"
#include "tests/support/migrations.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

using namespace storage;
using testing::IsEmpty;
using testing::UnorderedElementsAre;
using tests::failure_of;
using tests::Finding;
using tests::Found;
using vault::Purpose;
namespace fs = std::filesystem;

namespace {

constexpr std::string_view nullable_column = "ALTER TABLE client ADD COLUMN shoe_size TEXT;";
constexpr std::string_view rebuild_of_clients = R"(
    CREATE TABLE client_new AS SELECT * FROM client;
    DROP TABLE client;
    CREATE TABLE client (id INTEGER PRIMARY KEY AUTOINCREMENT, act INTEGER NOT NULL DEFAULT 0,
        seal BLOB NOT NULL DEFAULT (zeroblob(16)), name TEXT NOT NULL, code TEXT NOT NULL, code_key TEXT NOT NULL UNIQUE,
        preferred_name TEXT, pronouns TEXT, born_on TEXT, contact TEXT, emergency_contact TEXT, guardian TEXT,
        referrer TEXT, reason_for_care TEXT, diagnosis TEXT, consents TEXT, safety_plan TEXT);
    INSERT INTO client (id, act, seal, name, code, code_key, preferred_name, pronouns, born_on, contact,
        emergency_contact, guardian, referrer, reason_for_care, diagnosis, consents, safety_plan)
    SELECT id, act, seal, name, code, code_key, preferred_name, pronouns, born_on, contact, emergency_contact, guardian,
        referrer, reason_for_care, diagnosis, consents, safety_plan FROM client_new;
    DROP TABLE client_new;)";
constexpr std::string_view other_families = R"(-- Seals anew: goal, modality_technique, technique_kind
    UPDATE goal SET family = 'trust';
    ALTER TABLE modality_technique ADD COLUMN minutes INTEGER NOT NULL DEFAULT 10;
    DELETE FROM modality_technique WHERE name = 'Two';
    CREATE TABLE technique_kind (id INTEGER PRIMARY KEY, act INTEGER NOT NULL DEFAULT 0,
        seal BLOB NOT NULL DEFAULT (zeroblob(16)), name TEXT NOT NULL);
    INSERT INTO technique_kind (id, name) SELECT id, name FROM modality_technique;
    INSERT INTO temp.doubtful_row (table_name, row_id, is_damaged)
        SELECT 'technique_kind', row_id, is_damaged FROM temp.doubtful_row WHERE table_name = 'modality_technique';)";
constexpr std::string_view broken = "CREATE TABLE extra (id INTEGER); INSERT INTO nowhere VALUES (1);";
constexpr std::string_view orphaning = "INSERT INTO goal_wording (goal_id, wording, until_on) "
                                       "VALUES (999, 'No', '2024-01-01');";

int count(SQLite::Database& file, const std::string& what)
{
    return file.execAndGet("SELECT count(*) FROM " + what).getInt();
}

model::Moment noon()
{
    return model::Moment{std::chrono::hours{490'000}};
}

/// A casebook of this release with one of everything, which a later release opens.
class Migrations : public testing::Test {
protected:
    void SetUp() override { tests::write_one_of_everything(place_); }

    OpenFiles upgrade(std::initializer_list<std::string_view> sql) const
    {
        return open_files(place_.folder(), keys(), tests::shipped_and(sql), Elsewhere::is_refused,
                          {.now = noon, .keeps_copy = true});
    }
    vault::CasebookKeys keys() const
    {
        auto opened = place_.vault();
        return std::move(opened.keys);
    }

    /// What is wrong with the opened record.
    Found found_in(OpenFiles& files) const
    {
        Record record{files.record, subkey(keys().vault, Purpose::row_macs)};
        Found found;
        for (const auto& finding : verify(record, subkey(keys().vault, Purpose::chain_macs), {}).findings) {
            found.push_back({.what = finding.what, .where = finding.row.table + " " + std::to_string(finding.row.id)});
        }
        return found;
    }
    int sound_rows(OpenFiles& files, const std::string& table) const
    {
        const Record record{files.record, subkey(keys().vault, Purpose::row_macs)};
        return count(files.record, "sound_" + table);
    }
    /// The last entry of the log.
    model::Act last_entry(OpenFiles& files) const
    {
        Record record{files.record, subkey(keys().vault, Purpose::row_macs)};
        ActLog log{record, subkey(keys().vault, Purpose::chain_macs), 1, noon};
        return log.entries({}, 1).front();
    }

    tests::QuickCasebook place_{};
};

const int shipped = static_cast<int>(migration_files().size());

} // namespace

TEST_F(Migrations, BringANewFileUpToDate)
{
    auto file = vault::memory_database();
    for (int times = 0; times < 2; ++times) {
        run_migrations(file, migration_files(), {.keys = vault::random_keys()});
        EXPECT_EQ(schema_version(file), shipped);
    }
    EXPECT_EQ(count(file, "act_log"), 0) << "nothing was upgraded";
}

TEST_F(Migrations, OfNoneLeaveTheFileAlone)
{
    auto file = vault::memory_database();
    run_migrations(file, {}, {.keys = vault::random_keys()});
    EXPECT_EQ(schema_version(file), 0);
}

TEST_F(Migrations, ThatAddAColumnWithoutValuesLeaveEveryRowSound)
{
    auto files = upgrade({nullable_column});
    EXPECT_THAT(found_in(files), IsEmpty());
    EXPECT_EQ(sound_rows(files, "client"), 1);
    files.record.exec("UPDATE client SET shoe_size = '39'");
    EXPECT_EQ(sound_rows(files, "client"), 0) << "a value in it is sealed as any other";
}

TEST_F(Migrations, AreOneEntryOfTheLogTogether)
{
    auto files = upgrade({nullable_column, rebuild_of_clients});
    const model::Act entry = last_entry(files);
    EXPECT_EQ(entry.kind, model::ActKind::upgraded);
    EXPECT_EQ(entry.record, shipped + 2);
    EXPECT_EQ(entry.at, noon());
    EXPECT_EQ(entry.person_name, "Dana Example");
    EXPECT_EQ(count(files.record, "act_log WHERE kind = 'upgraded'"), 1);
}

TEST_F(Migrations, RebuildATableInAnotherOrderWithItsRowsSoundAndItsChildrenThere)
{
    auto files = upgrade({rebuild_of_clients});
    EXPECT_THAT(found_in(files), IsEmpty());
    EXPECT_EQ(sound_rows(files, "client"), 1);
    EXPECT_EQ(sound_rows(files, "note"), 2);
    EXPECT_EQ(files.record.execAndGet("PRAGMA foreign_keys").getInt(), 1);
}

TEST_F(Migrations, SealAnewWhatTheyChange)
{
    auto files = upgrade({other_families});
    EXPECT_THAT(found_in(files), IsEmpty());
    EXPECT_EQ(sound_rows(files, "goal WHERE family = 'trust'"), 1);
    EXPECT_EQ(sound_rows(files, "modality_technique WHERE minutes = 10"), 1) << "and one is removed";
    EXPECT_EQ(sound_rows(files, "technique_kind"), 1);
    EXPECT_THAT(files.found_damaged, IsEmpty());
}

TEST_F(Migrations, LeaveWhatWasDamagedDamagedAndNameIt)
{
    tests::tamper(place_,
                  {"UPDATE goal SET wording = 'Say yes'", "UPDATE modality_technique SET name = 'Three' WHERE id = 1"});
    auto files = upgrade({other_families});
    const std::set<RowName> expected{
        {.table = "goal", .id = 1}, {.table = "modality_technique", .id = 1}, {.table = "technique_kind", .id = 1}};
    EXPECT_EQ(files.found_damaged, expected);
    EXPECT_EQ(sound_rows(files, "goal"), 0);
    EXPECT_EQ(sound_rows(files, "modality_technique"), 0);
    EXPECT_EQ(sound_rows(files, "technique_kind"), 0);
    EXPECT_THAT(found_in(files), UnorderedElementsAre(Finding{Tampering::row_edited, "goal 1"},
                                                      Finding{Tampering::row_edited, "modality_technique 1"},
                                                      Finding{Tampering::row_inserted, "technique_kind 1"}));
}

TEST_F(Migrations, DoNotVouchForARowThatTheLogKnowsOtherwise)
{
    const std::string as_agreed = tests::row_of(place_, "goal", 1);
    {
        auto casebook = place_.open();
        casebook.close_goal({1}, model::Date{date::year{2024} / 5 / 1}, "Reached");
    }
    tests::tamper(place_, {"DELETE FROM goal", as_agreed});
    ASSERT_EQ(tests::verified(place_), (Found{{Tampering::row_replayed, "goal 1"}}));

    auto files = upgrade({other_families});
    EXPECT_EQ(sound_rows(files, "goal"), 1) << "it can be read as before";
    EXPECT_THAT(files.found_damaged, IsEmpty());
    EXPECT_THAT(found_in(files), testing::ElementsAre(Finding{Tampering::row_replayed, "goal 1"}));
}

TEST_F(Migrations, SealNoTableThatSomebodyMadeAnew)
{
    tests::tamper(place_,
                  {"CREATE TABLE planted (id INT PRIMARY KEY, act INTEGER, seal BLOB, client_id INTEGER, wording TEXT, "
                   "family TEXT, agreed_on TEXT, closed_on TEXT, closing_reason TEXT, entered_at INTEGER)",
                   "INSERT INTO planted (rowid, id, act, seal, client_id, wording, family, agreed_on, closed_on,"
                   " closing_reason, entered_at) SELECT id + 100, id, act, seal, client_id, 'Forged', family,"
                   " agreed_on, closed_on, closing_reason, entered_at FROM goal",
                   "DROP TABLE goal", "ALTER TABLE planted RENAME TO goal"});
    EXPECT_EQ(failure_of([&] { upgrade({other_families}); }), StorageErrorKind::damaged);
}

TEST_F(Migrations, TakeAwayTriggersThatSomebodyPlanted)
{
    tests::tamper(place_, {"UPDATE note_section SET text = 'Forged'",
                           "CREATE TRIGGER planted AFTER UPDATE OF seal ON goal BEGIN"
                           " UPDATE note_section SET text = text || '!'; END"});
    auto files = upgrade({other_families});
    EXPECT_EQ(count(files.record, "sqlite_master WHERE name = 'planted'"), 0);
    EXPECT_EQ(count(files.record, "note_section WHERE text LIKE '%!'"), 0);
}

TEST_F(Migrations, RefuseToSealATableThatIsNone)
{
    EXPECT_EQ(failure_of([&] { upgrade({"-- Seals anew: goals\nUPDATE goal SET family = 'trust';"}); }),
              StorageErrorKind::refused);
}

TEST_F(Migrations, OpenARecordInWhichARowWasTakenAway)
{
    tests::tamper(place_, {"DELETE FROM goal"});
    auto files = upgrade({nullable_column});
    EXPECT_THAT(found_in(files), testing::ElementsAre(Finding{Tampering::row_removed, "goal 1"}));
}

TEST_F(Migrations, OpenARecordWithPagesThatCannotBeRead)
{
    constexpr std::size_t page = 4096;
    const std::string whole = tests::bytes_of(place_.folder() / "record.db");
    int opened = 0;
    for (std::size_t at = 2 * page; at < whole.size(); at += 3 * page) {
        std::string bytes = whole;
        bytes.at(at + 100) = static_cast<char>(bytes.at(at + 100) ^ 1);
        tests::overwrite(place_.folder() / "record.db", bytes);
        const auto failure = failure_of([&] { place_.open_bare(); });
        const auto upgraded = failure_of([&] { upgrade({nullable_column}); });
        EXPECT_EQ(upgraded, failure) << "an upgrade keeps nothing shut that opens without it; page " << at / page;
        opened += upgraded ? 0 : 1;
    }
    EXPECT_GT(opened, 5);
}

TEST_F(Migrations, SayThatTheClockWasSetBack)
{
    open_files(place_.folder(), keys(), tests::shipped_and({nullable_column}), Elsewhere::is_refused,
               {.now = [] { return tests::no_time() - std::chrono::hours{1}; }});
    auto files = upgrade({nullable_column});
    EXPECT_EQ(count(files.record, "act_log WHERE kind = 'clock_set_back'"), 1);
    EXPECT_THAT(found_in(files), IsEmpty());
}

TEST_F(Migrations, NeedNoFolderOfBackups)
{
    fs::remove_all(place_.folder() / "backups");
    EXPECT_EQ(failure_of([&] { upgrade({nullable_column}); }), std::nullopt);
}

TEST_F(Migrations, KeepTheGuardsOfWhatWasSigned)
{
    auto files = upgrade({other_families});
    EXPECT_ANY_THROW(files.record.exec("UPDATE note_section SET text = ''"));
    EXPECT_ANY_THROW(files.record.exec("DELETE FROM note"));
}

TEST_F(Migrations, RefuseAFileFromTheFuture)
{
    upgrade({nullable_column});
    EXPECT_EQ(failure_of([&] { place_.open(); }), StorageErrorKind::too_new);
    upgrade({nullable_column}).record.exec("PRAGMA user_version = -3");
    EXPECT_EQ(failure_of([&] { place_.open(); }), StorageErrorKind::damaged);
}

TEST_F(Migrations, ThatFailLeaveTheOldFile)
{
    for (const std::string_view last : {broken, orphaning}) {
        EXPECT_NE(failure_of([&] { upgrade({other_families, last}); }), std::nullopt);
        auto files = place_.open_bare();
        EXPECT_EQ(schema_version(files.record), shipped);
        EXPECT_EQ(count(files.record, "sqlite_master WHERE name IN ('extra', 'technique_kind')"), 0);
        EXPECT_EQ(count(files.record, "goal WHERE family = 'boundaries'"), 1);
        EXPECT_THAT(found_in(files), IsEmpty());
        EXPECT_ANY_THROW(files.record.exec("DELETE FROM note")) << "its guards stand";
    }
}

TEST_F(Migrations, ThatAreKilledLeaveTheOldFileOrTheNewOne)
{
    constexpr int rounds = 12;
    const auto newer = tests::shipped_and({other_families});
    int upgraded = 0;
    int left_old = 0;
    auto whole = std::chrono::microseconds{0};
    for (int round = 0; upgraded == 0 || left_old == 0 || round < rounds; ++round) {
        ASSERT_LT(round, 10 * rounds);
        const tests::QuickCasebook place;
        tests::write_one_of_everything(place);
        const auto began = std::chrono::steady_clock::now();
        const pid_t child = fork();
        if (child == 0) {
            open_files(place.folder(), place.vault().keys, newer, Elsewhere::is_refused,
                       {.now = noon, .keeps_copy = true});
            _exit(0);
        }
        if (round > 0) {
            std::this_thread::sleep_for(whole * (round % rounds) / (rounds - 1));
            kill(child, SIGKILL);
        }
        ASSERT_EQ(waitpid(child, nullptr, 0), child);
        whole = std::max(
            whole, std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - began));

        SCOPED_TRACE(round);
        const bool is_old = failure_of([&] { place.open(); }) == std::nullopt;
        ++(is_old ? left_old : upgraded);
        auto files = open_files(place.folder(), place.vault().keys, newer);
        Record record{files.record, subkey(place.vault().keys.vault, Purpose::row_macs)};
        EXPECT_TRUE(verify(record, subkey(place.vault().keys.vault, Purpose::chain_macs), {}).is_sound());
        EXPECT_EQ(count(files.record, "sound_goal WHERE family = 'trust'"), 1);
        EXPECT_EQ(count(files.record, "act_log WHERE kind = 'upgraded'"), 1) << "once, whenever it was killed";
    }
}

TEST_F(Migrations, CopyAnOlderFileFirst)
{
    const std::string before = tests::bytes_of(place_.folder() / "record.db");
    upgrade({nullable_column});
    const fs::path copy = place_.folder() / "backups" /
                          ("record.db.before-" + std::string{tests::shipped_and({""}).back().name.substr(0, 4)});
    EXPECT_EQ(tests::bytes_of(copy), before);
}

TEST_F(Migrations, DoNotStartWhenTheCopyFindsNoRoom)
{
    const auto failure = [&] {
        const tests::FileSizeLimit full{4096};
        return failure_of([&] { upgrade({nullable_column}); });
    }();
    EXPECT_EQ(failure, StorageErrorKind::full);
    auto files = place_.open_bare();
    EXPECT_EQ(schema_version(files.record), shipped);
    for (const auto& entry : fs::directory_iterator{place_.folder() / "backups"}) {
        ADD_FAILURE() << "left over: " << entry.path();
    }
}

TEST_F(Migrations, ThatShipAreNumberedWithoutAGap)
{
    int number = 0;
    for (const auto& migration : migration_files()) {
        EXPECT_EQ(std::stoi(std::string{migration.name.substr(0, 4)}), ++number);
    }
}
