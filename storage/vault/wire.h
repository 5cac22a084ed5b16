#pragma once

#include "storage/vault/key_slot.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

/// How keys are written down: numbers little-endian, everything of a fixed length.
namespace storage::vault {

/// Writes numbers and bytes one after the other.
class Writer {
public:
    void bytes(std::span<const std::uint8_t> some) { written_.insert(written_.end(), some.begin(), some.end()); }
    void number(std::uint64_t value, int width); ///< `width` bytes, 1 to 8; the value must fit.

    const std::vector<std::uint8_t>& written() const { return written_; }
    std::vector<std::uint8_t> take() { return std::move(written_); }

private:
    std::vector<std::uint8_t> written_{};
};

/// Reads what a `Writer` wrote. The caller makes sure beforehand that enough bytes are left.
class Reader {
public:
    explicit Reader(std::span<const std::uint8_t> bytes) : left_{bytes} {}

    void bytes(std::span<std::uint8_t> into);
    std::uint64_t number(int width);
    std::size_t left() const { return left_.size(); }

private:
    std::span<const std::uint8_t> left_;
};

/// The bytes that a slot takes: its head, which the seal vouches for, and what is sealed.
constexpr std::size_t slot_head_size = 56;
constexpr std::size_t slot_size = slot_head_size + 80;

/// Kind, person, cost, salt, nonce.
void write_slot_head(Writer& writer, const KeySlot& slot);

/// The head and the sealed keys.
void write_slot(Writer& writer, const KeySlot& slot);

/// Reads a slot, for which `slot_size` bytes must be left; empty when a value is outside its limits.
std::optional<KeySlot> read_slot(Reader& reader);

} // namespace storage::vault
