#include "storage/vault/keys_file.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

using namespace storage::vault;

namespace {

KeySlot slot_filled_with(std::uint8_t byte)
{
    KeySlot slot{.kind = KeySlot::Kind::password, .person = byte, .cost = KeyCost::smallest()};
    slot.salt.fill(byte);
    slot.nonce.fill(byte);
    slot.sealed.fill(byte);
    return slot;
}

KeysFile two_slots()
{
    KeysFile file{.generation = 0x0102030405060708,
                  .vault = {0xAB},
                  .head = {.number = 0x1112131415161718, .mac = {0xCD}},
                  .next_person = 0x21,
                  .failed_unlocks = 7};
    file.slots = {slot_filled_with(1), slot_filled_with(2)};
    return file;
}

std::vector<std::uint8_t> with_bit(std::vector<std::uint8_t> bytes, std::size_t bit)
{
    bytes[bit / 8] = static_cast<std::uint8_t>(bytes[bit / 8] ^ (1U << (bit % 8)));
    return bytes;
}

bool is_readable(const std::vector<std::uint8_t>& bytes)
{
    return std::holds_alternative<KeysFile>(parse_keys(bytes));
}

} // namespace

TEST(KeysFile, ComesBackAsWritten)
{
    const auto key = SecretKey::random();
    const auto bytes = write_keys(two_slots(), key);
    EXPECT_EQ(parse_keys(bytes), (std::variant<KeysFile, KeysProblem>{two_slots()}));
    EXPECT_TRUE(is_sealed_by(bytes, key));
    EXPECT_FALSE(is_sealed_by(bytes, SecretKey::random()));
}

TEST(KeysFile, LiesInTheDocumentedPlaces)
{
    const auto bytes = write_keys(two_slots(), SecretKey::random());
    ASSERT_EQ(bytes.size(), 84u + 2 * 136u + 68u);
    EXPECT_EQ((std::string{bytes.begin(), bytes.begin() + 8}), "MendKeys");
    EXPECT_EQ(bytes[8], 1);     // format
    EXPECT_EQ(bytes[12], 2);    // slots
    EXPECT_EQ(bytes[16], 8);    // generation, lowest byte first
    EXPECT_EQ(bytes[24], 0xAB); // vault
    EXPECT_EQ(bytes[40], 0x18); // number of the last act, lowest byte first
    EXPECT_EQ(bytes[48], 0xCD); // its MAC
    EXPECT_EQ(bytes[80], 0x21); // the next person's number
    EXPECT_EQ(bytes[84], 1);    // kind of the first slot
    EXPECT_EQ(bytes[88], 1);    // its person
    EXPECT_EQ(bytes[92], 1);    // passes
    EXPECT_EQ(bytes[97], 0);    // memory in KiB: 65536
    EXPECT_EQ(bytes[98], 1);
    EXPECT_EQ(bytes[100], 1);              // salt
    EXPECT_EQ(bytes[bytes.size() - 4], 7); // wrong passwords
}

TEST(KeysFile, EveryFlippedBitShowsExceptInTheCounter)
{
    const auto key = SecretKey::random();
    const auto bytes = write_keys(two_slots(), key);
    const std::size_t vouched_bits = (bytes.size() - 4) * 8;
    for (std::size_t bit = 0; bit < bytes.size() * 8; ++bit) {
        const auto flipped = with_bit(bytes, bit);
        const bool is_accepted = is_readable(flipped) && is_sealed_by(flipped, key);
        EXPECT_EQ(is_accepted, bit >= vouched_bits) << "bit " << bit;
    }
}

TEST(KeysFile, NoShorterOrLongerFileIsReadable)
{
    auto bytes = write_keys(two_slots(), SecretKey::random());
    for (std::size_t size = 0; size < bytes.size(); ++size)
        EXPECT_FALSE(is_readable({bytes.begin(), bytes.begin() + static_cast<std::ptrdiff_t>(size)})) << size;
    bytes.push_back(0);
    EXPECT_FALSE(is_readable(bytes));
}

TEST(KeysFile, TellsForeignNewerAndDamagedApart)
{
    auto bytes = write_keys(two_slots(), SecretKey::random());
    const std::variant<KeysFile, KeysProblem> foreign{KeysProblem::not_ours};
    const std::variant<KeysFile, KeysProblem> newer{KeysProblem::too_new};
    const std::variant<KeysFile, KeysProblem> damaged{KeysProblem::damaged};

    EXPECT_EQ(parse_keys({}), foreign);
    const std::string text = "A shopping list, long enough to hold a header and a slot or two, if it were one of ours.";
    EXPECT_EQ(parse_keys(std::vector<std::uint8_t>(text.begin(), text.end())), foreign);

    bytes[100] ^= 1U;
    EXPECT_EQ(parse_keys(bytes), damaged);
    bytes[8] = 2;
    EXPECT_EQ(parse_keys(bytes), newer);
}

