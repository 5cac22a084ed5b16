#include "storage/vault/key_slot.h"

#include "storage/storage_error.h"
#include "storage/vault/wire.h"

#include <sodium.h>
#include <utf8proc.h>

#include <algorithm>
#include <cassert>
#include <memory>
#include <vector>

namespace storage::vault {

namespace {

constexpr std::size_t longest_password = 1'000'000;

/// A text in NFKC, in a buffer of its own that is wiped whole: on the way there it holds the text in another form too.
class NormalText {
public:
    explicit NormalText(std::string_view text)
    {
        constexpr auto options = static_cast<utf8proc_option_t>(UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
        const auto* from = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
        const auto size = static_cast<utf8proc_ssize_t>(text.size());
        length_ = utf8proc_decompose(from, size, nullptr, 0, options);
        if (length_ < 0)
            return;
        // One more for the zero that ends the text.
        signs_.resize(static_cast<std::size_t>(length_) + 1);
        length_ = utf8proc_decompose(from, size, signs_.data(), length_, options);
        if (length_ >= 0)
            length_ = utf8proc_reencode(signs_.data(), length_, options);
    }
    NormalText(const NormalText&) = delete;
    NormalText& operator=(const NormalText&) = delete;
    ~NormalText() { sodium_memzero(signs_.data(), signs_.size() * sizeof(utf8proc_int32_t)); }

    bool is_text() const { return length_ >= 0; }
    std::string_view bytes() const
    {
        return {reinterpret_cast<const char*>(signs_.data()), static_cast<std::size_t>(length_)};
    }

private:
    std::vector<utf8proc_int32_t> signs_{};
    utf8proc_ssize_t length_ = 0; ///< Of the text in bytes; negative when it is not UTF-8.
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

CasebookKeys random_keys()
{
    CasebookKeys keys{.vault = SecretKey::random(), .drawer = SecretKey::random()};
    randombytes_buf(keys.id.data(), keys.id.size());
    return keys;
}

CasebookKeys copy_of(const CasebookKeys& keys)
{
    return {.id = keys.id,
            .person = keys.person,
            .vault = SecretKey::copy_of(keys.vault.bytes()),
            .drawer = SecretKey::copy_of(keys.drawer.bytes())};
}

bool KeyCost::is_allowed() const
{
    return passes >= 1 && passes <= most_passes && memory_bytes >= smallest_memory && memory_bytes <= largest_memory &&
           memory_bytes % 1024 == 0;
}

std::optional<PasswordProblem> problem_with(std::string_view password)
{
    if (password.empty())
        return PasswordProblem::empty;
    if (password.size() > longest_password)
        return PasswordProblem::too_long;
    return NormalText{password}.is_text() ? std::nullopt : std::optional{PasswordProblem::not_text};
}

SecretKey derive_key(const KeySlot& slot, std::string_view password)
{
    assert(slot.cost.is_allowed());
    SecretKey key;
    const NormalText normal{password};
    assert(normal.is_text() && !normal.bytes().empty());
    const int failed =
        crypto_pwhash(key.bytes().data(), SecretKey::size, normal.bytes().data(), normal.bytes().size(),
                      slot.salt.data(), slot.cost.passes, slot.cost.memory_bytes, crypto_pwhash_ALG_ARGON2ID13);
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
