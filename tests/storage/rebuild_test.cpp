#include "storage/casebook_folder.h"
#include "storage/vault/rebuild.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/temporary_folder.h"

#include <SQLiteCpp/Statement.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

using namespace storage::vault;
using storage::StorageErrorKind;
using testing::ElementsAre;
using testing::IsEmpty;
using tests::bytes_of;
using tests::failure_of;
using tests::overwrite;
namespace fs = std::filesystem;

namespace {

/// A casebook with something in it; its password is "lost", and all that is left is paper.
class Rebuild : public testing::Test {
protected:
    Rebuild()
    {
        storage::make_folder(folder(), made_.vault,
                             [](storage::OpenFiles& files) { files.record.exec("CREATE TABLE kept AS SELECT 42 x"); });
    }

    fs::path folder() const { return temporary_.path() / "Practice.casebook"; }
    fs::path keys() const { return folder() / "keys"; }
    fs::path copy() const { return folder() / "keys.bak"; }
    OpenVault& vault() { return made_.vault; }

    /// What stands on the sheet, read as a person types it.
    SheetSlot sheet() const { return parse_sheet_text(made_.sheet.slot).value(); }
    RecoveryCode code() const { return std::get<RecoveryCode>(parse_recovery_code(made_.sheet.code.text())); }

    SealedPerson sealed(std::string_view password = "found") const
    {
        return seal_from_sheet(sheet(), code(), password, KeyCost::smallest());
    }
    int kept(const CasebookKeys& with) const
    {
        return storage::open_files(folder(), with).record.execAndGet("SELECT x FROM kept").getInt();
    }
    std::vector<std::string> set_aside() const
    {
        std::vector<std::string> names;
        for (const auto& entry : fs::directory_iterator{folder()})
            if (entry.path().filename().string().starts_with("keys.damaged"))
                names.push_back(entry.path().filename().string());
        std::ranges::sort(names);
        return names;
    }

private:
    tests::TemporaryFolder temporary_;
    NewVault made_ = make_vault("lost", KeyCost::smallest());
};

} // namespace

TEST_F(Rebuild, OpensTheRecordFromTheSheetAloneWhenTheKeysAreGone)
{
    fs::remove(keys());
    fs::remove(copy());

    auto person = sealed();
    EXPECT_EQ(kept(person.keys), 42) << "the proof, before anything is written";
    rebuild_keys(folder(), std::move(person), {.number = 7, .mac = {9}});
    EXPECT_EQ(bytes_of(keys()), bytes_of(copy()));

    const auto opened = unlock(folder(), "found");
    EXPECT_EQ(kept(opened.keys), 42);
    EXPECT_EQ(opened.file.head, (storage::LogHead{.number = 7, .mac = {9}}));
    EXPECT_TRUE(opened.keys.drawer == vault().keys.drawer);
    EXPECT_EQ(failure_of([&] { unlock_with_recovery(folder(), code()); }), std::nullopt) << "the sheet stays good";
    EXPECT_EQ(failure_of([&] { unlock(folder(), "lost"); }), StorageErrorKind::wrong_password);
    EXPECT_THAT(set_aside(), IsEmpty());
}

TEST_F(Rebuild, IsWhatUnlockingAsksForWhenTheKeysAreDamagedOrGone)
{
    const auto failure = [&] { return failure_of([&] { unlock(folder(), "lost"); }); };
    overwrite(keys(), tests::with_flipped_bit(bytes_of(keys()), 150 * 8));
    EXPECT_EQ(failure(), std::nullopt) << "one copy is enough";
    overwrite(keys(), "rubbish");
    overwrite(copy(), "rubbish");
    EXPECT_EQ(failure(), StorageErrorKind::keys_lost);
    fs::remove(keys());
    fs::remove(copy());
    EXPECT_EQ(failure(), StorageErrorKind::keys_lost);
    fs::remove(folder() / "record.db");
    EXPECT_EQ(failure(), StorageErrorKind::not_ours) << "there is nothing to bring back";
}

TEST_F(Rebuild, KeepsDamagedKeysAsideAndCountsOn)
{
    change_password(folder(), vault(), "another", KeyCost::smallest());
    const auto generation = vault().file.generation;
    const auto damaged = tests::with_flipped_bit(bytes_of(keys()), 150 * 8);
    overwrite(keys(), damaged);
    overwrite(copy(), "rubbish");

    const auto rebuilt = rebuild_keys(folder(), sealed());
    EXPECT_EQ(rebuilt.file.generation, generation + 1);
    EXPECT_THAT(set_aside(), ElementsAre("keys.damaged-1", "keys.damaged-2"));
    EXPECT_EQ(bytes_of(folder() / "keys.damaged-1"), damaged);
    EXPECT_EQ(bytes_of(folder() / "keys.damaged-2"), "rubbish");
    EXPECT_EQ(kept(unlock(folder(), "found").keys), 42);

    overwrite(keys(), "again");
    fs::remove(copy());
    rebuild_keys(folder(), sealed("once more"));
    EXPECT_THAT(set_aside(), ElementsAre("keys.damaged-1", "keys.damaged-2", "keys.damaged-3"));
    EXPECT_EQ(bytes_of(folder() / "keys.damaged-1"), damaged);
}

