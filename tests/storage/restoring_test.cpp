#include "storage/backup_file.h"
#include "storage/restoring.h"
#include "tests/support/how_many.h"
#include "tests/support/no_time.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iostream>
#include <random>
#include <set>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>

/// The step that puts a restored casebook in the place of another.
namespace {

namespace fs = std::filesystem;
using namespace date::literals;
using enum storage::StorageErrorKind;
using storage::Swapping;
using tests::failure_of;

constexpr model::Date today = 2026_y / 11 / 20;

/// Two folders that look like casebooks; their `record.db` says which is which.
class SwapIn : public testing::TestWithParam<Swapping> {
protected:
    SwapIn()
    {
        make("Practice.casebook", "old");
        make("Restored.casebook", "restored");
    }

    fs::path place(const std::string& name) const { return folder_.path() / name; }
    void make(const std::string& name, const std::string& what) const
    {
        fs::create_directories(place(name) / "backups");
        tests::overwrite(place(name) / "record.db", what);
    }
    std::string what_is(const fs::path& casebook) const { return tests::bytes_of(casebook / "record.db"); }

    tests::TemporaryFolder folder_{};
};

TEST_P(SwapIn, KeepsTheOldOneUnderANameThatSaysSo)
{
    const auto old = storage::swap_in(place("Restored.casebook"), place("Practice.casebook"), today, GetParam());
    EXPECT_EQ(old, place("Practice (before restore of 2026-11-20).casebook"));
    EXPECT_EQ(what_is(place("Practice.casebook")), "restored");
    EXPECT_EQ(what_is(*old), "old");
    EXPECT_FALSE(fs::exists(place("Restored.casebook")));
}

TEST_P(SwapIn, OverwritesNothingASecondTime)
{
    storage::swap_in(place("Restored.casebook"), place("Practice.casebook"), today, GetParam());
    make("Restored.casebook", "restored again");
    const auto old = storage::swap_in(place("Restored.casebook/"), place("Practice.casebook/"), today, GetParam());
    EXPECT_EQ(old, place("Practice (before restore of 2026-11-20, 2).casebook"));
    EXPECT_EQ(what_is(place("Practice.casebook")), "restored again");
    EXPECT_EQ(what_is(*old), "restored");
    EXPECT_EQ(what_is(place("Practice (before restore of 2026-11-20).casebook")), "old");
    EXPECT_EQ(storage::put_aside_by_restoring(place("Practice.casebook")),
              (std::vector{place("Practice (before restore of 2026-11-20).casebook"), *old}));
    EXPECT_EQ(storage::put_aside_by_restoring(place("Practice.casebook/")).size(), 2U);
    fs::create_directory_symlink(place("Practice.casebook"), place("Link.casebook"));
    EXPECT_EQ(storage::put_aside_by_restoring(place("Link.casebook")).size(), 2U);
    EXPECT_TRUE(storage::put_aside_by_restoring(place("Other.casebook")).empty());
}

TEST_P(SwapIn, LeavesTheBackupsWithTheCasebooksName)
{
    const std::string name = "2026-11-19T18-04-00Z.mendline-backup";
    tests::overwrite(place("Practice.casebook") / "backups" / name, "a backup");
    tests::overwrite(place("Practice.casebook") / "backups" / "record.db.before-0002", "of the old one");
    const auto old = storage::swap_in(place("Restored.casebook"), place("Practice.casebook"), today, GetParam());
    EXPECT_EQ(tests::bytes_of(place("Practice.casebook") / "backups" / name), "a backup");
    EXPECT_FALSE(fs::exists(*old / "backups" / name));
    EXPECT_TRUE(fs::exists(*old / "backups" / "record.db.before-0002"));
}

TEST_P(SwapIn, TakesAnEmptyPlaceAsItIs)
{
    EXPECT_EQ(storage::swap_in(place("Restored.casebook"), place("Lost.casebook"), today, GetParam()), std::nullopt);
    EXPECT_EQ(what_is(place("Lost.casebook")), "restored");
    EXPECT_EQ(what_is(place("Practice.casebook")), "old");
}

TEST_P(SwapIn, ChangesNothingWhenTheRestoredOneIsGone)
{
    EXPECT_EQ(failure_of([&] { storage::swap_in(place("None"), place("Practice.casebook"), today, GetParam()); }),
              not_found);
    EXPECT_EQ(what_is(place("Practice.casebook")), "old");
    EXPECT_EQ(what_is(place("Restored.casebook")), "restored");
}

TEST_P(SwapIn, LeavesACasebookAloneThatAnotherProcessHasOpen)
{
    const tests::QuickCasebook practice;
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        const auto casebook = practice.open();
        static_cast<void>(::write(ready[1], "x", 1) == 1);
        ::pause();
        ::_exit(0);
    }
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    const auto swap = [&] { storage::swap_in(place("Restored.casebook"), practice.folder(), today, GetParam()); };
    EXPECT_EQ(failure_of(swap), in_use);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    EXPECT_EQ(failure_of(swap), std::nullopt);
    ::close(ready[0]);
    ::close(ready[1]);
}

