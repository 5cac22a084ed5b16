#include "storage/vault/key_slot.h"

#include "storage/storage_error.h"
#include "storage/vault/wire.h"

#include <sodium.h>
#include <utf8proc.h>

#include <algorithm>
#include <cassert>
#include <cstdlib>
#include <memory>

namespace storage::vault {

namespace {

constexpr std::size_t longest_password = 1'000'000;

/// A buffer that utf8proc allocated, wiped before it is given back.
struct NormalText {
    explicit NormalText(std::string_view text)
    {
        constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
        length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                              static_cast<utf8proc_ssize_t>(text.size()), &bytes, options);
    }
    NormalText(const NormalText&) = delete;
    NormalText& operator=(const NormalText&) = delete;
    ~NormalText()
    {
        if (length > 0)
            sodium_memzero(bytes, static_cast<std::size_t>(length));
        std::free(bytes);
    }

    utf8proc_uint8_t* bytes = nullptr;
    utf8proc_ssize_t length = 0; ///< Negative when the text is not UTF-8.
};

/// Room for two keys that is locked, and wiped when it goes.
using LockedPair = std::unique_ptr<std::uint8_t[], decltype(&sodium_free)>;

LockedPair locked_pair()
{
    LockedPair both{static_cast<std::uint8_t*>(sodium_malloc(2 * SecretKey::size)), &sodium_free};
    if (!both)
        throw StorageError{StorageErrorKind::too_little_memory, "no locked memory for keys"};
    return both;
}

/// What the seal vouches for besides the keys: everything about the slot, and whose casebook it is of.
std::vector<std::uint8_t> vouched_for(const KeySlot& slot, const VaultId& vault)
{
    Writer writer;
    write_slot_head(writer, slot);
    writer.bytes(vault);
    return writer.take();
}

} // namespace

bool KeyCost::is_allowed() const
{
    return passes >= 1 && passes <= most_passes && memory_bytes >= smallest_memory && memory_bytes <= largest_memory &&
           memory_bytes % 1024 == 0;
}

CasebookKeys CasebookKeys::copy() const
{
    return {.id = id,
            .person = person,
            .vault = SecretKey::copy_of(vault.bytes()),
            .drawer = SecretKey::copy_of(drawer.bytes())};
}

std::optional<PasswordProblem> problem_with(std::string_view password)
{
    if (password.empty())
        return PasswordProblem::empty;
    if (password.size() > longest_password)
        return PasswordProblem::too_long;
    const NormalText normal{password};
    if (normal.length < 0)
        return PasswordProblem::not_text;
    return std::nullopt;
}

SecretKey derive_key(const KeySlot& slot, std::string_view password)
{
    assert(slot.cost.is_allowed());
    SecretKey key;
    const NormalText normal{password};
    assert(normal.length > 0);
    const int failed = crypto_pwhash(key.bytes().data(), SecretKey::size, reinterpret_cast<const char*>(normal.bytes),
                                     static_cast<unsigned long long>(normal.length), slot.salt.data(), slot.cost.passes,
                                     slot.cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
    if (failed != 0)
        throw StorageError{StorageErrorKind::too_little_memory,
                           "Argon2id needs " + std::to_string(slot.cost.memory_bytes >> 20) + " MiB"};
    return key;
}

KeySlot seal_slot(const CasebookKeys& keys, KeySlot::Kind kind, std::string_view secret, KeyCost cost)
{
    ready_sodium();
    KeySlot slot{.kind = kind, .person = keys.person, .cost = cost};
    randombytes_buf(slot.salt.data(), slot.salt.size());
    randombytes_buf(slot.nonce.data(), slot.nonce.size());

    const SecretKey key = derive_key(slot, secret);
    const LockedPair both = locked_pair();
    std::ranges::copy(keys.vault.bytes(), both.get());
    std::ranges::copy(keys.drawer.bytes(), both.get() + SecretKey::size);

    const auto vouched = vouched_for(slot, keys.id);
    crypto_aead_xchacha20poly1305_ietf_encrypt(slot.sealed.data(), nullptr, both.get(), 2 * SecretKey::size,
                                               vouched.data(), vouched.size(), nullptr, slot.nonce.data(),
                                               key.bytes().data());
    return slot;
}

std::optional<CasebookKeys> open_slot(const KeySlot& slot, const VaultId& vault, std::string_view secret)
{
    ready_sodium();
    if (problem_with(secret))
        return std::nullopt;
    const SecretKey key = derive_key(slot, secret);
    const LockedPair both = locked_pair();

    const auto vouched = vouched_for(slot, vault);
    if (crypto_aead_xchacha20poly1305_ietf_decrypt(both.get(), nullptr, nullptr, slot.sealed.data(), slot.sealed.size(),
                                                   vouched.data(), vouched.size(), slot.nonce.data(),
                                                   key.bytes().data()) != 0)
        return std::nullopt;

    CasebookKeys keys{.id = vault, .person = slot.person};
    std::copy_n(both.get(), SecretKey::size, keys.vault.bytes().begin());
    std::copy_n(both.get() + SecretKey::size, SecretKey::size, keys.drawer.bytes().begin());
    return keys;
}

} // namespace storage::vault
