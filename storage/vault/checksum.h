#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>

namespace storage::vault {

/// BLAKE2b-256 without a key, over bytes that come piece by piece: finds damage, not forgery.
class Checksum {
public:
    static constexpr std::size_t size = 32;
    using Value = std::array<std::uint8_t, size>;

    Checksum();
    ~Checksum();
    Checksum(Checksum&&) noexcept;
    Checksum& operator=(Checksum&&) noexcept;

    void add(std::span<const std::uint8_t> bytes);

    /// Of all that was added. Nothing more can be added then.
    Value value();

private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace storage::vault
