#include "storage/vault/secret_key.h"

#include "storage/storage_error.h"

#include <sodium.h>

#include <algorithm>
#include <utility>

namespace storage::vault {

void ready_sodium()
{
    if (sodium_init() < 0)
        throw StorageError{StorageErrorKind::refused, "libsodium cannot be readied"};
}

SecretKey::SecretKey()
{
    ready_sodium();
    memory_ = static_cast<std::uint8_t*>(sodium_malloc(size));
    if (memory_ == nullptr)
        throw StorageError{StorageErrorKind::too_little_memory, "no locked memory for a key"};
    sodium_memzero(memory_, size);
}

SecretKey::~SecretKey()
{
    sodium_free(memory_);
}

SecretKey::SecretKey(SecretKey&& other) noexcept : memory_{std::exchange(other.memory_, nullptr)} {}

SecretKey& SecretKey::operator=(SecretKey&& other) noexcept
{
    std::swap(memory_, other.memory_);
    return *this;
}

SecretKey SecretKey::random()
{
    SecretKey key;
    randombytes_buf(key.memory_, size);
    return key;
}

SecretKey SecretKey::copy_of(std::span<const std::uint8_t, size> bytes)
{
    SecretKey key;
    std::ranges::copy(bytes, key.memory_);
    return key;
}

std::span<std::uint8_t, SecretKey::size> SecretKey::bytes()
{
    return std::span<std::uint8_t, size>{memory_, size};
}

std::span<const std::uint8_t, SecretKey::size> SecretKey::bytes() const
{
    return std::span<const std::uint8_t, size>{memory_, size};
}

bool SecretKey::operator==(const SecretKey& other) const
{
    return sodium_memcmp(memory_, other.memory_, size) == 0;
}

SecretKey subkey(const SecretKey& from, Purpose purpose)
{
    static_assert(SecretKey::size == crypto_kdf_KEYBYTES);
    static constexpr char context[crypto_kdf_CONTEXTBYTES + 1] = "Mendline";
    SecretKey key;
    crypto_kdf_derive_from_key(key.bytes().data(), SecretKey::size, static_cast<std::uint64_t>(purpose), context,
                               from.bytes().data());
    return key;
}

} // namespace storage::vault
