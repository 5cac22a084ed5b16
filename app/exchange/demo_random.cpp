#include "app/exchange/demo_random.h"

#include <cassert>

namespace app {

std::uint64_t DemoRandom::next()
{
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t mixed = state_;
    mixed = (mixed ^ (mixed >> 30U)) * 0xBF58476D1CE4E5B9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94D049BB133111EBU;
    return mixed ^ (mixed >> 31U);
}

int DemoRandom::between(int lowest, int highest)
{
    assert(lowest <= highest);
    const auto choices = static_cast<std::uint64_t>(highest - lowest) + 1;
    return lowest + static_cast<int>(next() % choices);
}

double DemoRandom::share()
{
    return static_cast<double>(next() >> 11U) / 9007199254740992.0;
}

double DemoRandom::noise()
{
    double sum = -6;
    for (int i = 0; i < 12; ++i) {
        sum += share();
    }
    return sum;
}

} // namespace app
