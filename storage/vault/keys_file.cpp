#include "storage/vault/keys_file.h"

#include "storage/vault/wire.h"

#include <sodium.h>

#include <algorithm>
#include <array>
#include <cassert>

namespace storage::vault {

namespace {

constexpr std::array<std::uint8_t, 8> magic{'M', 'e', 'n', 'd', 'K', 'e', 'y', 's'};
constexpr std::uint64_t format = 1;

constexpr std::size_t head_size = magic.size() + 4 + 4 + 8 + 16 + 8 + 32 + 4;
constexpr std::size_t hash_size = 32;
constexpr std::size_t tail_size = 2 * hash_size + 4;

using Hash = std::array<std::uint8_t, hash_size>;

Hash hash_of(std::span<const std::uint8_t> bytes, std::span<const std::uint8_t> key = {})
{
    Hash hash{};
    crypto_generichash(hash.data(), hash.size(), bytes.data(), bytes.size(), key.data(), key.size());
    return hash;
}

/// The MAC of a file whose first bytes these are, without MAC and counter.
Hash mac_of(std::span<const std::uint8_t> bytes, const SecretKey& key)
{
    return hash_of(bytes, subkey(key, Purpose::keys_mac).bytes());
}

/// Whether it is only the number of the format that is not ours, as when a bit of it has turned over: a newer program
/// vouches for its own number.
bool is_of_our_format(std::span<const std::uint8_t> bytes)
{
    std::vector<std::uint8_t> righted{bytes.begin(), bytes.end()};
    Writer writer;
    writer.number(format, 4);
    std::ranges::copy(writer.written(), righted.begin() + magic.size());
    return std::holds_alternative<KeysFile>(parse_keys(righted));
}

} // namespace

std::vector<std::uint8_t> write_keys(const KeysFile& file, const SecretKey& key)
{
    assert(!file.slots.empty() && file.slots.size() <= KeysFile::most_slots);
    ready_sodium();
    Writer writer;
    writer.bytes(magic);
    writer.number(format, 4);
    writer.number(file.slots.size(), 4);
    writer.number(file.generation, 8);
    writer.bytes(file.vault);
    writer.number(file.head.number, 8);
    writer.bytes(file.head.mac);
    writer.number(file.next_person, 4);
    for (const KeySlot& slot : file.slots)
        write_slot(writer, slot);
    writer.bytes(hash_of(writer.written()));
    writer.bytes(mac_of(writer.written(), key));
    writer.number(file.failed_unlocks, 4);
    return writer.take();
}

std::variant<KeysFile, KeysProblem> parse_keys(std::span<const std::uint8_t> bytes)
{
    ready_sodium();
    if (bytes.size() < magic.size() || !std::ranges::equal(bytes.first(magic.size()), magic))
        return KeysProblem::not_ours;
    if (bytes.size() < head_size + tail_size)
        return KeysProblem::damaged;

    Reader reader{bytes.subspan(magic.size())};
    if (const auto written_format = reader.number(4); written_format != format)
        return written_format > format && !is_of_our_format(bytes) ? KeysProblem::too_new : KeysProblem::damaged;

    const auto slots = static_cast<std::size_t>(reader.number(4));
    if (slots < 1 || slots > KeysFile::most_slots || bytes.size() != head_size + slots * slot_size + tail_size)
        return KeysProblem::damaged;

    KeysFile file;
    file.generation = reader.number(8);
    reader.bytes(file.vault);
    file.head.number = reader.number(8);
    reader.bytes(file.head.mac);
    file.next_person = static_cast<Person>(reader.number(4));
    for (std::size_t i = 0; i < slots; ++i) {
        const auto slot = read_slot(reader);
        if (!slot || slot->person >= file.next_person)
            return KeysProblem::damaged;
        file.slots.push_back(*slot);
    }
    Hash checksum{};
    reader.bytes(checksum);
    if (checksum != hash_of(bytes.first(head_size + slots * slot_size)))
        return KeysProblem::damaged;

    Hash mac{};
    reader.bytes(mac);
    file.failed_unlocks = static_cast<std::uint32_t>(reader.number(4));
    return file;
}

std::optional<std::uint64_t> claimed_generation(std::span<const std::uint8_t> bytes)
{
    if (bytes.size() < head_size || !std::ranges::equal(bytes.first(magic.size()), magic))
        return std::nullopt;
    Reader reader{bytes.subspan(magic.size())};
    if (reader.number(4) != format)
        return std::nullopt;
    reader.number(4);
    return reader.number(8);
}

bool is_sealed_by(std::span<const std::uint8_t> bytes, const SecretKey& key)
{
    assert(bytes.size() >= head_size + tail_size);
    const auto covered = bytes.first(bytes.size() - 4 - hash_size);
    const auto mac = mac_of(covered, key);
    return sodium_memcmp(mac.data(), bytes.data() + covered.size(), hash_size) == 0;
}

} // namespace storage::vault
