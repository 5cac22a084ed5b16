#include "storage/vault/people.h"
#include "storage/vault/rebuild.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/temporary_folder.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <string>
#include <utility>
#include <vector>

using namespace storage::vault;
using storage::StorageErrorKind;
using tests::bytes_of;
using tests::failure_of;
namespace fs = std::filesystem;

namespace {

/// A folder of keys in which person 1 has the password "first".
class People : public testing::Test {
protected:
    People() { write_both(folder(), made_.vault); }

    fs::path folder() const { return temporary_.path(); }
    OpenVault& vault() { return made_.vault; }
    const RecoverySheet& sheet() const { return made_.sheet; }

    NewPerson add(std::string_view password)
    {
        auto fresh = seal_person(vault(), password, KeyCost::smallest());
        add_person(folder(), vault(), fresh.person);
        return fresh;
    }
    std::optional<StorageErrorKind> failure_with(std::string_view password) const
    {
        return failure_of([&] { unlock(folder(), password); });
    }
    std::optional<StorageErrorKind> failure_with(const RecoveryCode& code) const
    {
        return failure_of([&] { unlock_with_recovery(folder(), code); });
    }
    /// Looks as whoever opens the casebook does: wrong passwords of before are forgotten.
    std::vector<Person> people_on_disk() const
    {
        auto opened = unlock(folder(), "first");
        finish_unlocking(folder(), opened);
        return people_of(opened.file);
    }

private:
    tests::TemporaryFolder temporary_;
    NewVault made_ = make_vault("first", KeyCost::smallest());
};

SealedPerson from_sheet(const RecoverySheet& sheet, std::string_view password, const KeysFile& others)
{
    return seal_from_sheet(parse_sheet_text(sheet.slot).value(), sheet.code, password, KeyCost::smallest(), others);
}

} // namespace

TEST_F(People, ShareTheRecordAndHaveADrawerEach)
{
    const auto second = add("second");
    const auto by_first = unlock(folder(), "first");
    const auto by_second = unlock(folder(), "second");

    EXPECT_EQ(by_first.keys.person, 1u);
    EXPECT_EQ(by_second.keys.person, 2u);
    EXPECT_TRUE(by_second.keys.vault == by_first.keys.vault);
    EXPECT_FALSE(by_second.keys.drawer == by_first.keys.drawer);
    EXPECT_EQ(unlock_with_recovery(folder(), second.sheet.code).keys.person, 2u);
    EXPECT_EQ(unlock_with_recovery(folder(), sheet().code).keys.person, 1u);
    EXPECT_EQ(failure_with("third"), StorageErrorKind::wrong_password);
    EXPECT_EQ(people_on_disk(), (std::vector<Person>{1, 2}));
    EXPECT_EQ(bytes_of(folder() / "keys"), bytes_of(folder() / "keys.bak"));
}

TEST_F(People, AreNotInTheFileUntilTheyAreAdded)
{
    const auto before = bytes_of(folder() / "keys");
    const auto sealed = seal_person(vault(), "second", KeyCost::smallest());
    EXPECT_EQ(bytes_of(folder() / "keys"), before);
    EXPECT_EQ(failure_with("second"), StorageErrorKind::wrong_password);
    add_person(folder(), vault(), sealed.person);
    EXPECT_EQ(failure_of([&] { add_person(folder(), vault(), sealed.person); }), StorageErrorKind::exists);
}

TEST_F(People, NeverHaveTheNumberOfSomebodyWhoWasThere)
{
    add("second");
    remove_person(folder(), vault(), 2);
    EXPECT_EQ(add("another").person.keys.person, 3u);
    EXPECT_EQ(unlock(folder(), "another").file.next_person, 4u);
}

TEST_F(People, CannotHaveOnePasswordForTwo)
{
    EXPECT_EQ(failure_of([&] { add("first"); }), StorageErrorKind::exists);
    add("second");
    EXPECT_EQ(failure_of([&] { change_password(folder(), vault(), "second", KeyCost::smallest()); }),
              StorageErrorKind::exists);
    EXPECT_EQ(unlock(folder(), "second").keys.person, 2u);
    change_password(folder(), vault(), "first", KeyCost::smallest());
    EXPECT_EQ(failure_with("first"), std::nullopt) << "one's own may be set anew";
}

TEST_F(People, AreGoneOnceRemovedWithTheirPasswordAndTheirSheet)
{
    const auto second = add("second");
    remove_person(folder(), vault(), 2);
    EXPECT_EQ(failure_with("second"), StorageErrorKind::wrong_password);
    EXPECT_EQ(failure_with(second.sheet.code), StorageErrorKind::wrong_password);
    EXPECT_EQ(failure_with("first"), std::nullopt);
    EXPECT_EQ(people_on_disk(), std::vector<Person>{1});
    EXPECT_EQ(bytes_of(folder() / "keys"), bytes_of(folder() / "keys.bak"));
}

