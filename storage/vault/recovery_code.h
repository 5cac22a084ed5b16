#pragma once

#include "storage/vault/key_slot.h"
#include "storage/vault/secret_text.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace storage::vault {

/// The 160 random bits on the recovery sheet, written as eight groups of four letters and a check letter.
class RecoveryCode {
public:
    static constexpr int groups = 8;

    explicit RecoveryCode(const std::array<std::uint8_t, 20>& bits) : bits_{bits} {}
    RecoveryCode(const RecoveryCode&) = default;
    RecoveryCode& operator=(const RecoveryCode&) = default;
    ~RecoveryCode();

    static RecoveryCode random();

    /// For people: `7K2QM-...`, eight groups of five with dashes. The letters are Crockford's base 32 (no I, L, O, U).
    std::string text() const;

    /// What the recovery slot is sealed with: the 32 letters without check letters and dashes.
    SecretText secret() const;

    const std::array<std::uint8_t, 20>& bits() const { return bits_; }

    bool operator==(const RecoveryCode&) const = default;

private:
    std::array<std::uint8_t, 20> bits_;
};

/// What is wrong with a recovery code as typed.
struct RecoveryTypo {
    enum class Kind {
        wrong_group, ///< The letters of group `group` do not fit its check letter.
        too_short,   ///< What is there is right; groups from `group` on are missing.
        too_long,    ///< The code is right, but something follows it.
    };

    Kind kind = Kind::wrong_group;
    int group = 1; ///< Counted from 1.

    bool operator==(const RecoveryTypo&) const = default;
};

/// Reads a code as people type it: capitals or not, with or without spaces and dashes, O for 0, I and L for 1.
std::variant<RecoveryCode, RecoveryTypo> parse_recovery_code(std::string_view typed);

/// Whether `typed` is group `group` (from 1) of the code, read as tolerantly: for typing part of it back.
bool is_group(const RecoveryCode& code, int group, std::string_view typed);

/// What is printed for the day when the password is lost. Together with `record.db` it opens the record.
struct RecoverySheet {
    RecoveryCode code;
    std::string slot; ///< The sealed keys, for a QR code and as text: letters, digits and one colon.
};

/// The sealed keys as text, with a checksum: `MENDLINE1:` and base 32.
std::string sheet_text(const VaultId& vault, const KeySlot& slot);

/// A slot with the casebook that it belongs to.
struct SheetSlot {
    VaultId vault{};
    KeySlot slot{};

    bool operator==(const SheetSlot&) const = default;
};

/// Reads `sheet_text` back, tolerant of case, spaces and line ends; empty when a letter is wrong or missing.
std::optional<SheetSlot> parse_sheet_text(std::string_view text);

} // namespace storage::vault
