#include "app/exchange/demo_practice.h"
#include "tests/bench/practice.h"
#include "tests/bench/scale.h"
#include "tests/bench/stopwatch.h"

#include <benchmark/benchmark.h>

#include <filesystem>

namespace {

/// A demo practice of 100,000 notes, on disk.
void demo_of_100_000_notes(benchmark::State& state)
{
    bench::Stopwatch ours;
    for (auto round : state) {
        const tests::QuickCasebook place;
        auto casebook = place.open();
        state.SetIterationTime(ours.time([&] {
            app::fill_demo_practice(casebook, {.seed = 1,
                                               .as_of = bench::today,
                                               .clients = bench::scaled(1'000),
                                               .sessions = bench::scaled(100'000)});
        }));
        state.counters["MiB"] =
            static_cast<double>(std::filesystem::file_size(place.folder() / "record.db")) / (1 << 20);
    }
}

} // namespace

BENCHMARK(demo_of_100_000_notes)->UseManualTime()->Iterations(bench::rounds(1))->Unit(benchmark::kSecond);
