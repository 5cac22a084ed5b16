#include "model/trajectory.h"
#include "tests/bench/practice.h"
#include "tests/bench/scale.h"
#include "tests/bench/sqlite_shell.h"
#include "tests/bench/stopwatch.h"
#include "tests/bench/unsealed.h"

#include <benchmark/benchmark.h>

#include <fcntl.h>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <unistd.h>
#include <vector>

namespace {

using bench::Stopwatch;
using storage::Casebook;

/// Makes the system forget what it has read of the folder's files.
void forget_files(const std::filesystem::path& folder)
{
    for (const auto& entry : std::filesystem::directory_iterator{folder}) {
        const int file = ::open(entry.path().c_str(), O_RDONLY | O_CLOEXEC);
        ::posix_fadvise(file, 0, 0, POSIX_FADV_DONTNEED);
        ::close(file);
    }
}

/// From keys at hand to the list of clients, with 500 clients and 20,000 notes; the key derivation is left out.
void unlock_to_caseload(benchmark::State& state, bool from_a_cold_disk)
{
    const auto& place = bench::practice_on_disk();
    Stopwatch ours;
    for (auto round : state) {
        if (from_a_cold_disk) {
            forget_files(place.folder());
        }
        std::optional<Casebook> casebook;
        state.SetIterationTime(ours.time([&] {
            casebook.emplace(place.open());
            benchmark::DoNotOptimize(casebook->caseload(bench::today));
        }));
    }
    bench::report(state, ours);
}

/// The caseload once more, as after a save.
void caseload_again(benchmark::State& state)
{
    const auto casebook = bench::practice_on_disk().open();
    for (auto round : state) {
        benchmark::DoNotOptimize(casebook.caseload(bench::today));
    }
}

/// One durable act in turns with its peers: the same act unsealed and unlogged, and the sqlite3 shell's commit of a row
/// of the same size to a plain file.
class InTurns {
public:
    explicit InTurns(const std::filesystem::path& folder)
    {
        if (bench::SqliteShell::is_there()) {
            const auto file = folder / "plain.db";
            std::filesystem::remove(file);
            shell_ = std::make_unique<bench::SqliteShell>(file);
            shell_->run("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL);");
        }
    }

    template <class Act, class Unsealed>
    double time(int number, Act&& act, Unsealed&& unsealed)
    {
        if (shell_) {
            const auto insert = "INSERT INTO note (words) VALUES ('" + bench::text_of(1'500, number) + "');";
            shells_.time([&] { shell_->run(insert); });
        }
        // Neither always follows the other.
        if (number % 2 == 0) {
            unsealed_.time(unsealed);
            return ours_.time(act);
        }
        const double taken = ours_.time(act);
        unsealed_.time(unsealed);
        return taken;
    }

    void report(benchmark::State& state) const
    {
        bench::report(state, ours_, unsealed_, "unsealed");
        if (shell_) {
            bench::report(state, ours_, shells_, "sqlite3");
        }
    }

private:
    std::unique_ptr<bench::SqliteShell> shell_{};
    Stopwatch ours_{};
    Stopwatch unsealed_{};
    Stopwatch shells_{};
};

/// The practice, and beside it the same one unsealed.
struct SealedAndUnsealed {
    std::filesystem::path folder = bench::practice_on_disk().folder().parent_path();
    bench::UnsealedCasebook unsealed = [this] {
        const auto file = folder / "unsealed.db";
        std::filesystem::remove(file);
        return bench::UnsealedCasebook{bench::practice_on_disk(), file};
    }();
    Casebook casebook = bench::practice_on_disk().open();
    InTurns turns{folder};
};

const auto moment = tests::at(bench::today, 15);

void save_a_draft(benchmark::State& state)
{
    SealedAndUnsealed both;
    auto& [folder, unsealed, casebook, turns] = both;
    const auto first = bench::written_note(bench::today, {}, 0);
    const auto draft = casebook.start_draft(bench::long_record, first, {}, moment);
    const auto unsealed_draft = unsealed.start_draft(bench::long_record, first, moment);
    int number = 0;
    for (auto round : state) {
        const auto content = bench::written_note(bench::today, {}, ++number);
        state.SetIterationTime(turns.time(
            number, [&] { casebook.save_draft(draft, content, {}, moment); },
            [&] { unsealed.save_draft(unsealed_draft, content, moment); }));
    }
    casebook.discard_draft(draft);
    turns.report(state);
}

void sign_a_note(benchmark::State& state)
{
    SealedAndUnsealed both;
    auto& [folder, unsealed, casebook, turns] = both;
    std::vector<model::GoalId> goals;
    for (const auto& goal : casebook.goals_of(bench::long_record)) {
        goals.push_back(goal.id);
    }
    int number = 0;
    for (auto round : state) {
        const auto content = bench::written_note(bench::today, goals, ++number);
        const auto draft = casebook.start_draft(bench::long_record, content, {}, moment);
        const auto unsealed_draft = unsealed.start_draft(bench::long_record, content, moment);
        state.SetIterationTime(turns.time(
            number, [&] { casebook.sign_draft(draft, moment); }, [&] { unsealed.sign_draft(unsealed_draft, moment); }));
    }
    turns.report(state);
}

/// A client with 500 sessions, from the casebook to a trajectory of everything.
void load_client(benchmark::State& state, bool casebook_just_opened)
{
    const auto& place = bench::long_record_on_disk();
    Stopwatch ours;
    std::optional<Casebook> casebook;
    for (auto round : state) {
        if (casebook_just_opened || !casebook) {
            casebook.reset();
            casebook.emplace(place.open());
            // The window has done as much by then.
            benchmark::DoNotOptimize(casebook->caseload(bench::today));
        }
        state.SetIterationTime(ours.time([&] {
            const auto record = casebook->record_of(bench::long_record);
            const auto period = model::period_of(record, model::Range::all, bench::today);
            benchmark::DoNotOptimize(model::build_trajectory(record, casebook->measures(), period));
        }));
    }
    bench::report(state, ours);
}

} // namespace

BENCHMARK_CAPTURE(unlock_to_caseload, warm_disk, false)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(unlock_to_caseload, cold_disk, true)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(caseload_again)->Unit(benchmark::kMillisecond);
BENCHMARK(save_a_draft)->UseManualTime()->Iterations(bench::rounds(300))->Unit(benchmark::kMillisecond);
BENCHMARK(sign_a_note)->UseManualTime()->Iterations(bench::rounds(300))->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load_client, first_time, true)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load_client, again, false)->UseManualTime()->Unit(benchmark::kMillisecond);
