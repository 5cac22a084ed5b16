#include "storage/backups.h"
#include "tests/bench/practice.h"
#include "tests/bench/scale.h"
#include "tests/bench/stopwatch.h"

#include <benchmark/benchmark.h>

#include <array>
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <unistd.h>

/// What must not grow with the years of a practice, or not faster than they do.
namespace {

using bench::Stopwatch;
using storage::Casebook;

constexpr double mebibyte = 1 << 20;

/// From keys at hand to the list of 100 clients, who have more and more notes between them. The sizes take turns, since
/// most of it is waiting for the disk, which others use as well.
void unlock_with_many_notes(benchmark::State& state, bench::Lead lead)
{
    constexpr std::array sizes{1'000, 10'000, 100'000};
    std::array<Stopwatch, sizes.size()> watches;
    for (const int notes : sizes) {
        bench::practice_of_notes(notes, lead);
    }
    ::sync();
    for (auto round : state) {
        for (std::size_t size = 0; size < sizes.size(); ++size) {
            const auto& place = bench::practice_of_notes(sizes[size], lead);
            std::optional<Casebook> casebook;
            const double taken = watches[size].time([&] {
                casebook.emplace(place.open());
                benchmark::DoNotOptimize(casebook->caseload(bench::today));
            });
            state.SetIterationTime(taken);
        }
    }
    for (std::size_t size = 0; size < sizes.size(); ++size) {
        state.counters["p50_ms_of_" + std::to_string(sizes[size])] = 1000 * watches[size].at(0.5);
    }
    state.counters["largest_of_smallest"] = watches.back().at(0.5) / watches.front().at(0.5);
}

/// The whole check of 100,000 notes in a casebook just opened, and how long its parts took: the log; the rows against
/// their seals and the log; and SQLite's own check of the file.
void verify_100_000_notes(benchmark::State& state)
{
    const auto& place = bench::practice_of_notes(100'000, bench::Lead::by_a_measure);
    Stopwatch ours;
    double log = 0;
    double rows = 0;
    double file = 0;
    for (auto round : state) {
        const auto casebook = place.open();
        auto check = casebook.verification();
        double whole = 0;
        bool more = true;
        while (more) {
            const double before = check.progress();
            auto& part = before < 0.3 ? log : before < 0.899 ? rows : file;
            Stopwatch step;
            const double taken = step.time([&] { more = check.step(); });
            part += taken;
            whole += taken;
        }
        ours.note(whole);
        state.SetIterationTime(whole);
        if (!check.report().is_sound()) {
            state.SkipWithError("the casebook is not sound");
        }
        state.counters["rows"] = static_cast<double>(check.report().rows);
        state.counters["acts"] = static_cast<double>(check.report().acts);
    }
    const auto rounds = static_cast<double>(state.iterations());
    state.counters["log_ms"] = 1000 * log / rounds;
    state.counters["rows_ms"] = 1000 * rows / rounds;
    state.counters["file_ms"] = 1000 * file / rounds;
    bench::report(state, ours);
}

/// The part of a backup that the window waits for, and how long it would be for 500 MiB.
void copy_for_backup(benchmark::State& state)
{
    const auto& place = bench::practice_of_notes(100'000, bench::Lead::by_a_measure);
    auto casebook = place.open();
    const auto target = place.folder() / "backups" / "measured.mendline-backup";
    std::uintmax_t size = 0;
    Stopwatch ours;
    for (auto round : state) {
        std::optional<storage::UnprovedBackup> copy;
        state.SetIterationTime(
            ours.time([&] { copy = casebook.copy_for_backup(target, tests::at(bench::today, 18)); }));
        size = std::filesystem::file_size(copy->hidden_file());
    }
    const double mebibytes = static_cast<double>(size) / mebibyte;
    state.counters["MiB"] = mebibytes;
    state.counters["ms_for_500_MiB"] = 1000 * ours.at(0.5) * 500 / mebibytes;
    bench::report(state, ours);
}

} // namespace

BENCHMARK_CAPTURE(unlock_with_many_notes, lead_by_a_measure, bench::Lead::by_a_measure)
    ->UseManualTime()
    ->Iterations(bench::rounds(30))
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(unlock_with_many_notes, lead_by_ratings, bench::Lead::by_ratings)
    ->UseManualTime()
    ->Iterations(bench::rounds(30))
    ->Unit(benchmark::kMillisecond);
BENCHMARK(verify_100_000_notes)->UseManualTime()->Iterations(bench::rounds(3))->Unit(benchmark::kMillisecond);
BENCHMARK(copy_for_backup)->UseManualTime()->Iterations(bench::rounds(5))->Unit(benchmark::kMillisecond);