/// Starts a process that does `work` again and again, and kills it after a while.
void kill_while(const std::function<void()>& work, std::chrono::microseconds after)
{
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        try {
            for (;;) {
                work();
            }
        } catch (...) {
            ::_exit(1);
        }
    }
    std::this_thread::sleep_for(after);
    ::kill(child, SIGKILL);
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_TRUE(WIFSIGNALED(status)) << "the process ended by itself";
}

TEST_P(SwapIn, KilledAnywhereLeavesBothWhole)
{
    std::mt19937 random{20261120};
    const int kills = tests::how_many("MENDLINE_KILLS", 12, 50);
    int away_from_place = 0;
    for (int kill = 0; kill < kills && !HasFailure(); ++kill) {
        kill_while(
            [this] {
                const auto old =
                    storage::swap_in(place("Restored.casebook"), place("Practice.casebook"), today, GetParam());
                fs::rename(*old, place("Restored.casebook"));
            },
            std::chrono::microseconds{2000 + random() % 5000});

        std::multiset<std::string> found;
        for (const auto& entry : fs::directory_iterator{folder_.path()}) {
            found.insert(what_is(entry.path()));
        }
        ASSERT_EQ(found, (std::multiset<std::string>{"old", "restored"}));
        away_from_place += fs::exists(place("Practice.casebook")) ? 0 : 1;
        // Both are put back where they began.
        std::vector<fs::path> all;
        for (const auto& entry : fs::directory_iterator{folder_.path()}) {
            all.push_back(entry.path());
        }
        for (const auto& casebook : all) {
            fs::rename(casebook, place("put away, " + what_is(casebook)));
        }
        fs::rename(place("put away, old"), place("Practice.casebook"));
        fs::rename(place("put away, restored"), place("Restored.casebook"));
    }
    if (GetParam() == Swapping::in_one_step) {
        EXPECT_EQ(away_from_place, 0);
    }
    std::cout << kills << " kills, " << away_from_place << " between two renames\n";
}

TEST(SwapInTwin, ThatMovesFilesOneByOneIsSeenToLeaveHalves)
{
    const tests::TemporaryFolder folder;
    const fs::path one = folder.path() / "One";
    const fs::path other = folder.path() / "Other";
    for (const fs::path& casebook : {one, other}) {
        fs::create_directory(casebook);
        for (const char* name : {"keys", "record.db"}) {
            tests::overwrite(casebook / name, casebook.filename().string());
        }
    }
    std::mt19937 random{20261120};
    int halves = 0;
    for (int kill = 0; kill < 50 && halves == 0; ++kill) {
        kill_while(
            [&] {
                for (const char* name : {"keys", "record.db"}) {
                    std::filesystem::rename(one / name, folder.path() / "between");
                    std::filesystem::rename(other / name, one / name);
                    std::filesystem::rename(folder.path() / "between", other / name);
                }
            },
            std::chrono::microseconds{2000 + random() % 5000});
        halves += tests::bytes_of(one / "keys") == tests::bytes_of(one / "record.db") ? 0 : 1;
        if (halves == 0 && fs::exists(folder.path() / "between")) {
            ++halves;
        }
    }
    EXPECT_GT(halves, 0);
}

