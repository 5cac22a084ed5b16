#pragma once

#include "storage/vault/secret_key.h"

#include <array>
#include <cstdint>
#include <span>

namespace storage::vault {

/// What vouches for one row of the record: keyed BLAKE2b, 128 bits.
using RowSeal = std::array<std::uint8_t, 16>;

/// What vouches for an act and, through the one before it, for all before it: keyed BLAKE2b, 256 bits.
using ChainMac = std::array<std::uint8_t, 32>;

/// Seals the bytes of a row. `key` is for `Purpose::row_macs`.
RowSeal seal_of(const SecretKey& key, std::span<const std::uint8_t> row);

/// Links an entry of the log to the one before it; to 32 zeros for the first. `key` is for `Purpose::chain_macs`.
ChainMac link(const SecretKey& key, const ChainMac& before, std::span<const std::uint8_t> entry);

} // namespace storage::vault
