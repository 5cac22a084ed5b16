#include "tests/support/how_many.h"
#include "tests/support/keys_slots.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/soundness.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/written_acts.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <map>
#include <optional>
#include <random>
#include <string>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <thread>
#include <unistd.h>
#include <vector>

/// A process that writes is killed at random moments; what it had acknowledged must be there.
///
/// `MENDLINE_KILLS=10000` asks for more kills than the 200 of every run.
namespace {

using namespace tests::written;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

/// When the writing process says that an act is kept.
enum class Acknowledging {
    after_the_act,
    before_it_is_kept, ///< Wrong on purpose: the test must see that it is.
};

/// Writes act after act until it is killed, and says into `pipe` what is kept: first that it is ready, then numbers.
[[noreturn]] void write_until_killed(const tests::QuickCasebook& place, int first_act, int pipe, Acknowledging when)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    const auto say = [&](int number) {
        if (::write(pipe, &number, sizeof number) != sizeof number) {
            ::_exit(2);
        }
    };
    try {
        auto casebook = place.open();
        say(-1);
        for (int act = first_act;; ++act) {
            if (when == Acknowledging::after_the_act) {
                do_act(casebook, act);
                say(act);
            } else {
                casebook.together([&] {
                    do_act(casebook, act);
                    say(act);
                });
            }
        }
    } catch (...) {
        ::_exit(1);
    }
}

/// How the writing process ended.
struct Killed {
    bool by_us = false;    ///< And not by itself.
    int acknowledged = -1; ///< The last act it said was kept.
};

/// One casebook and what should be in it.
class Victim {
public:
    explicit Victim(Acknowledging when) : when_{when}
    {
        auto casebook = place_.open();
        begin(casebook);
    }

    /// Lets a process write until it has acknowledged so many acts and for a `part` of an act's time more, or with
    /// `while_opening` for a part of the time it takes to open; kills it, and looks. Gives how many acknowledged acts
    /// were lost.
    int kill_after(int acts, double part, bool while_opening)
    {
        const Killed killed = run(while_opening ? -1 : acts, part);
        EXPECT_TRUE(killed.by_us) << "the writing process ended by itself";
        half_done_ += left_an_act_half_done() ? 1 : 0;
        for (const auto& fault : tests::faults_of(place_)) {
            ADD_FAILURE() << fault;
        }
        const auto casebook = place_.open();
        return find_state(state_of(casebook), killed.acknowledged);
    }

    int acts() const { return next_act_; }

    /// How many kills fell into the middle of an act.
    int half_done() const { return half_done_; }

private:
    Killed run(int acts, double part)
    {
        int ends[2];
        EXPECT_EQ(::pipe(ends), 0);
        const auto born = Clock::now();
        const pid_t child = ::fork();
        if (child == 0) {
            ::close(ends[0]);
            write_until_killed(place_, next_act_, ends[1], when_);
        }
        ::close(ends[1]);
        Killed killed{.acknowledged = next_act_ - 1};
        const auto hear = [&] {
            int said = 0;
            const bool is_heard = ::read(ends[0], &said, sizeof said) == static_cast<ssize_t>(sizeof said);
            killed.acknowledged = is_heard && said >= 0 ? said : killed.acknowledged;
            return is_heard;
        };
        if (acts >= 0 && hear()) {
            const auto ready = Clock::now();
            time_to_open_ = ready - born;
            for (int act = 0; act < acts && hear(); ++act) {
                time_of_an_act_ = (Clock::now() - ready) / (act + 1);
            }
        }
        std::this_thread::sleep_for((acts < 0 ? time_to_open_ : time_of_an_act_) * part);
        ::kill(child, SIGKILL);
        while (hear()) {}
        ::close(ends[0]);
        int status = 0;
        ::waitpid(child, &status, 0);
        killed.by_us = WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
        return killed;
    }

    /// Whether the journal still says how to undo what was begun: at the end of an act its first bytes become zero.
    bool left_an_act_half_done() const
    {
        const auto journal = tests::bytes_of(place_.folder() / "record.db-journal");
        return !journal.empty() && journal.front() != '\0';
    }

