#include "storage/backup_file.h"
#include "storage/restoring.h"
#include "tests/support/everything_shown.h"
#include "tests/support/front_door_acts.h"
#include "tests/support/full_disk_acts.h"
#include "tests/support/how_many.h"
#include "tests/support/keys_slots.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/seeming_room.h"
#include "tests/support/small_disk.h"
#include "tests/support/soundness.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// The room on the disk ends at every 4 KiB of what an act writes (60 KiB in the short form): the act is done whole or
/// not at all, says why in one kind of error, and the casebook goes on. What bears the name of a backup is a whole one,
/// and the last one that was proved stays.
///
/// `MENDLINE_DISK_FULL=all` tries every act of the front door and not only those that write most.
namespace {

using namespace date::literals;
using Clock = std::chrono::steady_clock;
using storage::Casebook;
using storage::StorageErrorKind;
namespace fs = std::filesystem;
namespace vault = storage::vault;
using tests::full_disk::Act;
using tests::full_disk::first_backup;
using tests::full_disk::new_password;
using tests::full_disk::old_password;
using tests::full_disk::restored_place;

/// What is tried.
std::vector<Act> acts()
{
    return tests::full_disk::acts(tests::is_all_asked_for("MENDLINE_DISK_FULL"));
}

/// Everything that an act can change.
struct State {
    tests::Everything shown{};
    std::vector<std::string> slots{};           ///< In `keys`: who opens it, and with what.
    std::vector<std::string> passwords{};       ///< Those that open the casebook, where that is asked.
    std::map<std::string, std::string> files{}; ///< The bytes of all backups and of whatever else lies about.

    bool operator==(const State&) const = default;
};

/// All files but those that the open casebook writes by itself, and but what takes the room on the disk.
std::map<std::string, std::string> files_about(const tests::QuickCasebook& place)
{
    const fs::path about = place.folder().parent_path();
    std::map<std::string, std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator{about}) {
        if (entry.is_regular_file() && entry.path().parent_path() != place.folder()) {
            files.emplace(entry.path().lexically_relative(about), tests::bytes_of(entry.path()));
        }
    }
    return files;
}

State state_of(const tests::QuickCasebook& place, const Casebook& casebook, const Act& act)
{
    State state{.shown = tests::everything_shown(casebook),
                .slots = tests::slots_in(place.folder()),
                .files = files_about(place)};
    for (const char* password : {old_password, new_password}) {
        if (act.changes_keys && !tests::failure_of([&] { vault::unlock(place.folder(), password); })) {
            state.passwords.emplace_back(password);
        }
    }
    return state;
}

/// What many full disks came to.
struct Toll {
    int full_disks = 0;
    std::string fault{}; ///< Empty while every casebook is whole, and every backup.
};

/// What is wrong with a casebook that must be in this state, in the open one or in its files; empty when nothing is. It
/// is closed and opened again.
std::string fault_of(const tests::QuickCasebook& place, std::unique_ptr<Casebook>& casebook, const Act& act,
                     const State& state)
{
    if (files_about(place) != state.files) {
        return "something else lies about";
    }
    if (!(state_of(place, *casebook, act) == state)) {
        const auto differ = tests::places_that_differ(state.shown, tests::everything_shown(*casebook));
        return "the open casebook shows something else" + (differ.empty() ? "" : ": " + differ.front());
    }
    casebook.reset();
    if (const auto faults = tests::faults_of(place); !faults.empty()) {
        return faults.front();
    }
    casebook = std::make_unique<Casebook>(place.open());
    return state_of(place, *casebook, act) == state ? "" : "opened again it shows something else";
}

/// What is wrong with backups and with a casebook that came out of one; empty when nothing is.
std::string fault_of_backups(const tests::QuickCasebook& place, const State& state)
{
    if (!fs::exists(first_backup(place))) {
        return "the last proved backup is gone";
    }
    for (const auto& [name, bytes] : state.files) {
        const fs::path file = place.folder().parent_path() / name;
        if (file.extension() == ".mendline-backup" &&
            tests::failure_of([&] { storage::check_backup_file(file, {}); })) {
            return name + " is no whole backup";
        }
    }
    if (!fs::exists(restored_place(place))) {
        return "";
    }
    const Casebook restored{restored_place(place), vault::unlock(restored_place(place), old_password), tests::no_time};
    return tests::everything_shown(restored) == state.shown ? "" : "the restored casebook shows something else";
}

