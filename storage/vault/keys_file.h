#pragma once

#include "storage/vault/key_slot.h"
#include "storage/vault/log_head.h"

#include <cstdint>
#include <optional>
#include <span>
#include <variant>
#include <vector>

namespace storage::vault {

/// What the file `keys` says. The format is in README.md, to the byte.
struct KeysFile {
    static constexpr std::size_t most_slots = 64;

    std::uint64_t generation = 1; ///< Grows with every change; the higher of two copies is the newer.
    VaultId vault{};
    LogHead head{};         ///< May lag behind the log of acts in `record.db`, and never leads.
    Person next_person = 2; ///< The number of whoever comes next: above everybody's, and never used twice.
    std::vector<KeySlot> slots{};
    std::uint32_t failed_unlocks = 0; ///< Since the last one that worked. Outside checksum and MAC.

    bool operator==(const KeysFile&) const = default;
};

/// Why bytes are not a `keys` file.
enum class KeysProblem { not_ours, too_new, damaged };

/// Bytes of a `keys` file; `key` seals them.
std::vector<std::uint8_t> write_keys(const KeysFile& file, const SecretKey& key);

/// Reads what `write_keys` wrote. Strict: any byte that is not as documented is a problem, and nothing is allocated by
/// a length that the bytes merely claim. The MAC is checked later, by `is_sealed_by`: its key lies behind a slot.
std::variant<KeysFile, KeysProblem> parse_keys(std::span<const std::uint8_t> bytes);

/// The generation that bytes claim which need not be good otherwise; empty when they are no `keys` file of this format.
/// Nothing vouches for it.
std::optional<std::uint64_t> claimed_generation(std::span<const std::uint8_t> bytes);

/// Whether the bytes, which `parse_keys` must have accepted, carry the MAC of this key.
bool is_sealed_by(std::span<const std::uint8_t> bytes, const SecretKey& key);

} // namespace storage::vault
