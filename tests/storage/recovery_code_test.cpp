#include "storage/vault/recovery_code.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

using namespace storage::vault;
using Kind = RecoveryTypo::Kind;

namespace {

RecoveryCode known_code()
{
    std::array<std::uint8_t, 20> bits{};
    for (std::size_t i = 0; i < bits.size(); ++i)
        bits[i] = static_cast<std::uint8_t>(i * 37 + 5);
    return RecoveryCode{bits};
}

std::optional<RecoveryTypo> typo_in(const std::string& typed)
{
    const auto read = parse_recovery_code(typed);
    const auto* typo = std::get_if<RecoveryTypo>(&read);
    return typo != nullptr ? std::optional{*typo} : std::nullopt;
}

KeySlot some_slot()
{
    KeySlot slot{.kind = KeySlot::Kind::recovery, .person = 1, .cost = KeyCost::smallest()};
    slot.salt.fill(0xAA);
    slot.nonce.fill(0x55);
    slot.sealed.fill(0xFF);
    return slot;
}

} // namespace

TEST(RecoveryCode, IsWrittenAsEightGroupsOfFive)
{
    const std::string text = known_code().text();
    EXPECT_EQ(text.size(), 47u);
    EXPECT_EQ(std::ranges::count(text, '-'), 7);
    EXPECT_EQ(text.find_first_of("ILOU"), std::string::npos);
}

TEST(RecoveryCode, ComesBackFromItsText)
{
    for (int i = 0; i < 100; ++i) {
        const auto code = RecoveryCode::random();
        const auto read = parse_recovery_code(code.text());
        ASSERT_TRUE(std::holds_alternative<RecoveryCode>(read));
        EXPECT_EQ(std::get<RecoveryCode>(read), code);
    }
}

TEST(RecoveryCode, IsNeverTheSameTwice)
{
    std::set<std::string> texts;
    for (int i = 0; i < 50; ++i)
        texts.insert(RecoveryCode::random().text());
    EXPECT_EQ(texts.size(), 50u);
}

TEST(RecoveryCode, IsReadTheWayPeopleType)
{
    std::string typed = known_code().text();
    std::ranges::replace(typed, '-', ' ');
    std::ranges::transform(typed, typed.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    std::ranges::replace(typed, '0', 'o');
    std::ranges::replace(typed, '1', 'l');
    EXPECT_EQ(typo_in("  " + typed + "\n"), std::nullopt);

    std::ranges::replace(typed, 'l', 'I');
    EXPECT_EQ(typo_in(typed), std::nullopt);

    std::string long_dashes;
    for (const char letter : known_code().text())
        long_dashes += letter == '-' ? std::string{" \xE2\x80\x93 "} : std::string{letter};
    EXPECT_EQ(typo_in(long_dashes), std::nullopt);
}

TEST(RecoveryCode, NamesTheGroupOfEveryWrongLetter)
{
    const std::string right = known_code().text();
    for (std::size_t at = 0; at < right.size(); ++at) {
        if (right[at] == '-')
            continue;
        const RecoveryTypo expected{.kind = Kind::wrong_group, .group = static_cast<int>(at / 6) + 1};
        for (const char other : std::string{"0123456789ABCDEFGHJKMNPQRSTVWXYZU?"}) {
            if (other == right[at])
                continue;
            std::string typed = right;
            typed[at] = other;
            EXPECT_EQ(typo_in(typed), expected) << typed;
        }
    }
}

TEST(RecoveryCode, NoticesLettersAndGroupsThatWereExchanged)
{
    const std::string right = known_code().text();
    for (std::size_t at = 0; at + 1 < right.size(); ++at) {
        if (right[at] == '-' || right[at + 1] == '-' || right[at] == right[at + 1])
            continue;
        std::string typed = right;
        std::swap(typed[at], typed[at + 1]);
        EXPECT_NE(typo_in(typed), std::nullopt) << typed;
    }
    const std::string exchanged = right.substr(6, 6) + right.substr(0, 6) + right.substr(12);
    EXPECT_EQ(typo_in(exchanged), (RecoveryTypo{.kind = Kind::wrong_group, .group = 1}));
}

TEST(RecoveryCode, SaysWhatIsMissingOrTooMuch)
{
    const std::string right = known_code().text();
    EXPECT_EQ(typo_in(""), (RecoveryTypo{.kind = Kind::too_short, .group = 1}));
    EXPECT_EQ(typo_in(right.substr(0, 41)), (RecoveryTypo{.kind = Kind::too_short, .group = 8}));
    EXPECT_EQ(typo_in(right + "-7"), (RecoveryTypo{.kind = Kind::too_long, .group = 8}));
    EXPECT_EQ(typo_in(right.substr(0, 46)), (RecoveryTypo{.kind = Kind::wrong_group, .group = 8}));
    EXPECT_EQ(typo_in("\xC3\xA9t\xC3\xA9"), (RecoveryTypo{.kind = Kind::wrong_group, .group = 1}));
}

TEST(RecoveryCode, OneGroupCanBeTypedBack)
{
    const auto code = known_code();
    EXPECT_TRUE(is_group(code, 3, code.text().substr(12, 5)));
    EXPECT_TRUE(is_group(code, 8, " " + code.text().substr(42, 5) + " "));
    EXPECT_FALSE(is_group(code, 3, code.text().substr(6, 5)));
    EXPECT_FALSE(is_group(code, 3, ""));
    EXPECT_FALSE(is_group(code, 3, "?????"));
}

TEST(RecoverySheet, CarriesItsSlotAsTextForACode)
{
    const VaultId vault{1, 2, 3};
    const std::string text = sheet_text(vault, some_slot());
    EXPECT_EQ(text.substr(0, 10), "MENDLINE1:");
    // A QR code in its compact mode takes these characters only.
    EXPECT_EQ(text.find_first_not_of("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ:"), std::string::npos);
    EXPECT_EQ(parse_sheet_text(text), (SheetSlot{.vault = vault, .slot = some_slot()}));
}

TEST(RecoverySheet, IsReadFromTypedLinesToo)
{
    std::string text = sheet_text({7}, some_slot());
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    for (std::size_t at = 40; at < text.size(); at += 41)
        text.insert(at, "\r\n");
    EXPECT_TRUE(parse_sheet_text(text));
}

TEST(RecoverySheet, NoticesAnyWrongOrMissingLetter)
{
    const std::string right = sheet_text({9}, some_slot());
    for (std::size_t at = 0; at < right.size(); ++at) {
        std::string typed = right;
        typed[at] = typed[at] == '7' ? '8' : '7';
        EXPECT_EQ(parse_sheet_text(typed), std::nullopt) << at;
        EXPECT_EQ(parse_sheet_text(right.substr(0, at)), std::nullopt) << at;
    }
    EXPECT_EQ(parse_sheet_text(right + "0"), std::nullopt);
    EXPECT_EQ(parse_sheet_text(""), std::nullopt);
}
