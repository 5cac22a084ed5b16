#pragma once

#include "storage/vault/vault.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <span>
#include <variant>
#include <vector>

/// `keys` and `keys.bak` as they lie in a folder. Only for the files of this folder.
namespace storage::vault {

/// One of the two copies.
struct Copy {
    std::optional<std::vector<std::uint8_t>> bytes{}; ///< Empty when there is no file.
    std::variant<KeysFile, KeysProblem> content = KeysProblem::not_ours;

    bool is_good() const { return std::holds_alternative<KeysFile>(content); }
    bool is_sealed_by(const SecretKey& key) const;
    const KeysFile& file() const { return std::get<KeysFile>(content); }
    bool has(KeysProblem problem) const { return bytes && content == std::variant<KeysFile, KeysProblem>{problem}; }

    /// All that checksum and MAC vouch for, and these themselves; not the counter. The copy must be good.
    std::span<const std::uint8_t> lasting() const;
};

/// Both copies.
struct TwoCopies {
    Copy first{};  ///< `keys`
    Copy second{}; ///< `keys.bak`

    bool has(KeysProblem problem) const { return first.has(problem) || second.has(problem); }
};

std::filesystem::path first_copy(const std::filesystem::path& folder);
std::filesystem::path second_copy(const std::filesystem::path& folder);

Copy read_copy(const std::filesystem::path& file);
TwoCopies read_copies(const std::filesystem::path& folder);

/// Whether both are good and say the same, counters aside.
bool are_alike(const Copy& one, const Copy& other);

/// Writes what `vault` says to one of the copies, durably, and reads it back. Wrong passwords that were counted there
/// meanwhile stay counted.
void write_copy(const std::filesystem::path& file, const OpenVault& vault);

/// Overwrites the counter of `keys` where it stands. Only for a person's information, so a failure is no failure.
void write_counter(const std::filesystem::path& folder, std::uint32_t count);

/// Takes so many wrong passwords off the counter of `keys`.
void forget_failed(const std::filesystem::path& folder, std::uint32_t count);

} // namespace storage::vault