TEST(KilledWhile, BackingUpAndRestoringEveryNameStandsForSomethingWhole)
{
    const tests::QuickCasebook practice;
    const fs::path again = practice.folder().parent_path() / "Again.casebook";
    const auto unlocking = [](const fs::path& place) { return storage::vault::unlock(place, "password"); };
    const auto round = [&] {
        fs::path backup;
        {
            auto casebook = practice.open();
            const auto now = model::Moment{std::chrono::seconds{1'795'000'000}};
            casebook.set_practice({.name = "Practice " + std::to_string(::getpid())});
            const fs::path target = storage::place_for_backup(practice.folder(), now);
            backup = storage::prove(casebook.copy_for_backup(target, now), storage::prove_databases, {}).file;
        }
        // Under its name it is whole until it goes as a whole.
        const fs::path gone = practice.folder().parent_path() / "gone";
        fs::remove_all(gone);
        if (fs::exists(again)) {
            fs::rename(again, gone);
        }
        storage::restore_to(backup, again, unlocking, storage::prove_databases, tests::no_time, {});
    };
    // Killed in the first round or in the second; where the machine has become slower since the first was measured,
    // later.
    const auto begun = std::chrono::steady_clock::now();
    round();
    const auto whole_round = static_cast<std::uint64_t>(
        std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun).count());
    std::mt19937 random{20261120};
    int backups = 0;
    int restored = 0;
    const int kills = tests::how_many("MENDLINE_KILLS", 24, 50) / 2;
    const auto has_seen_both = [&] { return backups > 0 && restored > 0; };
    for (int kill = 0; (kill < kills || (!has_seen_both() && kill < 10 * kills)) && !testing::Test::HasFailure();
         ++kill) {
        const auto longest = 2 * whole_round * static_cast<std::uint64_t>(1 + kill / kills);
        kill_while(round, std::chrono::microseconds{20'000 + random() % longest});
        for (const auto& backup : storage::backups_of(practice.folder())) {
            const tests::TemporaryFolder place;
            EXPECT_EQ(failure_of([&] {
                          storage::unpack_backup_file(backup.file, place.path(), storage::Unpacking::to_try, {});
                      }),
                      std::nullopt);
            fs::remove(backup.file);
            ++backups;
        }
        if (fs::exists(again)) {
            EXPECT_NO_THROW((storage::Casebook{again, unlocking(again), tests::no_time}));
            ++restored;
            fs::remove_all(again);
        }
        EXPECT_NO_THROW(practice.open());
    }
    EXPECT_GT(backups, 0);
    EXPECT_GT(restored, 0);
    std::cout << kills << " kills, " << backups << " backups and " << restored << " restored casebooks, all whole\n";
}

/// A practice with a backup from before clients were merged, removed and erased.
class RestoredErasures : public testing::Test {
protected:
    RestoredErasures()
    {
        auto casebook = practice_.open();
        const auto erased = casebook.add_client({.code = "A-001"});
        const auto twin = casebook.add_client({.code = "A-OO1"});
        const auto removed = casebook.add_client({.code = "B-1"});
        casebook.add_client({.code = "C-1"});
        const auto before = casebook.add_client({.code = "D-1"});
        casebook.remove_client(before, now_);
        backup_ = back_up(casebook);
        casebook.merge_clients(twin, erased, "One person", now_);
        casebook.erase_client(erased, model::ErasureGround::legal_duty, "Asked for", now_);
        casebook.remove_client(removed, now_);
        erased_by_now_ = casebook.erased_with_merged();
    }

    fs::path back_up(storage::Casebook& casebook) const
    {
        const fs::path target = storage::place_for_backup(practice_.folder(), now_);
        return storage::prove(casebook.copy_for_backup(target, now_), storage::prove_databases, {}).file;
    }
    fs::path again() const { return practice_.folder().parent_path() / "Again.casebook"; }
    storage::Restored restore(const storage::KnownErasures& known) const
    {
        const auto unlocking = [](const fs::path& place) { return storage::vault::unlock(place, "password"); };
        return storage::restore_to(backup_, again(), unlocking, storage::prove_databases, tests::no_time, {}, known);
    }
    static std::vector<std::string> codes_in(const storage::Restored& restored)
    {
        std::vector<std::string> codes;
        for (const auto& erasure : restored.erased_since) {
            codes.push_back(erasure.code);
        }
        std::ranges::sort(codes);
        return codes;
    }

    tests::QuickCasebook practice_{};
    model::Moment now_{std::chrono::seconds{1'795'000'000}};
    fs::path backup_{};
    std::vector<model::Erasure> erased_by_now_{};
};

const std::vector<std::string> back_again{"A-001", "A-OO1", "B-1"};

TEST_F(RestoredErasures, AreToldByTheCasebookOfTheBackup)
{
    const auto restored = restore(practice_.folder());
    EXPECT_TRUE(restored.is_erased_since_known);
    EXPECT_EQ(codes_in(restored), back_again) << "whoever was merged into somebody erased is back too";
    EXPECT_EQ(restored.erased_since.front().reason.empty() ? restored.erased_since.back().reason
                                                           : restored.erased_since.front().reason,
              "Asked for");
}

TEST_F(RestoredErasures, AreToldByTheCasebookThatIsOpen)
{
    const auto restored = restore(erased_by_now_);
    EXPECT_TRUE(restored.is_erased_since_known);
    EXPECT_EQ(codes_in(restored), back_again);
}

TEST_F(RestoredErasures, AreNoneWhereTheBackupIsFromAfterThem)
{
    auto casebook = practice_.open();
    backup_ = back_up(casebook);
    const auto restored = restore(casebook.erased_with_merged());
    EXPECT_TRUE(restored.is_erased_since_known);
    EXPECT_TRUE(restored.erased_since.empty());
}

TEST_F(RestoredErasures, AreUnknownWhereNothingTells)
{
    const auto unknown = [&](const storage::KnownErasures& known) {
        const auto restored = restore(known);
        fs::remove_all(again());
        return !restored.is_erased_since_known && restored.erased_since.empty() && restored.clients == 4;
    };
    EXPECT_TRUE(unknown({}));
    EXPECT_TRUE(unknown(fs::path{"/nowhere.casebook"}));
    const tests::QuickCasebook other;
    EXPECT_TRUE(unknown(other.folder())) << "of another practice";
    const auto record = practice_.folder() / "record.db";
    const auto bytes = tests::bytes_of(record);
    tests::overwrite(record, bytes.substr(0, bytes.size() / 2));
    EXPECT_TRUE(unknown(practice_.folder())) << "damaged";
    tests::overwrite(record, std::string(bytes.size(), 'x'));
    EXPECT_TRUE(unknown(practice_.folder())) << "overwritten";
}

TEST_F(RestoredErasures, AreUnknownWhileAnotherProcessHasTheCasebookOpen)
{
    int ready[2];
    ASSERT_EQ(::pipe(ready), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
        const auto casebook = practice_.open();
        static_cast<void>(::write(ready[1], "x", 1) == 1);
        ::pause();
        ::_exit(0);
    }
    char byte = 0;
    ASSERT_EQ(::read(ready[0], &byte, 1), 1);
    const auto restored = restore(practice_.folder());
    EXPECT_FALSE(restored.is_erased_since_known);
    EXPECT_EQ(restored.clients, 4);
    ::kill(child, SIGKILL);
    ::waitpid(child, nullptr, 0);
    ::close(ready[0]);
    ::close(ready[1]);
}

TEST_F(RestoredErasures, AreLookedForWithoutChangingTheCasebook)
{
    const auto record = tests::bytes_of(practice_.folder() / "record.db");
    const auto keys = tests::bytes_of(practice_.folder() / "keys");
    restore(practice_.folder());
    EXPECT_EQ(tests::bytes_of(practice_.folder() / "record.db"), record);
    EXPECT_EQ(tests::bytes_of(practice_.folder() / "keys"), keys);
}

INSTANTIATE_TEST_SUITE_P(BothWays, SwapIn, testing::Values(Swapping::in_one_step, Swapping::by_renames));

} // namespace