    /// Finds out up to which act the record is kept: one after the acknowledged at most, and never a mixture of two.
    int find_state(const State& found, int acknowledged)
    {
        State state = state_before_;
        std::optional<int> kept;
        for (int act = next_act_ - 1; act <= acknowledged + 1; ++act) {
            if (act >= next_act_) {
                do_act(state, act);
            }
            if (state == found) {
                kept = act;
                break;
            }
        }
        if (!kept) {
            ADD_FAILURE() << "the record is as it never was, near act " << acknowledged;
            return 0;
        }
        state_before_ = std::move(state);
        next_act_ = *kept + 1;
        return std::max(0, acknowledged - *kept);
    }

    Acknowledging when_;
    tests::QuickCasebook place_{};
    State state_before_{};
    int next_act_ = 0;
    int half_done_ = 0;
    Clock::duration time_to_open_ = std::chrono::milliseconds{20};
    Clock::duration time_of_an_act_ = std::chrono::milliseconds{20};
};

/// What is put into the keys, sealed before it is needed.
struct KeyChanges {
    explicit KeyChanges(const storage::vault::OpenVault& vault)
        : colleague{storage::vault::seal_person(vault, "colleague", cheap).person},
          password{storage::vault::seal_password(vault, "newer", cheap)}, sheet{storage::vault::seal_sheet(vault.keys)}
    {
    }

    static constexpr auto cheap = storage::vault::KeyCost::smallest();
    storage::vault::SealedPerson colleague;
    storage::vault::KeySlot password;
    storage::vault::SealedSheet sheet;
};

/// The files of a closed casebook, to be put back.
class Snapshot {
public:
    explicit Snapshot(const fs::path& folder) : folder_{folder}
    {
        for (const auto& entry : fs::directory_iterator{folder}) {
            if (entry.is_regular_file()) {
                bytes_[entry.path()] = tests::bytes_of(entry.path());
            }
        }
    }

    void put_back() const
    {
        for (const auto& entry : fs::directory_iterator{folder_}) {
            if (entry.is_regular_file()) {
                fs::remove(entry.path());
            }
        }
        for (const auto& [file, bytes] : bytes_) {
            tests::overwrite(file, bytes);
        }
    }

private:
    fs::path folder_;
    std::map<fs::path, std::string> bytes_{};
};

/// What many kills came to.
struct Toll {
    int acts = 0;
    int half_done = 0;
    int lost = 0;
};

Toll kill_often(int kills, Acknowledging when)
{
    constexpr unsigned seed = 20261120;
    // Beyond that a look at the whole record would take longer than the writing.
    constexpr int kills_of_one_casebook = 25;
    const auto began = Clock::now();
    std::mt19937 random{seed};
    std::uniform_int_distribution<int> acts{0, 5};
    std::uniform_real_distribution<double> part{0, 1.2};
    Toll toll;
    for (int kill = 0; kill < kills && !testing::Test::HasFailure();) {
        // On a disk most kills fall into a sync, in memory into everything else; one casebook of four lies on a disk.
        const bool on_disk = kill / kills_of_one_casebook % 4 == 0;
        const tests::TemporaryFoldersIn folders{on_disk ? fs::temp_directory_path() : tests::memory_folder()};
        Victim victim{when};
        for (int of_this = 0; of_this < kills_of_one_casebook && kill < kills; ++of_this, ++kill) {
            const bool while_opening = kill % 5 == 4;
            toll.lost += victim.kill_after(acts(random), part(random), while_opening);
            if (testing::Test::HasFailure()) {
                ADD_FAILURE() << "at kill " << kill;
                break;
            }
        }
        toll.acts += victim.acts();
        toll.half_done += victim.half_done();
    }
    std::cout << "seed " << seed << ": " << kills << " kills, " << toll.acts << " acts kept, " << toll.half_done
              << " interrupted and undone, " << toll.lost << " acknowledged ones lost, "
              << std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - began).count() << " s\n";
    return toll;
}

} // namespace

