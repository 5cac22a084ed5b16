#include "tests/support/how_many.h"
#include "tests/support/power_cuts.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/soundness.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/written_acts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <iostream>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// The power fails at any moment of the writing, and of what no sync had made safe any part is on the disk; what was
/// acknowledged must be there.
///
/// `MENDLINE_POWER_CUTS=100000` asks for more states of the disk than the 1,000 of every run.
namespace {

using namespace tests::written;
using Clock = std::chrono::steady_clock;
namespace fs = std::filesystem;

/// What was true from a certain event of the recording on.
struct Milestone {
    std::size_t events = 0;
    int acknowledged = 0; ///< The last act that was said to be kept.
    tests::Files keys{};  ///< The keys; they are written durably and not by the database.
};

/// Everything that one run of acts did to the disk.
struct Recording {
    tests::Files before{}; ///< The databases, safe on the disk.
    std::vector<tests::DiskEvent> events{};
    std::vector<Milestone> milestones{};
};

constexpr auto database_files = {"record.db", "private.db", "record.db-journal", "private.db-journal"};
constexpr auto keys_files = {"keys", "keys.bak"};

tests::Files files_in(const fs::path& folder, const std::initializer_list<const char*>& names)
{
    tests::Files files;
    for (const char* name : names) {
        if (fs::exists(folder / name)) {
            files[name] = tests::bytes_of(folder / name);
        }
    }
    return files;
}

void put_back(const fs::path& folder, const std::initializer_list<const char*>& names, const tests::Files& files)
{
    for (const char* name : names) {
        if (const auto file = files.find(name); file != files.end()) {
            tests::overwrite(folder / name, file->second);
        } else {
            fs::remove(folder / name);
        }
    }
}

constexpr int acts_before = acts_of_a_round;
constexpr int acts_of_a_sitting = 6;
constexpr int acts_recorded = 3 * acts_of_a_sitting;

/// Does acts from `first` on, a whole round of them before the recording begins, and closes the casebook now and then.
Recording record_acts(const tests::QuickCasebook& place, int first)
{
    Recording recording;
    int next = first;
    {
        auto casebook = place.open();
        begin(casebook);
        for (; next < first + acts_before; ++next) {
            do_act(casebook, next);
        }
    }
    const auto reach = [&] {
        recording.milestones.push_back({.events = recording.events.size(),
                                        .acknowledged = next - 1,
                                        .keys = files_in(place.folder(), keys_files)});
    };
    recording.before = files_in(place.folder(), database_files);
    reach();
    tests::WatchedDisk disk;
    disk.after = [&](const tests::DiskRequest& request) {
        if (auto event = tests::event_of(request)) {
            recording.events.push_back(std::move(*event));
        }
    };
    while (next < first + acts_before + acts_recorded) {
        {
            auto casebook = place.open();
            reach();
            for (int act = 0; act < acts_of_a_sitting; ++act) {
                do_act(casebook, next++);
                reach();
            }
        }
        reach();
    }
    return recording;
}

/// What the client's record is after each act, the first of them after no act at all.
std::vector<State> states_from(int first)
{
    std::vector<State> states(1);
    for (int act = first; act < first + acts_before + acts_recorded; ++act) {
        states.push_back(states.back());
        do_act(states.back(), act);
    }
    return states;
}

/// What many power cuts came to.
struct Toll {
    int states = 0;
    int undone = 0;  ///< The act in hand is not there.
    int lost = 0;    ///< Acknowledged acts are missing; the casebook is sound.
    int corrupt = 0; ///< It does not open, is not sound, or is as it never was.
    std::string first_fault{};

    void note(const std::string& fault)
    {
        if (first_fault.empty()) {
            first_fault = "state " + std::to_string(states) + ": " + fault;
        }
    }
};

/// Opens what a power cut left and compares it with what must be there.
class Inspection {
public:
    Inspection(const tests::QuickCasebook& place, int first) : place_{place}, states_{states_from(first)}, first_{first}
    {
    }

    void look_at(const tests::Files& left, const Milestone& milestone, Toll& toll) const
    {
        ++toll.states;
        put_back(place_.folder(), database_files, left);
        put_back(place_.folder(), keys_files, milestone.keys);
        try {
            const State found = state_of(place_.open());
            if (const auto faults = tests::faults_of(place_); !faults.empty()) {
                ++toll.corrupt;
                toll.note(faults.front());
                return;
            }
            judge(found, milestone.acknowledged, toll);
        } catch (const storage::StorageError& error) {
            ++toll.corrupt;
            toll.note("it does not open: " + error.detail);
        }
    }

private:
    void judge(const State& found, int acknowledged, Toll& toll) const
    {
        const auto expected = states_.begin() + (acknowledged - first_ + 1);
        if (expected + 1 != states_.end() && found == expected[1]) {
            return;
        }
        if (found == *expected) {
            ++toll.undone;
        } else if (std::find(states_.begin(), expected, found) != expected) {
            ++toll.lost;
            toll.note("what act " + std::to_string(acknowledged) + " wrote is lost");
        } else {
            ++toll.corrupt;
            toll.note("the record is as it never was, near act " + std::to_string(acknowledged));
        }
    }

