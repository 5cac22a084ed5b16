#include "storage/backups.h"
#include "storage/restoring.h"
#include "tests/support/everything_shown.h"
#include "tests/support/how_many.h"
#include "tests/support/no_time.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"
#include "tests/support/written_acts.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <sys/stat.h>

namespace {

namespace fs = std::filesystem;
using namespace date::literals;
using enum storage::StorageErrorKind;
using tests::failure_of;

const model::Moment now = tests::at(2026_y / 11 / 20, 18, 4);

storage::vault::OpenVault with_password(const fs::path& folder)
{
    return storage::vault::unlock(folder, "password");
}

storage::Backup back_up(storage::Casebook& casebook, const fs::path& target, model::Moment when = now)
{
    return storage::prove(casebook.copy_for_backup(target, when), storage::prove_databases, {});
}

std::set<std::string> names_in(const fs::path& folder)
{
    std::set<std::string> names;
    for (const auto& entry : fs::directory_iterator{folder}) {
        names.insert(entry.path().filename().string());
    }
    return names;
}

/// A casebook with something in it.
class Backups : public testing::Test {
protected:
    Backups()
    {
        auto casebook = practice_.open();
        tests::written::begin(casebook);
        for (int act = 0; act < 20; ++act) {
            tests::written::do_act(casebook, act);
        }
    }

    fs::path folder() const { return practice_.folder(); }
    fs::path own_backups() const { return storage::backups_folder(folder()); }
    fs::path own_place() const { return storage::place_for_backup(folder(), now); }
    fs::path beside(const std::string& name) const { return folder().parent_path() / name; }

    storage::Restored restore(const fs::path& backup, const fs::path& to)
    {
        return storage::restore_to(backup, to, with_password, storage::prove_databases, tests::no_time, {});
    }

