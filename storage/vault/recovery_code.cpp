#include "storage/vault/recovery_code.h"

#include "storage/vault/wire.h"

#include <sodium.h>

#include <algorithm>
#include <cassert>
#include <span>
#include <vector>

namespace storage::vault {

namespace {

constexpr std::string_view letters = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t group_letters = 4; ///< Without the check letter.
constexpr std::string_view sheet_mark = "MENDLINE1:";
constexpr std::size_t sheet_checksum = 4;

/// The value of a letter, 0 to 31, read as Crockford does; empty for any other character.
std::optional<std::uint8_t> value_of(char letter)
{
    if (letter >= 'a' && letter <= 'z')
        letter = static_cast<char>(letter - 'a' + 'A');
    if (letter == 'O')
        letter = '0';
    if (letter == 'I' || letter == 'L')
        letter = '1';
    const auto at = letters.find(letter);
    return at == std::string_view::npos ? std::nullopt : std::optional{static_cast<std::uint8_t>(at)};
}

/// What may stand between letters: spaces, line ends, dashes of any common kind.
SecretText without_separators(std::string_view typed)
{
    SecretText kept{typed.size()};
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const bool is_long_dash = typed.substr(i, 2) == "\xE2\x80"; // U+2010 to U+2015 and their neighbours
        if (is_long_dash)
            i += 2;
        else if (std::string_view{" \t\r\n-_."}.find(typed[i]) == std::string_view::npos)
            kept.push_back(typed[i]);
    }
    return kept;
}

constexpr std::size_t letters_for(std::size_t bytes)
{
    return (8 * bytes + 4) / 5;
}

/// Five bits a letter, the highest bits first; the last letter is filled up with zeros.
template <class Text>
void write_base_32(std::span<const std::uint8_t> bytes, Text& text)
{
    unsigned held = 0;
    unsigned bits = 0;
    for (const std::uint8_t byte : bytes) {
        held = (held << 8) | byte;
        for (bits += 8; bits >= 5; bits -= 5)
            text.push_back(letters[(held >> (bits - 5)) & 31U]);
    }
    if (bits > 0)
        text.push_back(letters[(held << (5 - bits)) & 31U]);
}

std::string in_base_32(std::span<const std::uint8_t> bytes)
{
    std::string text;
    write_base_32(bytes, text);
    return text;
}

/// Empty when a character is not a letter, or the bits that fill up the last letter are not zero.
std::optional<std::vector<std::uint8_t>> from_base_32(std::string_view text)
{
    std::vector<std::uint8_t> bytes;
    bytes.reserve(text.size()); // All at once: what it grew out of would not be wiped.
    unsigned held = 0;
    unsigned bits = 0;
    for (const char letter : text) {
        const auto value = value_of(letter);
        if (!value)
            return std::nullopt;
        held = ((held << 5) | *value) & 0xFFFFU;
        bits += 5;
        if (bits >= 8) {
            bits -= 8;
            bytes.push_back(static_cast<std::uint8_t>(held >> bits));
        }
    }
    if (bits >= 5 || (held & ((1U << bits) - 1)) != 0)
        return std::nullopt;
    return bytes;
}

/// Twice `value` in the field of 32 elements with the polynomial x^5 + x^2 + 1.
constexpr unsigned doubled(unsigned value)
{
    return (value << 1) ^ ((value & 16U) != 0 ? 0b100101U : 0U);
}

/// The check letter of a group: a weighted sum in the field of 32 elements, plus the group's number. One wrong letter,
/// two letters exchanged, or two groups exchanged always show.
char check_letter(std::string_view four, int group)
{
    unsigned sum = 0;
    for (const char letter : four)
        sum = doubled(sum ^ *value_of(letter));
    return letters[sum ^ static_cast<unsigned>(group)];
}

/// The letters of a group without the check letter.
std::string_view four_of(std::string_view plain, int group)
{
    return plain.substr(static_cast<std::size_t>(group - 1) * group_letters, group_letters);
}

bool fits(std::string_view five, int group)
{
    return five.size() == group_letters + 1 &&
           std::ranges::all_of(five, [](char c) { return value_of(c).has_value(); }) &&
           value_of(five.back()) == value_of(check_letter(five.substr(0, group_letters), group));
}

} // namespace

