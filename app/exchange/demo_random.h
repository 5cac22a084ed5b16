#pragma once

#include <cstddef>
#include <cstdint>

namespace app {

/// Chance that comes out the same everywhere: SplitMix64 (Steele, Lea & Flood 2014) and plain arithmetic. The standard
/// library's distributions differ from one compiler to the next.
class DemoRandom {
public:
    explicit DemoRandom(std::uint64_t seed) : state_{seed} {}

    std::uint64_t next();

    /// A whole number from `lowest` to `highest`, both included.
    int between(int lowest, int highest);

    /// A number from 0 to 1, 1 excluded.
    double share();

    /// True in about this share of cases.
    bool chance(double probability) { return share() < probability; }

    /// A number around 0, close to normal, standard deviation 1, never beyond 6.
    double noise();

    /// One of a list that is not empty.
    template <class List>
    const auto& one_of(const List& list)
    {
        return list[static_cast<std::size_t>(between(0, static_cast<int>(list.size()) - 1))];
    }

private:
    std::uint64_t state_;
};

} // namespace app
