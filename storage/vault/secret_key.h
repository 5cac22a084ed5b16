#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

namespace storage::vault {

/// 32 secret bytes in memory that is locked, guarded and wiped when they are no longer needed.
class SecretKey {
public:
    static constexpr std::size_t size = 32;

    /// All zero, to be filled through `bytes()`. Throws `StorageError{too_little_memory}`.
    SecretKey();
    ~SecretKey();
    SecretKey(SecretKey&& other) noexcept;
    SecretKey& operator=(SecretKey&& other) noexcept;
    SecretKey(const SecretKey&) = delete;
    SecretKey& operator=(const SecretKey&) = delete;

    /// 32 bytes from the system's random generator.
    static SecretKey random();

    /// A copy of 32 bytes, which stay the caller's to wipe.
    static SecretKey copy_of(std::span<const std::uint8_t, size> bytes);

    std::span<std::uint8_t, size> bytes();
    std::span<const std::uint8_t, size> bytes() const;

    /// Compares in constant time.
    bool operator==(const SecretKey& other) const;

private:
    std::uint8_t* memory_;
};

/// What a key is derived for. The numbers are part of the format and never change their meaning.
enum class Purpose : std::uint64_t {
    record_database = 1,  ///< The key of `record.db`, from the vault key.
    private_database = 2, ///< The key of `private.db`, from its person's drawer key.
    keys_mac = 3,         ///< The MAC over the `keys` file, from the vault key.
    row_macs = 4,         ///< The seals of rows, from the vault key.
    chain_macs = 5,       ///< The chain of acts, from the vault key.
    exports = 6,          ///< Reserved: what leaves the casebook sealed.
};

/// The key for one purpose: libsodium's `crypto_kdf` with subkey id `purpose` and context `Mendline`.
SecretKey subkey(const SecretKey& from, Purpose purpose);

/// Readies libsodium; every function of the vault calls it. Throws `StorageError{refused}` when it cannot be readied.
void ready_sodium();

} // namespace storage::vault
