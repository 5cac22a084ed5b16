#include "storage/vault/wire.h"

#include <algorithm>
#include <cassert>

namespace storage::vault {

void Writer::number(std::uint64_t value, int width)
{
    for (int i = 0; i < width; ++i)
        written_.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

void Reader::bytes(std::span<std::uint8_t> into)
{
    assert(into.size() <= left_.size());
    std::ranges::copy(left_.first(into.size()), into.begin());
    left_ = left_.subspan(into.size());
}

std::uint64_t Reader::number(int width)
{
    assert(static_cast<std::size_t>(width) <= left_.size());
    std::uint64_t value = 0;
    for (int i = 0; i < width; ++i)
        value |= static_cast<std::uint64_t>(left_[static_cast<std::size_t>(i)]) << (8 * i);
    left_ = left_.subspan(static_cast<std::size_t>(width));
    return value;
}

void write_slot_head(Writer& writer, const KeySlot& slot)
{
    writer.number(static_cast<std::uint64_t>(slot.kind), 1);
    writer.number(0, 3);
    writer.number(slot.person, 4);
    writer.number(slot.cost.passes, 4);
    writer.number(slot.cost.memory_bytes / 1024, 4);
    writer.bytes(slot.salt);
    writer.bytes(slot.nonce);
}

void write_slot(Writer& writer, const KeySlot& slot)
{
    write_slot_head(writer, slot);
    writer.bytes(slot.sealed);
}

std::optional<KeySlot> read_slot(Reader& reader)
{
    assert(reader.left() >= slot_size);
    KeySlot slot;
    const auto kind = reader.number(1);
    const auto padding = reader.number(3);
    slot.kind = static_cast<KeySlot::Kind>(kind);
    slot.person = static_cast<Person>(reader.number(4));
    slot.cost.passes = static_cast<unsigned>(reader.number(4));
    slot.cost.memory_bytes = static_cast<std::size_t>(reader.number(4)) * 1024;
    reader.bytes(slot.salt);
    reader.bytes(slot.nonce);
    reader.bytes(slot.sealed);
    if (kind < 1 || kind > 2 || padding != 0 || slot.person == 0 || !slot.cost.is_allowed())
        return std::nullopt;
    return slot;
}

} // namespace storage::vault
