#include "tests/support/everything_shown.h"
#include "tests/support/front_door_acts.h"
#include "tests/support/keys_slots.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/soundness.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <functional>
#include <iostream>
#include <memory>
#include <optional>
#include <sched.h>
#include <string>
#include <sys/mount.h>
#include <unistd.h>
#include <utility>
#include <vector>

/// The room on the disk ends at every 4 KiB of what an act writes: the act is done whole or not at all, says why in one
/// kind of error, and the casebook goes on.
///
/// `MENDLINE_DISK_FULL=all` tries every act of the front door and not only those that write most.
namespace {

using Clock = std::chrono::steady_clock;
using storage::Casebook;
using storage::StorageErrorKind;
namespace fs = std::filesystem;
namespace vault = storage::vault;

constexpr std::uintmax_t step = 4096;
constexpr auto old_password = "password";
constexpr auto new_password = "another password";

/// What a person does when the disk is full.
struct Act {
    std::string name;
    std::function<void(const tests::QuickCasebook&, Casebook&)> run;
    bool changes_keys = false; ///< It is the password that tells whether it was done.
};

void change_password(const tests::QuickCasebook& place, Casebook& /*held open, so that nobody else changes the keys*/)
{
    auto keys = vault::unlock(place.folder(), old_password);
    vault::change_password(place.folder(), keys, new_password, vault::KeyCost::smallest());
}

Act of_front_door(const tests::front_door::Act& act)
{
    return {act.name, [run = act.run](const tests::QuickCasebook&, Casebook& casebook) { run(casebook); }};
}

/// What is tried. An act that is not among those of the front door is added here.
std::vector<Act> acts()
{
    const char* asked = std::getenv("MENDLINE_DISK_FULL");
    const bool all = asked != nullptr && std::string{asked} == "all";
    std::vector<Act> acts;
    auto of_the_door = all ? tests::front_door::all_acts() : tests::front_door::acts_that_write_most();
    if (!all) {
        const auto on_keys = tests::front_door::acts_on_keys();
        of_the_door.insert(of_the_door.end(), on_keys.begin(), on_keys.end());
    }
    for (const auto& act : of_the_door) {
        acts.push_back(of_front_door(act));
    }
    acts.push_back({"ChangingThePassword", change_password, true});
    return acts;
}

/// Everything that an act can change.
struct State {
    tests::Everything shown{};
    std::vector<std::string> slots{};     ///< In `keys`: who opens it, and with what.
    std::vector<std::string> passwords{}; ///< Those that open the casebook, where that is asked.

    bool operator==(const State&) const = default;
};

State state_of(const tests::QuickCasebook& place, const Casebook& casebook, const Act& act)
{
    State state{.shown = tests::everything_shown(casebook), .slots = tests::slots_in(place.folder())};
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
    std::string fault{}; ///< Empty while every casebook is whole.
};

/// What is wrong with a casebook that must be in this state, in the open one or in its files; empty when nothing is. It
/// is closed and opened again.
std::string fault_of(const tests::QuickCasebook& place, std::unique_ptr<Casebook>& casebook, const Act& act,
                     const State& state)
{
    if (!(state_of(place, *casebook, act) == state)) {
        return "the open casebook shows something else";
    }
    casebook.reset();
    if (const auto faults = tests::faults_of(place); !faults.empty()) {
        return faults.front();
    }
    casebook = std::make_unique<Casebook>(place.open());
    return state_of(place, *casebook, act) == state ? "" : "opened again it shows something else";
}

/// Tries the act where `room` lets so many bytes be written and gives all the room back when it goes; 4 KiB more each
/// time, until it works.
template <class Room>
Toll fill_until_it_works(const tests::QuickCasebook& place, const Act& act,
                         const std::function<Room(std::uintmax_t)>& room)
{
    auto casebook = std::make_unique<Casebook>(place.open());
    tests::front_door::begin(*casebook);
    const State before = state_of(place, *casebook, act);
    const auto began = Clock::now();
    Toll toll;
    for (std::uintmax_t bytes = 0; toll.fault.empty(); bytes += step) {
        std::optional<StorageErrorKind> failure;
        {
            const auto limited = room(bytes);
            failure = tests::failure_of([&] { act.run(place, *casebook); });
        }
        if (!failure) {
            const State after = state_of(place, *casebook, act);
            toll.fault = after == before ? "nothing was done" : fault_of(place, casebook, act, after);
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

/// A disk of its own for the test: a piece of memory, which only root may mount.
class SmallDisk {
public:
    static constexpr std::uintmax_t size = 8 << 20;

    SmallDisk()
    {
        const std::string options = "size=" + std::to_string(size);
        // In a view of the file system of its own, so that nobody else sees the disk and it goes with the process.
        is_there_ = ::geteuid() == 0 && ::unshare(CLONE_NEWNS) == 0 &&
                    ::mount(nullptr, "/", nullptr, MS_REC | MS_PRIVATE, nullptr) == 0 &&
                    ::mount("tmpfs", place_.path().c_str(), "tmpfs", 0, options.c_str()) == 0;
    }
    SmallDisk(const SmallDisk&) = delete;
    SmallDisk& operator=(const SmallDisk&) = delete;
    ~SmallDisk()
    {
        if (is_there_) {
            ::umount2(place_.path().c_str(), MNT_DETACH);
        }
    }

    bool is_there() const { return is_there_; }
    const fs::path& path() const { return place_.path(); }

private:
    tests::TemporaryFolder place_{};
    bool is_there_ = false;
};

/// While it lives the disk has so many bytes free.
class Filler {
public:
    Filler(const fs::path& disk, std::uintmax_t free) : file_{disk / "filler"}
    {
        std::ofstream{file_}.put('x');
        const auto room = fs::space(disk).available + step;
        if (room > free) {
            const std::string bytes(room - free, 'x');
            std::ofstream{file_, std::ios::binary} << bytes;
        }
    }
    Filler(Filler&& other) noexcept : file_{std::exchange(other.file_, {})} {}
    Filler& operator=(Filler&&) = delete;
    ~Filler()
    {
        if (!file_.empty()) {
            fs::remove(file_);
        }
    }

private:
    fs::path file_;
};

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
    const SmallDisk disk;
    if (!disk.is_there()) {
        GTEST_SKIP() << "mounting a small disk needs root";
    }
    const tests::TemporaryFoldersIn folders{disk.path()};
    const tests::QuickCasebook place;
    const auto toll = fill_until_it_works<Filler>(place, GetParam(), [&](std::uintmax_t free) {
        return Filler{disk.path(), free};
    });
    EXPECT_EQ(toll.fault, "");
    EXPECT_GT(toll.full_disks, 0) << "the disk was never full";
}

TEST(DiskFull, ShowsWhereWhatShouldBeOneActIsDoneByHalves)
{
    const tests::TemporaryFoldersIn folders{tests::memory_folder()};
    const tests::QuickCasebook place;
    const auto toll = fill_until_it_works<std::unique_ptr<tests::FileSizeLimit>>(
        place, of_front_door(tests::front_door::act_by_halves()),
        [](std::uintmax_t bytes) { return std::make_unique<tests::FileSizeLimit>(bytes); });
    EXPECT_NE(toll.fault, "");
}

TEST(DiskFull, ACasebookCanBeReadWhereNothingMoreCanBeWritten)
{
    const SmallDisk disk;
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
    const Filler full{disk.path(), 0};
    EXPECT_TRUE(tests::everything_shown(place.open()) == before);
}

INSTANTIATE_TEST_SUITE_P(DiskFull, FullDisk, testing::ValuesIn(acts()), [](const auto& act) { return act.param.name; });