/// While a casebook is open it keeps the journal of the largest act so far, and on a full disk a small act still finds
/// room in it. Cut to nothing, every act needs room of its own.
void cut_journal(const tests::QuickCasebook& place)
{
    if (const fs::path journal = place.folder() / "record.db-journal"; fs::exists(journal)) {
        fs::resize_file(journal, 0);
    }
}

/// Tries the act where `room` lets so many bytes be written and gives all the room back when it goes; some more each
/// time, until it works.
template <class Room>
Toll fill_until_it_works(const tests::QuickCasebook& place, const Act& act,
                         const std::function<Room(std::uintmax_t)>& room)
{
    auto casebook = std::make_unique<Casebook>(place.open());
    tests::full_disk::begin(place, *casebook);
    const State before = state_of(place, *casebook, act);
    const auto began = Clock::now();
    const std::uintmax_t step =
        tests::SmallDisk::block * static_cast<unsigned>(tests::stride("MENDLINE_DISK_FULL", 15, 1));
    Toll toll;
    for (std::uintmax_t bytes = 0; toll.fault.empty(); bytes += step) {
        std::optional<StorageErrorKind> failure;
        {
            const auto act_now = act.ready(place, *casebook);
            cut_journal(place);
            const auto limited = room(bytes);
            const tests::SeemingRoom seeming;
            failure = tests::failure_of(act_now);
        }
        if (!failure) {
            const State after = state_of(place, *casebook, act);
            toll.fault = after == before ? "nothing was done" : fault_of(place, casebook, act, after);
            if (toll.fault.empty()) {
                toll.fault = fault_of_backups(place, after);
            }
            break;
        }
        ++toll.full_disks;
        toll.fault =
            failure == StorageErrorKind::full ? fault_of(place, casebook, act, before) : "told as another kind";
        if (!toll.fault.empty()) {
            toll.fault += ", at " + std::to_string(bytes);
        }
    }
    std::cout << act.name << ": " << toll.full_disks << " full disks, "
              << (toll.fault.empty() ? "0 damaged" : toll.fault) << ", "
              << std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - began).count() << " ms\n";
    return toll;
}

class FullDisk : public testing::TestWithParam<Act> {};

} // namespace

TEST_P(FullDisk, AnActIsDoneWholeOrNotAtAllWhereverAFileMayGrowNoFurther)
{
    const tests::TemporaryFoldersIn folders{tests::memory_folder()};
    const tests::QuickCasebook place;
    const auto toll = fill_until_it_works<std::unique_ptr<tests::FileSizeLimit>>(
        place, GetParam(), [](std::uintmax_t bytes) { return std::make_unique<tests::FileSizeLimit>(bytes); });
    EXPECT_EQ(toll.fault, "");
    EXPECT_GT(toll.full_disks, 0) << "the disk was never full";
}

TEST_P(FullDisk, AnActIsDoneWholeOrNotAtAllWhereverTheDiskEnds)
{
    const tests::SmallDisk disk;
    if (!disk.is_there()) {
        GTEST_SKIP() << "mounting a small disk needs root";
    }
    const tests::TemporaryFoldersIn folders{disk.path()};
    const tests::QuickCasebook place;
    const auto toll = fill_until_it_works<tests::Filler>(place, GetParam(), [&](std::uintmax_t free) {
        return tests::Filler{disk.path(), free};
    });
    EXPECT_EQ(toll.fault, "");
    EXPECT_GT(toll.full_disks, 0) << "the disk was never full";
}