TEST(Kill, LosesNothingThatWasAcknowledged)
{
    const int kills = tests::how_many("MENDLINE_KILLS", 40, 200);
    const Toll toll = kill_often(kills, Acknowledging::after_the_act);
    EXPECT_EQ(toll.lost, 0);
    EXPECT_GT(toll.acts, kills) << "hardly anything was written: the kills came too early to mean something";
    EXPECT_GT(toll.half_done, 0) << "no kill fell into the middle of an act";
}

namespace {

/// Adds somebody, changes password and sheet, and removes them again.
void change_keys(storage::Casebook& casebook, const KeyChanges& changes)
{
    casebook.add_person(changes.colleague, {.name = "Sam Second"});
    casebook.replace_password(changes.password);
    casebook.replace_sheet(changes.sheet);
    casebook.remove_person({2});
}

/// Does so over and over; says when it begins.
[[noreturn]] void change_keys_until_killed(const tests::QuickCasebook& place, const KeyChanges& changes, int pipe)
{
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    try {
        auto casebook = place.open();
        const char ready = 'r';
        if (::write(pipe, &ready, 1) != 1) {
            ::_exit(2);
        }
        for (;;) {
            change_keys(casebook, changes);
        }
    } catch (...) {
        ::_exit(1);
    }
}

bool is_killed_after(std::chrono::microseconds time, const tests::QuickCasebook& place, const KeyChanges& changes)
{
    int ends[2];
    EXPECT_EQ(::pipe(ends), 0);
    const pid_t child = ::fork();
    if (child == 0) {
        ::close(ends[0]);
        change_keys_until_killed(place, changes, ends[1]);
    }
    ::close(ends[1]);
    char ready = 0;
    const bool has_begun = ::read(ends[0], &ready, 1) == 1;
    std::this_thread::sleep_for(time);
    ::kill(child, SIGKILL);
    ::close(ends[0]);
    int status = 0;
    ::waitpid(child, &status, 0);
    return has_begun && WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL;
}

} // namespace

TEST(Kill, WhileKeysChangeLeavesACasebookThatSomebodyOpensAndWhosePeopleAreListed)
{
    const int kills = tests::how_many("MENDLINE_KILLS", 20, 60);
    const tests::QuickCasebook place;
    place.open().set_therapist(tests::example_therapist());
    const KeyChanges changes{place.vault()};
    const Snapshot start{place.folder()};
    // Within two rounds of changes, however slow the machine is.
    const auto begun = Clock::now();
    {
        auto casebook = place.open();
        change_keys(casebook, changes);
    }
    const auto round = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begun);
    std::mt19937 random{20261120};
    std::uniform_int_distribution<int> time{0, static_cast<int>(2 * round.count())};
    int with_colleague = 0;
    int without_details = 0;
    for (int kill = 0; kill < kills; ++kill) {
        start.put_back();
        ASSERT_TRUE(is_killed_after(std::chrono::microseconds{time(random)}, place, changes)) << kill;

        EXPECT_THAT(tests::slots_in(place.folder()), testing::Contains(testing::StartsWith("password of 1"))) << kill;
        EXPECT_THAT(tests::slots_in(place.folder()), testing::Contains(testing::StartsWith("sheet of 1"))) << kill;
        EXPECT_EQ(tests::faults_of(place), std::vector<std::string>{}) << kill;
        auto casebook = place.open();
        const auto people = casebook.people();
        EXPECT_EQ(people.front(), tests::example_therapist()) << kill;
        if (people.size() > 1) {
            ++with_colleague;
            without_details += people.back().name.empty() ? 1 : 0;
            casebook.remove_person({2});
        }
        casebook.add_person(changes.colleague, {.name = "Sam Second"});
        EXPECT_EQ(casebook.people().back().name, "Sam Second") << kill;
    }
    std::cout << kills << " kills while keys changed: " << with_colleague << " with the colleague, " << without_details
              << " of them without details\n";
    EXPECT_GT(with_colleague, 0) << "the kills came before anything was written";
    EXPECT_LT(with_colleague, kills) << "no kill came before somebody was added or after they were removed";
}

TEST(Kill, SeesTheLossWhenAnActIsAcknowledgedBeforeItIsKept)
{
    EXPECT_GT(kill_often(25, Acknowledging::before_it_is_kept).lost, 0);
}