TEST(KeysFile, IsDamagedAndNotNewerWhereABitOfItsFormatHasTurnedOver)
{
    const auto good = write_keys(two_slots(), SecretKey::random());
    const std::variant<KeysFile, KeysProblem> damaged{KeysProblem::damaged};
    for (unsigned bit = 0; bit < 32; ++bit) {
        auto bytes = good;
        bytes[8 + bit / 8] ^= static_cast<std::uint8_t>(1U << (bit % 8));
        EXPECT_EQ(parse_keys(bytes), damaged) << bit;
    }
}

TEST(KeysFile, AClaimOfManySlotsCostsNothing)
{
    auto bytes = write_keys(two_slots(), SecretKey::random());
    for (const int claim : {0, 1, 3, 65, 255}) {
        std::fill_n(bytes.begin() + 12, 4, static_cast<std::uint8_t>(claim));
        EXPECT_FALSE(is_readable(bytes));
    }
}

TEST(KeyCost, StaysWithinItsLimits)
{
    const auto is_allowed = [](unsigned passes, std::size_t memory) {
        return KeyCost{.passes = passes, .memory_bytes = memory}.is_allowed();
    };
    EXPECT_TRUE(KeyCost{}.is_allowed());
    EXPECT_TRUE(KeyCost::smallest().is_allowed());
    EXPECT_TRUE(is_allowed(1, 2ULL << 30));
    EXPECT_FALSE(is_allowed(1, (2ULL << 30) + 1024));
    EXPECT_FALSE(is_allowed(1, (64ULL << 20) - 1024));
    EXPECT_FALSE(is_allowed(1, (64ULL << 20) + 1));
    EXPECT_FALSE(is_allowed(0, 64ULL << 20));
    EXPECT_FALSE(is_allowed(65, 64ULL << 20));
}

TEST(KeysFile, ASlotThatAsksForTooMuchMemoryIsDamaged)
{
    auto file = two_slots();
    file.slots[1].cost.memory_bytes = 4ULL << 30;
    EXPECT_FALSE(is_readable(write_keys(file, SecretKey::random())));
    file.slots[1].cost.memory_bytes = 1ULL << 20;
    EXPECT_FALSE(is_readable(write_keys(file, SecretKey::random())));
}

TEST(KeysFile, ASlotOfSomebodyWhoIsYetToComeIsDamaged)
{
    auto file = two_slots();
    file.next_person = 3;
    EXPECT_TRUE(is_readable(write_keys(file, SecretKey::random())));
    file.next_person = 2;
    EXPECT_FALSE(is_readable(write_keys(file, SecretKey::random())));
}

TEST(KeySlot, OpensForItsSecretInItsVaultOnly)
{
    const CasebookKeys keys{.id = {1}, .person = 3, .vault = SecretKey::random(), .drawer = SecretKey::random()};
    const auto slot = seal_slot(keys, KeySlot::Kind::password, "a b c", KeyCost::smallest());

    const auto opened = open_slot(slot, keys.id, "a b c");
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->vault == keys.vault && opened->drawer == keys.drawer);
    EXPECT_EQ(opened->person, 3u);

    EXPECT_FALSE(open_slot(slot, keys.id, "a b d"));
    EXPECT_FALSE(open_slot(slot, VaultId{2}, "a b c"));
    auto of_another = slot;
    of_another.person = 4;
    EXPECT_FALSE(open_slot(of_another, keys.id, "a b c"));
}

TEST(KeySlot, APasswordIsTheSameHoweverItsAccentsAreTyped)
{
    const CasebookKeys keys{.vault = SecretKey::random(), .drawer = SecretKey::random()};
    const auto slot = seal_slot(keys, KeySlot::Kind::password, "caf\xC3\xA9 \xEF\xAC\x81n", KeyCost::smallest());
    EXPECT_TRUE(open_slot(slot, keys.id, "cafe\xCC\x81 fin"));
    EXPECT_FALSE(open_slot(slot, keys.id, "cafe fin"));
}

TEST(Password, MustBeTextOfAReasonableLength)
{
    EXPECT_EQ(problem_with("x"), std::nullopt);
    EXPECT_EQ(problem_with(""), PasswordProblem::empty);
    EXPECT_EQ(problem_with(std::string(1'000'000, 'x')), std::nullopt);
    EXPECT_EQ(problem_with(std::string(1'000'001, 'x')), PasswordProblem::too_long);
    EXPECT_EQ(problem_with("\xFF\xFE"), PasswordProblem::not_text);
    EXPECT_EQ(problem_with("\xE5\xAF\x86\xE7\xA0\x81 \xD9\x83\xD9\x84\xD9\x85\xD8\xA9"), std::nullopt);
}

TEST(SecretKey, GivesADifferentKeyForEachPurpose)
{
    const auto key = SecretKey::random();
    const auto record = subkey(key, Purpose::record_database);
    EXPECT_TRUE(record == subkey(key, Purpose::record_database));
    EXPECT_FALSE(record == subkey(key, Purpose::keys_mac));
    EXPECT_FALSE(record == key);
    static_assert(!std::is_copy_constructible_v<SecretKey>);
}
