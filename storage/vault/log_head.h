#pragma once

#include <array>
#include <cstdint>

namespace storage {

/// Where the log of acts ends: its last entry. `keys` keeps one, so that a log that was cut short shows.
struct LogHead {
    std::uint64_t number = 0;           ///< Of the last act, counted from 1; 0 while there is none.
    std::array<std::uint8_t, 32> mac{}; ///< That the last act's entry carries; zeros while there is none.

    bool operator==(const LogHead&) const = default;
};

} // namespace storage
