#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace bench {

/// Times acts one by one on the wall's clock, where some of what a round does must not count.
class Stopwatch {
public:
    /// Runs `act` and notes how long it took; in seconds.
    template <class Act>
    double time(Act&& act)
    {
        const auto before = std::chrono::steady_clock::now();
        std::forward<Act>(act)();
        const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - before;
        note(taken.count());
        return taken.count();
    }

    /// Notes an act that was timed otherwise.
    void note(double seconds) { seconds_.push_back(seconds); }

    /// The time that `part` (0 to 1) of the acts did not exceed, in seconds. There must have been one.
    double at(double part) const
    {
        auto sorted = seconds_;
        std::ranges::sort(sorted);
        return sorted[std::min(sorted.size() - 1, static_cast<std::size_t>(part * static_cast<double>(sorted.size())))];
    }

private:
    std::vector<double> seconds_{};
};

/// Prints the middle and the slow end of `ours` with the result, in milliseconds.
inline void report(benchmark::State& state, const Stopwatch& ours)
{
    state.counters["p50_ms"] = 1000 * ours.at(0.5);
    state.counters["p99_ms"] = 1000 * ours.at(0.99);
}

/// Prints how the middle of `ours` compares with the middle of `theirs`, measured in the same rounds.
inline void report(benchmark::State& state, const Stopwatch& ours, const Stopwatch& theirs, const std::string& peer)
{
    report(state, ours);
    state.counters[peer + "_p50_ms"] = 1000 * theirs.at(0.5);
    state.counters[peer + "_p99_ms"] = 1000 * theirs.at(0.99);
    state.counters["of_" + peer] = ours.at(0.5) / theirs.at(0.5);
}

} // namespace bench