    const tests::QuickCasebook& place_;
    std::vector<State> states_;
    int first_;
};

/// So many different states of the disk from one run of acts, looked at one after the other. Events that `reaches`
/// denies never got to the disk.
void cut_power(int states, int first, unsigned seed, const std::function<bool(const tests::DiskEvent&)>& reaches,
               Toll& toll)
{
    const tests::QuickCasebook place;
    const Recording recording = record_acts(place, first);
    const Inspection inspection{place, first};
    std::mt19937 random{seed};
    std::set<std::size_t> seen;
    const int enough = toll.states + states;
    // Again from the start until there are enough, because a cut may leave what another has left.
    while (toll.states < enough) {
        tests::FailingDisk disk{recording.before};
        auto milestone = recording.milestones.begin();
        const double wanted = 1.5 * (enough - toll.states) / static_cast<double>(recording.events.size());
        for (std::size_t at = 0; at < recording.events.size() && toll.states < enough; ++at) {
            if (reaches(recording.events[at])) {
                disk.take(recording.events[at]);
            }
            while (milestone + 1 != recording.milestones.end() && milestone[1].events <= at + 1) {
                ++milestone;
            }
            for (int cuts = std::poisson_distribution<int>{wanted}(random); cuts > 0 && toll.states < enough; --cuts) {
                const auto left = disk.after_power_cut(random);
                std::size_t mark = static_cast<std::size_t>(milestone - recording.milestones.begin());
                for (const auto& [name, bytes] : left) {
                    mark = 31 * (31 * mark + std::hash<std::string>{}(name)) + std::hash<std::string>{}(bytes);
                }
                if (seen.insert(mark).second) {
                    inspection.look_at(left, *milestone, toll);
                }
            }
        }
    }
}

Toll cut_power_often(const char* what, int states, const std::function<bool(const tests::DiskEvent&)>& reaches)
{
    constexpr unsigned seed = 20261120;
    constexpr int states_of_one_run = 2'000;
    const tests::TemporaryFoldersIn memory{tests::memory_folder()};
    const auto began = Clock::now();
    Toll toll;
    for (int run = 0; toll.states < states; ++run) {
        // Each run writes other texts.
        cut_power(std::min(states_of_one_run, states - toll.states), run * acts_of_a_round,
                  seed + static_cast<unsigned>(run), reaches, toll);
    }
    std::cout << what << ", seed " << seed << ": " << toll.states << " states, " << toll.undone
              << " with the act in hand undone, " << toll.lost << " with acknowledged acts lost, " << toll.corrupt
              << " corrupt, " << std::chrono::duration_cast<std::chrono::seconds>(Clock::now() - began).count()
              << " s\n";
    return toll;
}

} // namespace

TEST(PowerLoss, LosesNothingThatWasAcknowledged)
{
    const Toll toll = cut_power_often("as shipped", tests::how_many("MENDLINE_POWER_CUTS", 250, 1'000),
                                      [](const auto&) { return true; });
    EXPECT_EQ(toll.lost, 0) << toll.first_fault;
    EXPECT_EQ(toll.corrupt, 0) << toll.first_fault;
    EXPECT_GT(toll.undone, 0) << "no cut fell into the middle of an act";
    EXPECT_LT(toll.undone, toll.states);
}

TEST(PowerLoss, LeavesACasebookThatOpensWhenItSpoiltTheFirstBytesOfItsFile)
{
    const tests::TemporaryFoldersIn memory{tests::memory_folder()};
    const tests::QuickCasebook place;
    State before;
    tests::Files left;
    {
        tests::WatchedDisk disk;
        auto casebook = place.open();
        begin(casebook);
        before = state_of(casebook);
        disk.after = [&](const tests::DiskRequest& request) {
            if (request.call == tests::DiskCall::write && request.file == "record.db" && request.offset == 0) {
                left = files_in(place.folder(), database_files);
            }
        };
        // Long enough for the file to grow, which is written down on its first page.
        casebook.start_draft(client, tests::note_on(day_of(0), std::string(50'000, 'x')), {}, moment_of(0));
    }
    ASSERT_TRUE(left.contains("record.db-journal"));
    left["record.db"].replace(0, 16, "sixteen spoilt b");
    put_back(place.folder(), database_files, left);
    EXPECT_EQ(state_of(place.open()), before);
    EXPECT_TRUE(tests::faults_of(place).empty());
}

TEST(PowerLoss, ShowsOnADiskThatSyncsNothing)
{
    using Kind = tests::DiskEvent::Kind;
    const Toll toll = cut_power_often("without syncs", 100, [](const tests::DiskEvent& event) {
        return event.kind != Kind::synced && event.kind != Kind::folder_synced;
    });
    EXPECT_GT(toll.lost + toll.corrupt, 0);
}

TEST(PowerLoss, ShowsOnADiskThatDoesNotSyncFolders)
{
    const Toll toll = cut_power_often("without syncs of the folder", 300, [](const tests::DiskEvent& event) {
        return event.kind != tests::DiskEvent::Kind::folder_synced;
    });
    EXPECT_GT(toll.lost + toll.corrupt, 0);
}
