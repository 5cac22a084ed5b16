#pragma once

#include <algorithm>
#include <cstdlib>

/// Whether measurements run at their sizes, or as small and as seldom as shows that they still work: with
/// `MENDLINE_BENCH_SMALL` set.
namespace bench {

inline bool is_small()
{
    return std::getenv("MENDLINE_BENCH_SMALL") != nullptr;
}

/// So many, or a hundredth of it, at least one.
inline int scaled(int number)
{
    return is_small() ? std::max(1, number / 100) : number;
}

/// So many rounds, or one.
inline int rounds(int number)
{
    return is_small() ? 1 : number;
}

} // namespace bench
