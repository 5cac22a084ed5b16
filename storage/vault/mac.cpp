#include "storage/vault/mac.h"

#include <sodium.h>

namespace storage::vault {

RowSeal seal_of(const SecretKey& key, std::span<const std::uint8_t> row)
{
    RowSeal seal;
    crypto_generichash(seal.data(), seal.size(), row.data(), row.size(), key.bytes().data(), SecretKey::size);
    return seal;
}

ChainMac link(const SecretKey& key, const ChainMac& before, std::span<const std::uint8_t> entry)
{
    ChainMac mac;
    crypto_generichash_state state;
    crypto_generichash_init(&state, key.bytes().data(), SecretKey::size, mac.size());
    crypto_generichash_update(&state, before.data(), before.size());
    crypto_generichash_update(&state, entry.data(), entry.size());
    crypto_generichash_final(&state, mac.data(), mac.size());
    return mac;
}

} // namespace storage::vault
