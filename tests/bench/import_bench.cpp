#include "app/exchange/scores_import.h"
#include "tests/bench/practice.h"
#include "tests/bench/scale.h"
#include "tests/bench/sqlite_shell.h"
#include "tests/bench/stopwatch.h"

#include <benchmark/benchmark.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <variant>
#include <vector>

namespace {

const model::Moment now = tests::at(bench::today, 18);

/// 100,000 forms of 500 clients, each with its nine answers.
const std::string& scores_file()
{
    static const std::string csv = [] {
        std::string text = "client,date,measure,items\n";
        for (int row = 0; row < bench::scaled(100'000); ++row) {
            text += "K" + std::to_string(row % 500) + "," +
                    model::iso_date(model::days_after(bench::today, -row / 500)) + ",phq-9,";
            for (int item = 0; item < 8; ++item) {
                text += std::to_string((row + item) % 4) + ";";
            }
            text += "0\n";
        }
        return text;
    }();
    return csv;
}

std::vector<app::ScoreRow> read(const std::vector<model::MeasureDefinition>& measures)
{
    return std::get<std::vector<app::ScoreRow>>(app::read_scores(scores_file(), measures, bench::today));
}

void read_100_000_scores(benchmark::State& state)
{
    const auto measures = model::shipped_measures();
    for (auto round : state) {
        benchmark::DoNotOptimize(read(measures));
    }
}

/// The sqlite3 shell's `.import` of the same file into a plain one.
void import_with_the_shell(const std::filesystem::path& folder)
{
    const auto csv = folder / "scores.csv";
    bench::SqliteShell shell{folder / "plain.db"};
    shell.run(".mode csv\n.import " + csv.string() + " score");
}

/// Read, checked, scored and kept in an empty casebook.
void import_into(storage::Casebook& casebook, benchmark::State& state)
{
    const auto imported = app::import_scores(casebook, read(casebook.measures()), {.now = now, .today = bench::today});
    if (!std::holds_alternative<app::ImportedScores>(imported)) {
        state.SkipWithError("nothing was imported");
    }
}

/// Into an empty casebook on disk.
void import_100_000_scores(benchmark::State& state)
{
    bench::Stopwatch ours;
    bench::Stopwatch theirs;
    for (auto round : state) {
        const tests::QuickCasebook place;
        auto casebook = place.open();
        casebook.set_therapist(tests::example_therapist());
        state.SetIterationTime(ours.time([&] { import_into(casebook, state); }));
        if (bench::SqliteShell::is_there()) {
            const tests::TemporaryFolder folder;
            std::ofstream{folder.path() / "scores.csv"} << scores_file();
            theirs.time([&] { import_with_the_shell(folder.path()); });
        }
    }
    bench::SqliteShell::is_there() ? bench::report(state, ours, theirs, "sqlite3") : bench::report(state, ours);
}

/// The same without cipher and disk.
void import_100_000_scores_in_memory(benchmark::State& state)
{
    for (auto round : state) {
        auto casebook = storage::Casebook::in_memory();
        casebook.set_therapist(tests::example_therapist());
        import_into(casebook, state);
    }
}

} // namespace

BENCHMARK(read_100_000_scores)->Unit(benchmark::kMillisecond);
BENCHMARK(import_100_000_scores)->UseManualTime()->Iterations(bench::rounds(3))->Unit(benchmark::kMillisecond);
BENCHMARK(import_100_000_scores_in_memory)->Iterations(bench::rounds(3))->Unit(benchmark::kMillisecond);
