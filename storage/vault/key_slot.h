#pragma once

#include "storage/vault/secret_key.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace storage::vault {

/// How dear one try of a password is: Argon2id with one lane.
struct KeyCost {
    static constexpr std::size_t smallest_memory = 64ULL << 20; ///< Neither made nor read with less.
    static constexpr std::size_t largest_memory = 2ULL << 30;   ///< A hostile file asks for no more than this.
    static constexpr unsigned most_passes = 64;

    unsigned passes = 3;
    std::size_t memory_bytes = 256ULL << 20;

    /// The cheapest cost that is allowed at all: for tests, and for recovery codes, which nobody can guess anyway.
    static constexpr KeyCost smallest() { return {.passes = 1, .memory_bytes = smallest_memory}; }

    /// Whether passes and memory lie within the limits; the memory is a whole number of KiB.
    bool is_allowed() const;

    bool operator==(const KeyCost&) const = default;
};

/// Why a text cannot be a password.
enum class PasswordProblem {
    empty,
    too_long, ///< More than a million bytes.
    not_text, ///< Not valid UTF-8.
};

/// What keeps `password` from being used; empty when it can be.
std::optional<PasswordProblem> problem_with(std::string_view password);

/// A number for each casebook, so that a slot of one cannot be moved into another.
using VaultId = std::array<std::uint8_t, 16>;

/// Who a slot belongs to; the casebook's first person is 1.
using Person = std::uint32_t;

/// The keys that a slot gives its owner.
struct CasebookKeys {
    VaultId id{};
    Person person = 1;
    SecretKey vault{};  ///< Shared by all people of the casebook.
    SecretKey drawer{}; ///< Of this person alone: their private notes.
};

/// New keys, of a casebook that nobody has yet.
CasebookKeys random_keys();

/// The same keys in a second place, for work on another thread.
CasebookKeys copy_of(const CasebookKeys& keys);

/// A lock and what is behind it: the casebook's keys, sealed with what one person knows.
struct KeySlot {
    enum class Kind : std::uint8_t { password = 1, recovery = 2 };

    Kind kind = Kind::password;
    Person person = 1;
    std::array<std::uint8_t, 16> salt{};
    KeyCost cost{};
    std::array<std::uint8_t, 24> nonce{};
    std::array<std::uint8_t, 80> sealed{}; ///< Vault key and drawer key under XChaCha20-Poly1305.

    bool operator==(const KeySlot&) const = default;
};

/// Derives the key that opens `slot`: Argon2id of the password in NFKC. Slow and hungry by design, and touches no file:
/// call it on a worker. `password` must have no problem. Throws `StorageError{too_little_memory}`.
SecretKey derive_key(const KeySlot& slot, std::string_view password);

/// A new slot with a fresh salt and nonce. As slow as `derive_key`. `secret` is a password without a problem, or
/// `RecoveryCode::secret()`.
KeySlot seal_slot(const CasebookKeys& keys, KeySlot::Kind kind, std::string_view secret, KeyCost cost);

/// The keys behind a slot; empty when `secret` does not open it, or it has been tampered with, or is of another vault.
std::optional<CasebookKeys> open_slot(const KeySlot& slot, const VaultId& vault, std::string_view secret);

} // namespace storage::vault