TEST(DiskFull, ShowsWhereWhatShouldBeOneActIsDoneByHalves)
{
    const tests::TemporaryFoldersIn folders{tests::memory_folder()};
    const tests::QuickCasebook place;
    const auto toll = fill_until_it_works<std::unique_ptr<tests::FileSizeLimit>>(
        place, tests::full_disk::act_by_halves(),
        [](std::uintmax_t bytes) { return std::make_unique<tests::FileSizeLimit>(bytes); });
    EXPECT_NE(toll.fault, "");
}

TEST(DiskFull, ShowsWhereHalfABackupHasTheNameOfAWholeOne)
{
    const tests::TemporaryFoldersIn folders{tests::memory_folder()};
    const tests::QuickCasebook place;
    const auto toll = fill_until_it_works<std::unique_ptr<tests::FileSizeLimit>>(
        place, tests::full_disk::backing_up_without_proof(),
        [](std::uintmax_t bytes) { return std::make_unique<tests::FileSizeLimit>(bytes); });
    EXPECT_EQ(toll.fault, "something else lies about, at 0");
}

TEST(DiskFull, ACasebookCanBeReadWhereNothingMoreCanBeWritten)
{
    const tests::SmallDisk disk;
    if (!disk.is_there()) {
        GTEST_SKIP() << "mounting a small disk needs root";
    }
    const tests::TemporaryFoldersIn folders{disk.path()};
    const tests::QuickCasebook place;
    tests::Everything before;
    {
        auto casebook = place.open();
        tests::front_door::begin(casebook);
        before = tests::everything_shown(casebook);
    }
    const tests::Filler full{disk.path(), 0};
    EXPECT_TRUE(tests::everything_shown(place.open()) == before);
}

TEST(DiskFull, NeitherABackupNorARestoredCasebookIsBegunWithoutRoomToSpare)
{
    const tests::SmallDisk disk;
    if (!disk.is_there()) {
        GTEST_SKIP() << "mounting a small disk needs root";
    }
    const tests::TemporaryFoldersIn folders{disk.path()};
    const tests::QuickCasebook place;
    auto casebook = place.open();
    tests::full_disk::begin(place, casebook);
    const auto size = fs::file_size(first_backup(place));
    const std::pair<Act, std::uintmax_t> needs[] = {{tests::full_disk::backing_up(), 2 * size},
                                                    {tests::full_disk::restoring(), size}};
    for (const auto& [act, needed] : needs) {
        const auto before = files_about(place);
        // Room enough, but less than is to be left over.
        const tests::Filler filler{disk.path(), needed + (1UL << 19)};
        const auto act_now = act.ready(place, casebook);
        EXPECT_EQ(tests::failure_of(act_now), StorageErrorKind::full) << act.name;
        EXPECT_TRUE(files_about(place) == before) << act.name;
        const tests::SeemingRoom seeming;
        EXPECT_EQ(tests::failure_of(act_now), std::nullopt) << act.name << " fails for want of room after all";
    }
}

TEST(DiskFull, ARestoredCasebookTakesItsPlaceWhereNothingMoreCanBeWritten)
{
    const tests::SmallDisk disk;
    if (!disk.is_there()) {
        GTEST_SKIP() << "mounting a small disk needs root";
    }
    const tests::TemporaryFoldersIn folders{disk.path()};
    const tests::QuickCasebook place;
    tests::Everything before;
    {
        auto casebook = place.open();
        tests::full_disk::begin(place, casebook);
        before = tests::everything_shown(casebook);
        tests::full_disk::restoring().ready(place, casebook)();
        tests::front_door::acts_that_write_most().front().run(casebook);
    }
    const tests::Filler full{disk.path(), 0};
    const auto old = storage::swap_in(restored_place(place), place.folder(), 2024_y / 3 / 11);
    ASSERT_TRUE(old);
    EXPECT_TRUE(fs::exists(first_backup(place))) << "the last proved backup stays with the casebook's name";
    EXPECT_TRUE(tests::everything_shown(place.open()) == before);
    EXPECT_FALSE(tests::everything_shown(Casebook{*old, place.vault(), tests::no_time}) == before);
}

INSTANTIATE_TEST_SUITE_P(DiskFull, FullDisk, testing::ValuesIn(acts()), [](const auto& act) { return act.param.name; });