TEST_F(Rebuild, DoesNotBelieveAGenerationThatComesToAnEnd)
{
    auto damaged = bytes_of(keys());
    std::fill_n(damaged.begin() + 16, 8, '\xFF');
    overwrite(keys(), damaged);
    fs::remove(copy());
    EXPECT_EQ(rebuild_keys(folder(), sealed()).file.generation, 1u);
}

TEST_F(Rebuild, NeverTakesThePlaceOfGoodKeys)
{
    const auto good = bytes_of(keys());
    EXPECT_EQ(failure_of([&] { rebuild_keys(folder(), sealed()); }), StorageErrorKind::exists);

    overwrite(keys(), "rubbish");
    EXPECT_EQ(failure_of([&] { rebuild_keys(folder(), sealed()); }), StorageErrorKind::exists);
    EXPECT_EQ(bytes_of(copy()), good);
    EXPECT_THAT(set_aside(), IsEmpty());
    EXPECT_EQ(failure_of([&] { unlock(folder(), "lost"); }), std::nullopt);

    auto newer = good;
    newer[8] = 2;
    newer += "and something that only the newer one knows";
    overwrite(keys(), newer);
    overwrite(copy(), newer);
    EXPECT_EQ(failure_of([&] { rebuild_keys(folder(), sealed()); }), StorageErrorKind::too_new);
    EXPECT_EQ(bytes_of(keys()), newer);
}

TEST_F(Rebuild, TakesThePlaceOfTheKeysOfAnotherCasebook)
{
    write_both(folder(), make_vault("other", KeyCost::smallest()).vault);
    const auto foreign = bytes_of(keys());
    rebuild_keys(folder(), sealed());
    EXPECT_EQ(kept(unlock(folder(), "found").keys), 42);
    EXPECT_EQ(bytes_of(folder() / "keys.damaged-1"), foreign);
}

TEST_F(Rebuild, OfAnotherSheetOpensNothing)
{
    fs::remove(keys());
    fs::remove(copy());
    const auto other = make_vault("other", KeyCost::smallest());
    const auto other_slot = parse_sheet_text(other.sheet.slot).value();
    EXPECT_EQ(failure_of([&] { seal_from_sheet(other_slot, code(), "x", KeyCost::smallest()); }),
              StorageErrorKind::wrong_password);
    const auto stranger = seal_from_sheet(other_slot, other.sheet.code, "x", KeyCost::smallest());
    EXPECT_NE(failure_of([&] { kept(stranger.keys); }), std::nullopt) << "the proof that the caller makes";
    EXPECT_FALSE(fs::exists(keys()));
}

TEST_F(Rebuild, RefusesAnUnusablePasswordAndASlotThatIsOfNoSheet)
{
    EXPECT_EQ(failure_of([&] { sealed(""); }), StorageErrorKind::refused);
    const SheetSlot of_a_password{.vault = vault().keys.id, .slot = vault().file.slots.front()};
    EXPECT_EQ(failure_of([&] { seal_from_sheet(of_a_password, code(), "x", KeyCost::smallest()); }),
              StorageErrorKind::refused);
}

TEST_F(Rebuild, CanBeDoneAgainAfterTheDiskWasFull)
{
    overwrite(keys(), "rubbish");
    overwrite(copy(), "rubbish");
    std::optional<StorageErrorKind> failure;
    auto person = sealed();
    {
        const tests::FileSizeLimit full{100};
        failure = failure_of([&] { rebuild_keys(folder(), std::move(person)); });
    }
    EXPECT_EQ(failure, StorageErrorKind::full);
    rebuild_keys(folder(), sealed());
    EXPECT_EQ(kept(unlock(folder(), "found").keys), 42);
    EXPECT_THAT(set_aside(), ElementsAre("keys.damaged-1", "keys.damaged-2"));
}

TEST_F(Rebuild, GivesNobodyTheNumberOfSomebodyWhoHasPrivateNotes)
{
    const auto second = seal_person(vault(), "second", KeyCost::smallest());
    add_person(folder(), vault(), second.person);
    overwrite(folder() / "private-2.db", "theirs");
    overwrite(folder() / "private-x.db", "nobody's");
    fs::remove(keys());
    fs::remove(copy());

    auto rebuilt = rebuild_keys(folder(), sealed());
    EXPECT_EQ(rebuilt.file.next_person, 3u);
    add_person(folder(), rebuilt,
               seal_from_sheet(parse_sheet_text(second.sheet.slot).value(), second.sheet.code, "second again",
                               KeyCost::smallest(), rebuilt.file));
    const auto back = unlock(folder(), "second again");
    EXPECT_EQ(back.keys.person, 2u);
    EXPECT_TRUE(back.keys.drawer == second.person.keys.drawer);
}