RecoveryCode::~RecoveryCode()
{
    sodium_memzero(bits_.data(), bits_.size());
}

RecoveryCode RecoveryCode::random()
{
    ready_sodium();
    RecoveryCode code{{}};
    randombytes_buf(code.bits_.data(), code.bits_.size());
    return code;
}

SecretText RecoveryCode::secret() const
{
    SecretText text{letters_for(bits_.size())};
    write_base_32(bits_, text);
    return text;
}

std::string RecoveryCode::text() const
{
    const SecretText plain = secret();
    std::string text;
    text.reserve(groups * (group_letters + 2));
    for (int group = 1; group <= groups; ++group) {
        const auto four = four_of(plain, group);
        if (group > 1)
            text.push_back('-');
        text.append(four);
        text.push_back(check_letter(four, group));
    }
    return text;
}

std::variant<RecoveryCode, RecoveryTypo> parse_recovery_code(std::string_view typed)
{
    const SecretText kept = without_separators(typed);
    std::string_view left = kept;
    SecretText plain{RecoveryCode::groups * group_letters};
    for (int group = 1; group <= RecoveryCode::groups; ++group) {
        if (left.empty())
            return RecoveryTypo{.kind = RecoveryTypo::Kind::too_short, .group = group};
        const auto five = left.substr(0, group_letters + 1);
        if (!fits(five, group))
            return RecoveryTypo{.kind = RecoveryTypo::Kind::wrong_group, .group = group};
        std::ranges::for_each(five.substr(0, group_letters), [&](char letter) { plain.push_back(letter); });
        left.remove_prefix(five.size());
    }
    if (!left.empty())
        return RecoveryTypo{.kind = RecoveryTypo::Kind::too_long, .group = RecoveryCode::groups};

    auto bytes = from_base_32(plain);
    std::array<std::uint8_t, 20> bits{};
    assert(bytes && bytes->size() == bits.size());
    std::ranges::copy(*bytes, bits.begin());
    const RecoveryCode code{bits};
    sodium_memzero(bytes->data(), bytes->size());
    sodium_memzero(bits.data(), bits.size());
    return code;
}

bool is_group(const RecoveryCode& code, int group, std::string_view typed)
{
    assert(group >= 1 && group <= RecoveryCode::groups);
    const SecretText plain = code.secret();
    const auto four = four_of(plain, group);
    SecretText wanted{group_letters + 1};
    std::ranges::for_each(four, [&](char letter) { wanted.push_back(letter); });
    wanted.push_back(check_letter(four, group));
    const SecretText kept = without_separators(typed);
    return std::ranges::equal(kept.view(), wanted.view(), {}, value_of, value_of);
}

std::string sheet_text(const VaultId& vault, const KeySlot& slot)
{
    Writer writer;
    writer.bytes(vault);
    write_slot(writer, slot);
    std::array<std::uint8_t, 32> hash{};
    crypto_generichash(hash.data(), hash.size(), writer.written().data(), writer.written().size(), nullptr, 0);
    writer.bytes(std::span{hash}.first(sheet_checksum));
    return std::string{sheet_mark} + in_base_32(writer.written());
}

std::optional<SheetSlot> parse_sheet_text(std::string_view text)
{
    const SecretText read = without_separators(text);
    const std::string_view kept = read;
    const auto colon = kept.find(':');
    if (colon == std::string_view::npos ||
        !std::ranges::equal(kept.substr(0, colon), sheet_mark.substr(0, sheet_mark.size() - 1), {}, value_of, value_of))
        return std::nullopt;
    const auto bytes = from_base_32(kept.substr(colon + 1));
    SheetSlot sheet;
    if (!bytes || bytes->size() != sheet.vault.size() + slot_size + sheet_checksum)
        return std::nullopt;

    Reader reader{*bytes};
    reader.bytes(sheet.vault);
    const auto slot = read_slot(reader);
    if (!slot)
        return std::nullopt;
    sheet.slot = *slot;
    return sheet_text(sheet.vault, sheet.slot).substr(sheet_mark.size()) == in_base_32(*bytes) ? std::optional{sheet}
                                                                                               : std::nullopt;
}

} // namespace storage::vault