TEST_F(People, AreNotAllRemoved)
{
    EXPECT_EQ(failure_of([&] { remove_person(folder(), vault(), 1); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_of([&] { remove_person(folder(), vault(), 2); }), StorageErrorKind::not_found);
    add("second");
    remove_person(folder(), vault(), 1);
    EXPECT_EQ(failure_of([&] { remove_person(folder(), vault(), 2); }), StorageErrorKind::refused);
    EXPECT_EQ(failure_with("second"), std::nullopt);
}

TEST_F(People, ComeBackWithTheirSheet)
{
    const auto second = add("second");
    remove_person(folder(), vault(), 2);
    add_person(folder(), vault(), from_sheet(second.sheet, "back again", vault().file));

    const auto back = unlock(folder(), "back again");
    EXPECT_EQ(back.keys.person, 2u);
    EXPECT_TRUE(back.keys.drawer == second.person.keys.drawer) << "with the private notes of before";
    EXPECT_EQ(failure_with(second.sheet.code), std::nullopt);
    EXPECT_EQ(failure_of([&] { from_sheet(second.sheet, "first", vault().file); }), StorageErrorKind::exists);
}

TEST_F(People, OfAnotherCasebookAreRefused)
{
    const auto other = make_vault("other", KeyCost::smallest());
    const auto stranger = seal_person(other.vault, "stranger", KeyCost::smallest());
    EXPECT_EQ(failure_of([&] { add_person(folder(), vault(), stranger.person); }), StorageErrorKind::refused);
    EXPECT_EQ(people_on_disk(), std::vector<Person>{1});
}

TEST_F(People, LeaveRoomForAChangeOfPassword)
{
    auto sealed = seal_person(vault(), "crowd", KeyCost::smallest());
    std::optional<StorageErrorKind> failure;
    while (!failure) {
        failure = failure_of([&] { add_person(folder(), vault(), sealed.person); });
        const auto next = vault().file.next_person;
        sealed.person.keys.person = sealed.person.password.person = sealed.person.recovery.person = next;
    }
    EXPECT_EQ(failure, StorageErrorKind::refused);
    EXPECT_EQ(people_of(vault().file).size(), 31u);
    replace_password(folder(), vault(), seal_slot(vault().keys, KeySlot::Kind::password, "newer", KeyCost::smallest()));
    EXPECT_EQ(failure_with("newer"), std::nullopt);
}

TEST_F(People, GetANewSheetThatMakesTheOldOneVoid)
{
    const auto fresh = seal_sheet(vault().keys);
    EXPECT_EQ(failure_with(sheet().code), std::nullopt) << "as long as the new one is only sealed";
    replace_sheet(folder(), vault(), fresh);

    EXPECT_EQ(failure_with(sheet().code), StorageErrorKind::wrong_password);
    EXPECT_EQ(failure_with(fresh.sheet.code), std::nullopt);
    EXPECT_EQ(failure_with("first"), std::nullopt);
    const auto from_paper = unlock_sheet(parse_sheet_text(fresh.sheet.slot).value(), fresh.sheet.code);
    EXPECT_TRUE(from_paper.drawer == vault().keys.drawer);
    EXPECT_EQ(people_on_disk(), std::vector<Person>{1});
    EXPECT_EQ(bytes_of(folder() / "keys"), bytes_of(folder() / "keys.bak"));
}

TEST_F(People, KeepTheSheetsOfOthersWhenOneGetsANewOne)
{
    const auto second = add("second");
    replace_sheet(folder(), vault(), seal_sheet(vault().keys));
    EXPECT_EQ(failure_with(second.sheet.code), std::nullopt);
}

TEST_F(People, StayAsTheyWereWhenTheDiskIsFull)
{
    add("second");
    const auto size = fs::file_size(folder() / "keys");
    const auto third = seal_person(vault(), "third", KeyCost::smallest());
    const auto fresh = seal_sheet(vault().keys);
    const auto before = vault().file.slots;
    for (const std::size_t limit : {std::size_t{0}, std::size_t{1}, size - 300, size - 272 - 1, size, size + 135}) {
        std::vector<std::optional<StorageErrorKind>> failures;
        {
            const tests::FileSizeLimit full{limit};
            failures.push_back(failure_of([&] { add_person(folder(), vault(), third.person); }));
            failures.push_back(failure_of([&] { replace_sheet(folder(), vault(), fresh); }));
            if (limit < size - 272)
                failures.push_back(failure_of([&] { remove_person(folder(), vault(), 2); }));
        }
        for (const auto& failure : failures)
            EXPECT_EQ(failure, StorageErrorKind::full) << limit;
        EXPECT_EQ(vault().file.slots, before) << limit;
        EXPECT_EQ(unlock(folder(), "second").file.slots, before) << limit;
    }
    add_person(folder(), vault(), third.person);
    EXPECT_EQ(people_on_disk(), (std::vector<Person>{1, 2, 3}));
}

TEST(PrivateNotes, LieInAFileOfTheirOwnForEachPerson)
{
    EXPECT_EQ(private_file_name(1), "private.db");
    EXPECT_EQ(private_file_name(2), "private-2.db");
    EXPECT_EQ(private_file_name(17), "private-17.db");
}
