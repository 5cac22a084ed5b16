#include "storage/vault/checksum.h"

#include "storage/vault/secret_key.h"

#include <sodium.h>

namespace storage::vault {

struct Checksum::State {
    crypto_generichash_state words;
};

Checksum::Checksum()
{
    ready_sodium();
    state_ = std::make_unique<State>();
    crypto_generichash_init(&state_->words, nullptr, 0, size);
}

Checksum::~Checksum() = default;
Checksum::Checksum(Checksum&&) noexcept = default;
Checksum& Checksum::operator=(Checksum&&) noexcept = default;

void Checksum::add(std::span<const std::uint8_t> bytes)
{
    crypto_generichash_update(&state_->words, bytes.data(), bytes.size());
}

Checksum::Value Checksum::value()
{
    Value value{};
    crypto_generichash_final(&state_->words, value.data(), value.size());
    return value;
}

} // namespace storage::vault
