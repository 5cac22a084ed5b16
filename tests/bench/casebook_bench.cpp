#include "model/trajectory.h"
#include "tests/bench/practice.h"
#include "tests/bench/sqlite_shell.h"
#include "tests/bench/stopwatch.h"

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

/// One durable save, and beside it the sqlite3 shell's commit of a row of the same size to a plain file.
class SavingBesideTheShell {
public:
    explicit SavingBesideTheShell(const std::filesystem::path& folder)
    {
        if (bench::SqliteShell::is_there()) {
            const auto file = folder.parent_path() / "plain.db";
            std::filesystem::remove(file);
            shell_ = std::make_unique<bench::SqliteShell>(file);
            shell_->run("CREATE TABLE note (id INTEGER PRIMARY KEY, words TEXT NOT NULL);");
        }
    }

    template <class Save>
    double time(int number, Save&& save)
    {
        if (shell_) {
            const auto insert = "INSERT INTO note (words) VALUES ('" + bench::text_of(1'500, number) + "');";
            theirs_.time([&] { shell_->run(insert); });
        }
        return ours_.time(save);
    }

    void report(benchmark::State& state) const
    {
        shell_ ? bench::report(state, ours_, theirs_, "sqlite3") : bench::report(state, ours_);
    }

private:
    std::unique_ptr<bench::SqliteShell> shell_{};
    Stopwatch ours_{};
    Stopwatch theirs_{};
};

void save_a_draft(benchmark::State& state)
{
    const auto& place = bench::practice_on_disk();
    auto casebook = place.open();
    SavingBesideTheShell saving{place.folder()};
    const auto moment = tests::at(bench::today, 15);
    const auto draft = casebook.start_draft(bench::long_record, bench::written_note(bench::today, {}, 0), {}, moment);
    int number = 0;
    for (auto round : state) {
        const auto content = bench::written_note(bench::today, {}, ++number);
        state.SetIterationTime(saving.time(number, [&] { casebook.save_draft(draft, content, {}, moment); }));
    }
    casebook.discard_draft(draft);
    saving.report(state);
}

void sign_a_note(benchmark::State& state)
{
    const auto& place = bench::practice_on_disk();
    auto casebook = place.open();
    SavingBesideTheShell saving{place.folder()};
    const auto moment = tests::at(bench::today, 15);
    std::vector<model::GoalId> goals;
    for (const auto& goal : casebook.goals_of(bench::long_record)) {
        goals.push_back(goal.id);
    }
    int number = 0;
    for (auto round : state) {
        const auto content = bench::written_note(bench::today, goals, ++number);
        const auto draft = casebook.start_draft(bench::long_record, content, {}, moment);
        state.SetIterationTime(saving.time(number, [&] { casebook.sign_draft(draft, moment); }));
    }
    saving.report(state);
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
BENCHMARK(save_a_draft)->UseManualTime()->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK(sign_a_note)->UseManualTime()->Iterations(300)->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load_client, first_time, true)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(load_client, again, false)->UseManualTime()->Unit(benchmark::kMillisecond);