    tests::QuickCasebook practice_{};
};

TEST_F(Backups, HoldTheCasebookAsItWas)
{
    auto casebook = practice_.open();
    const auto before = tests::written::state_of(casebook);
    const auto backup = back_up(casebook, own_place());
    tests::written::do_act(casebook, 20);

    EXPECT_EQ(storage::backups_of(folder()), std::vector{backup});
    EXPECT_EQ(backup.file.filename(), "2026-11-20T18-04-00Z.mendline-backup");
    EXPECT_EQ(names_in(own_backups()).size(), 1U) << "something else is left";
    const auto restored = restore(backup.file, beside("Again.casebook"));
    EXPECT_EQ(restored.made_at, now);
    EXPECT_EQ(restored.clients, 1);
    EXPECT_EQ(restored.notes, 2);
    const storage::Casebook again{restored.folder, with_password(restored.folder), tests::no_time};
    EXPECT_EQ(tests::written::state_of(again), before);
    EXPECT_NE(tests::written::state_of(casebook), before);
}

TEST_F(Backups, AreForTheOwnerAloneAndSoIsWhatComesOutOfThem)
{
    auto casebook = practice_.open();
    const auto backup = back_up(casebook, own_place());
    const auto restored = restore(backup.file, beside("Again.casebook"));
    EXPECT_EQ(fs::status(backup.file).permissions(), fs::perms::owner_read | fs::perms::owner_write);
    EXPECT_EQ(fs::status(restored.folder).permissions(), fs::perms::owner_all);
    EXPECT_EQ(names_in(restored.folder),
              (std::set<std::string>{"backups", "keys", "keys.bak", "private.db", "record.db"}));
}

TEST_F(Backups, HoldThePrivateNotesOfPeopleWhoDoNotHaveTheCasebookOpen)
{
    tests::overwrite(folder() / "private-2.db", "sealed for somebody else");
    auto casebook = practice_.open();
    const auto restored = restore(back_up(casebook, own_place()).file, beside("Again.casebook"));
    EXPECT_EQ(tests::bytes_of(restored.folder / "private-2.db"), "sealed for somebody else");
}

TEST_F(Backups, LeaveTheCasebookLockedAndWorking)
{
    auto casebook = practice_.open();
    back_up(casebook, own_place());
    EXPECT_EQ(failure_of([&] { practice_.open(); }), in_use);
    tests::written::do_act(casebook, 20);
    EXPECT_EQ(casebook.notes_of(tests::written::client).size(), 3U);
}

TEST_F(Backups, OfOneSecondGetNamesOfTheirOwn)
{
    auto casebook = practice_.open();
    back_up(casebook, own_place());
    back_up(casebook, own_place());
    EXPECT_EQ(names_in(own_backups()),
              (std::set<std::string>{"2026-11-20T18-04-00Z.mendline-backup", "2026-11-20T18-04-01Z.mendline-backup"}));
}

TEST_F(Backups, AreNeverWrittenOverAFile)
{
    auto casebook = practice_.open();
    tests::overwrite(beside("mine"), "mine");
    EXPECT_EQ(failure_of([&] { back_up(casebook, beside("mine")); }), exists);
    EXPECT_EQ(tests::bytes_of(beside("mine")), "mine");
}

TEST_F(Backups, DoNotCountUntilTheyAreProved)
{
    auto casebook = practice_.open();
    {
        const auto copy = casebook.copy_for_backup(own_place(), now);
        EXPECT_TRUE(storage::backups_of(folder()).empty());
        EXPECT_TRUE(fs::exists(copy.hidden_file()));
    }
    EXPECT_TRUE(fs::is_empty(own_backups()));
}

TEST_F(Backups, WhoseProofCannotBeMadeLeaveNothingBehind)
{
    auto casebook = practice_.open();
    const auto fails = [](const fs::path&, const auto&, const auto&) { throw storage::StorageError{full}; };
    EXPECT_EQ(failure_of([&] { storage::prove(casebook.copy_for_backup(own_place(), now), fails, {}); }), full);
    EXPECT_TRUE(fs::is_empty(own_backups()));
}

TEST_F(Backups, OfADamagedCasebookAreKeptAndDoNotCount)
{
    const auto good = [&] {
        auto casebook = practice_.open();
        return back_up(casebook, own_place());
    }();
    tests::tamper(practice_, {"UPDATE client SET name = 'Somebody else' WHERE id = 1"});
    auto casebook = practice_.open();
    const auto later = now + std::chrono::hours{24 * 60};
    for (const auto when : {later, later + std::chrono::hours{1}}) {
        const auto kept = back_up(casebook, storage::place_for_backup(folder(), when), when);
        EXPECT_FALSE(kept.is_proved);
        storage::remove_old_backups(folder(), kept);
    }
    EXPECT_EQ(names_in(own_backups()),
              (std::set<std::string>{good.file.filename(), "2027-01-19T19-04-00Z (not verified).mendline-backup"}))
        << "the last copy of the damaged casebook, and the proved one however old it is";
    EXPECT_EQ(storage::backups_of(folder()), std::vector{good});
}

TEST_F(Backups, OfADamagedCasebookAreRestoredAsTheyAre)
{
    tests::tamper(practice_, {"UPDATE client SET name = 'Somebody else' WHERE id = 1"});
    const auto before = [&] {
        auto casebook = practice_.open();
        const auto kept = back_up(casebook, own_place());
        const auto restored = restore(kept.file, beside("Again.casebook"));
        EXPECT_FALSE(restored.is_sound);
        return tests::everything_shown(casebook);
    }();
    const storage::Casebook again{beside("Again.casebook"), with_password(beside("Again.casebook")), tests::no_time};
    EXPECT_TRUE(tests::places_that_differ(before, tests::everything_shown(again)).empty());
    EXPECT_FALSE(again.damaged_rows().empty());
}

TEST_F(Backups, ThatWereRestoredSaySoInTheLogOfTheNewCasebook)
{
    auto casebook = practice_.open();
    const auto backup = back_up(casebook, own_place());
    EXPECT_TRUE(restore(backup.file, beside("Again.casebook")).is_sound);
    const storage::Casebook again{beside("Again.casebook"), with_password(beside("Again.casebook")), tests::no_time};
    const auto acts = again.acts({}, 3);
    ASSERT_EQ(acts.size(), 3U);
    EXPECT_EQ(acts[1].kind, model::ActKind::restored);
    EXPECT_FALSE(again.is_behind_its_keys());
}

TEST_F(Backups, StopWhereverTheyAreAskedToAndLeaveNothingBehind)
{
    auto casebook = practice_.open();
    for (const double part : {0.05, 0.1, 0.3, 0.5, 0.6, 0.9, 0.98}) {
        std::stop_source stop;
        const storage::Progress progress{.tell =
                                             [&](double reached) {
                                                 if (reached >= part) {
                                                     stop.request_stop();
                                                 }
                                             },
                                         .stop = stop.get_token()};
        try {
            storage::prove(casebook.copy_for_backup(own_place(), now), storage::prove_databases, progress);
            // Nobody asks any more once it has its name.
            EXPECT_GE(part, 0.98);
            fs::remove(storage::backups_of(folder()).front().file);
        } catch (const storage::Stopped&) {
        }
        EXPECT_TRUE(fs::is_empty(own_backups())) << part;
    }
}

TEST_F(Backups, TellHowFarTheyAreAndNeverGoBack)
{
    auto casebook = practice_.open();
    std::vector<double> told;
    storage::prove(casebook.copy_for_backup(own_place(), now), storage::prove_databases,
                   {.tell = [&](double part) { told.push_back(part); }});
    EXPECT_TRUE(std::ranges::is_sorted(told));
    EXPECT_GT(told.size(), 5U);
    EXPECT_EQ(told.back(), 1);
}

TEST_F(Backups, SweepAwayWhatAnAttemptLeftThatWasCutShort)
{
    const std::string name = ".2026-11-19T18-04-00Z.mendline-backup";
    tests::overwrite(own_backups() / (name + ".new"), "half");
    fs::create_directory(own_backups() / (name + ".proof"));
    tests::overwrite(own_backups() / (name + ".proof") / "record.db", "half");
    tests::overwrite(own_backups() / ".mine.new", "not ours to sweep");
    auto casebook = practice_.open();
    back_up(casebook, own_place());
    EXPECT_EQ(names_in(own_backups()), (std::set<std::string>{".mine.new", "2026-11-20T18-04-00Z.mendline-backup"}));
}

TEST_F(Backups, RemoveOldOnesOfTheirOwnAndNothingElse)
{
    auto casebook = practice_.open();
    tests::overwrite(own_backups() / "record.db.before-0002", "made before an upgrade");
    for (int day = 0; day < 10; ++day) {
        const auto when = tests::at(2026_y / 11 / (10 + day), 9);
        back_up(casebook, storage::place_for_backup(folder(), when), when);
    }
    storage::remove_old_backups(folder(), storage::backups_of(folder()).front());
    const auto names = names_in(own_backups());
    EXPECT_EQ(names.size(), 7U); // The Sunday of the week before is one of the seven days.
    EXPECT_FALSE(names.contains("record.db.before-0002")) << "the upgrade is proved";
    EXPECT_TRUE(names.contains("2026-11-19T09-00-00Z.mendline-backup"));
    EXPECT_FALSE(names.contains("2026-11-11T09-00-00Z.mendline-backup"));
}

TEST_F(Backups, SayWhenTheDiskFillsAndLeaveNothingBehind)
{
    auto casebook = practice_.open();
    const auto good = back_up(casebook, own_place());
    for (const rlim_t limit : {0UL, 1000UL, 50'000UL, 150'000UL}) {
        std::optional<storage::StorageErrorKind> failure;
        {
            const tests::FileSizeLimit full{limit};
            failure = failure_of([&] { back_up(casebook, own_place()); });
        }
        EXPECT_EQ(failure, full) << limit;
        EXPECT_EQ(storage::backups_of(folder()), std::vector{good});
        EXPECT_EQ(names_in(own_backups()).size(), 1U);
    }
}

TEST_F(Backups, WithOneByteChangedNeverCountAsProved)
{
    auto casebook = practice_.open();
    std::mt19937 random{20261120};
    const auto size = fs::file_size(back_up(casebook, own_place()).file);
    std::set<std::uint64_t> places{0, 8, 12, 40, 104, size - 1, size - 33};
    while (places.size() < 30) {
        places.insert(random() % size);
    }
    for (const std::uint64_t place : places) {
        auto copy = casebook.copy_for_backup(own_place(), now);
        std::fstream file{copy.hidden_file(), std::ios::in | std::ios::out | std::ios::binary};
        file.seekg(static_cast<std::streamoff>(place));
        const int byte = file.get();
        file.seekp(static_cast<std::streamoff>(place));
        file.put(static_cast<char>(byte ^ (1 << (random() % 8))));
        file.close();
        EXPECT_TRUE(failure_of([&] { storage::prove(std::move(copy), storage::prove_databases, {}); })) << place;
    }
    EXPECT_EQ(storage::backups_of(folder()).size(), 1U);
    // And without a change it counts.
    back_up(casebook, own_place());
    EXPECT_EQ(storage::backups_of(folder()).size(), 2U);
}

TEST_F(Backups, OfADamagedDatabaseAreNotProved)
{
    // A page that SQLCipher cannot read, written behind the open casebook's back: the checksum fits, the proof does
    // not.
    auto casebook = practice_.open();
    std::fstream file{folder() / "record.db", std::ios::in | std::ios::out | std::ios::binary};
    file.seekp(10 * 4096 + 100);
    file << "overwritten";
    file.close();
    EXPECT_FALSE(back_up(casebook, own_place()).is_proved);
    EXPECT_TRUE(storage::backups_of(folder()).empty());
}

TEST_F(Backups, WithTheKeysOfAnotherCasebookAreNotMade)
{
    const tests::QuickCasebook other;
    auto casebook = practice_.open();
    for (const char* name : {"keys", "keys.bak"}) {
        fs::copy_file(other.folder() / name, folder() / name, fs::copy_options::overwrite_existing);
    }
    EXPECT_EQ(failure_of([&] { back_up(casebook, own_place()); }), damaged);
    EXPECT_TRUE(fs::is_empty(own_backups()));
}

TEST_F(Backups, TakeTheSecondCopyOfTheKeysWhenTheFirstIsGone)
{
    auto casebook = practice_.open();
    fs::remove(folder() / "keys");
    const auto backup = back_up(casebook, own_place());
    EXPECT_EQ(restore(backup.file, beside("Again.casebook")).clients, 1);
}

TEST_F(Backups, AreCopiedElsewhereWholeOrNotAtAll)
{
    auto casebook = practice_.open();
    const auto backup = back_up(casebook, own_place());
    fs::create_directory(beside("stick"));
    const fs::path copy = beside("stick") / "copy.mendline-backup";
    storage::copy_backup(backup.file, copy, {});
    EXPECT_EQ(tests::bytes_of(copy), tests::bytes_of(backup.file));
    EXPECT_EQ(failure_of([&] { storage::copy_backup(backup.file, copy, {}); }), exists);

    tests::overwrite(backup.file, tests::with_flipped_bit(tests::bytes_of(backup.file), 8 * 9000));
    EXPECT_EQ(failure_of([&] { storage::copy_backup(backup.file, beside("stick") / "other", {}); }), damaged);
    EXPECT_EQ(names_in(beside("stick")).size(), 1U);
}

TEST_F(Backups, AreRestoredOverNothing)
{
    auto casebook = practice_.open();
    const auto backup = back_up(casebook, own_place());
    fs::create_directory(beside("There.casebook"));
    EXPECT_EQ(failure_of([&] { restore(backup.file, beside("There.casebook")); }), exists);
    EXPECT_EQ(failure_of([&] { restore(backup.file, folder()); }), exists);
    EXPECT_EQ(failure_of([&] { restore(beside("none"), beside("Again.casebook")); }), not_found);
}

TEST_F(Backups, AreNotRestoredWithAWrongPasswordOrWhenDamagedOrStopped)
{
    auto casebook = practice_.open();
    const auto backup = back_up(casebook, own_place());
    const auto names = names_in(folder().parent_path());
    const auto wrong = [](const fs::path& place) { return storage::vault::unlock(place, "passwort"); };
    EXPECT_EQ(failure_of([&] {
                  storage::restore_to(backup.file, beside("Again.casebook"), wrong, storage::prove_databases,
                                      tests::no_time, {});
              }),
              wrong_password);
    std::stop_source stop;
    stop.request_stop();
    EXPECT_THROW(storage::restore_to(backup.file, beside("Again.casebook"), with_password, storage::prove_databases,
                                     tests::no_time, {.stop = stop.get_token()}),
                 storage::Stopped);
    tests::overwrite(backup.file, tests::with_flipped_bit(tests::bytes_of(backup.file), 8 * 9000));
    EXPECT_EQ(failure_of([&] { restore(backup.file, beside("Again.casebook")); }), damaged);
    EXPECT_EQ(names_in(folder().parent_path()), names) << "something is left";
}

/// All that the front door shows of these histories.
bool is_same(const storage::Casebook& one, const storage::Casebook& other)
{
    const auto day = model::Date{2030_y / 1 / 1};
    const auto rows = one.caseload(day);
    if (rows != other.caseload(day) || one.practice() != other.practice() || one.therapist() != other.therapist() ||
        one.measures() != other.measures() || one.modalities() != other.modalities()) {
        return false;
    }
    return std::ranges::all_of(rows, [&](const model::CaseloadRow& row) {
        const auto client = row.client.id;
        const auto notes = one.notes_of(client);
        return one.record_of(client) == other.record_of(client) && one.client(client) == other.client(client) &&
               one.episodes_of(client) == other.episodes_of(client) && notes == other.notes_of(client) &&
               one.goals_of(client) == other.goals_of(client) && one.notices_of(client) == other.notices_of(client) &&
               one.administrations_of(client) == other.administrations_of(client) &&
               one.drafts_of(client) == other.drafts_of(client) &&
               one.summary_choices(client) == other.summary_choices(client) &&
               std::ranges::all_of(notes, [&](const model::NoteOutline& outline) {
                   return one.note(outline.id) == other.note(outline.id);
               });
    });
}

/// Does something that a person might, or nothing where it cannot be done.
void do_something(storage::Casebook& casebook, std::mt19937& random, int number)
{
    const auto when = tests::at(2026_y / 1 / 1, 9) + std::chrono::hours{number};
    const auto day = model::Date{date::floor<date::days>(when)};
    const auto clients = casebook.caseload(day);
    const auto client = clients[random() % clients.size()].client.id;
    const auto drafts = casebook.drafts_of(client);
    const auto notes = casebook.notes_of(client);
    const std::string words = "Words " + std::to_string(number) + std::string(random() % 9000, 'w');
    switch (random() % 10) {
    case 0: {
        const auto added = casebook.add_client({.code = "N" + std::to_string(number), .name = words.substr(0, 40)});
        casebook.admit(added, 2025_y / 12 / 1, model::LevelOfCare::intensive, words.substr(0, 20));
        break;
    }
    case 1:
        casebook.add_goal(client, {.wording = words.substr(0, 60), .family = "boundaries", .agreed_on = day});
        break;
    case 2:
    case 3:
        casebook.start_draft(client, tests::note_on(model::days_after(day, -1), words), {.position = number}, when);
        break;
    case 4:
    case 5:
        if (!drafts.empty()) {
            casebook.sign_draft(drafts.front().id, when);
        }
        break;
    case 6:
        if (!notes.empty()) {
            casebook.add_addendum(notes[random() % notes.size()].id, words, "Forgotten", when);
        }
        break;
    case 7:
        if (!notes.empty() && !casebook.note(notes.back().id).entered_in_error) {
            casebook.mark_entered_in_error(notes.back().id, "Wrong client", when);
        }
        break;
    case 8:
        casebook.add_administration(
            client,
            {.measure = "phq-9", .taken_on = day, .answers = {1, 2, 3, 0, 1, 2, 3, 0, static_cast<int>(random() % 4)}},
            when);
        break;
    default:
        casebook.remember_summary_choices(client, {.by_code = random() % 2 == 0, .own_words = words});
    }
}

/// Damages the folder in one of the ways that the world has.
void damage(const fs::path& folder, std::mt19937& random)
{
    const fs::path record = folder / "record.db";
    switch (random() % 4) {
    case 0:
        fs::resize_file(record, fs::file_size(record) / 2);
        break;
    case 1:
        tests::overwrite(record, std::string(tests::bytes_of(record).size(), '\0'));
        break;
    case 2:
        fs::remove(folder / "keys");
        fs::remove(folder / "keys.bak");
        break;
    default:
        fs::remove(record);
    }
}

TEST(BackupHistories, BringBackEveryRecordAfterDamage)
{
    const int histories = tests::how_many("MENDLINE_HISTORIES", 2, 6);
    constexpr unsigned seed = 20261120;
    std::cout << "seed " << seed << ", " << histories << " histories\n";
    std::mt19937 random{seed};
    int acts = 0;
    for (int history = 0; history < histories; ++history) {
        const tests::QuickCasebook practice;
        const fs::path reference = practice.folder().parent_path() / "Reference.casebook";
        fs::path backup;
        {
            auto casebook = practice.open();
            tests::written::begin(casebook);
            const int count = static_cast<int>(20 + random() % 60);
            for (int number = 0; number < count; ++number) {
                do_something(casebook, random, number);
            }
            acts += count;
            backup = back_up(casebook, storage::place_for_backup(practice.folder(), now)).file;
        }
        fs::copy(practice.folder(), reference, fs::copy_options::recursive);
        damage(practice.folder(), random);
        const auto restored = storage::restore_to(backup, practice.folder().parent_path() / "Restored.casebook",
                                                  with_password, storage::prove_databases, tests::no_time, {});
        storage::swap_in(restored.folder, practice.folder(), 2026_y / 11 / 21);
        auto again = practice.open();
        storage::Casebook expected{reference, with_password(reference), tests::no_time};
        EXPECT_TRUE(is_same(again, expected)) << "history " << history;
        // The comparison sees one act more.
        do_something(again, random, 100);
        again.add_goal(tests::written::client, {.wording = "One more", .family = "", .agreed_on = 2026_y / 1 / 1});
        EXPECT_FALSE(is_same(again, expected)) << "history " << history;
    }
    std::cout << acts << " acts, every record equal\n";
}

} // namespace
