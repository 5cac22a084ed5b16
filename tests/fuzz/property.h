#pragma once

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

/// Tries one input: the door by which libFuzzer and `replay.cpp` come in. Throws when a property does not hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* bytes, std::size_t size);

namespace tests {

/// What must be true of every input.
inline void require(bool holds, const char* property)
{
    if (!holds)
        throw std::logic_error{property};
}

/// The input as text.
inline std::string_view text_of(const std::uint8_t* bytes, std::size_t size)
{
    return size == 0 ? std::string_view{} : std::string_view{reinterpret_cast<const char*>(bytes), size};
}

} // namespace tests
