#include "storage/recovery.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

using namespace storage::vault;
using storage::recover_from_sheet;
using storage::StorageErrorKind;
using tests::failure_of;
namespace fs = std::filesystem;

namespace {

/// A casebook with a client in it, whose keys are gone; what is left is paper.
class Recovery : public testing::Test {
protected:
    Recovery()
    {
        storage::make_folder(folder(), made_.vault);
        storage::Casebook casebook{folder(), storage::vault::copy_of(made_.vault), tests::no_time};
        client_ = casebook.add_client({.code = "A1"});
        last_ = casebook.acts({}, 1).front().number;
    }

    fs::path folder() const { return temporary_.path() / "Practice.casebook"; }

    static SealedPerson sealed(const RecoverySheet& sheet)
    {
        return seal_from_sheet(parse_sheet_text(sheet.slot).value(), sheet.code, "found", KeyCost::smallest());
    }
    SealedPerson sealed() const { return sealed(made_.sheet); }

    void lose_keys() const
    {
        fs::remove(folder() / "keys");
        fs::remove(folder() / "keys.bak");
    }

    void expect_client_is_there(const fs::path& place) const
    {
        const storage::Casebook casebook{place, unlock(place, "found"), tests::no_time};
        EXPECT_EQ(casebook.client(client_).details.code, "A1");
        EXPECT_FALSE(casebook.is_behind_its_keys());
    }

    tests::TemporaryFolder temporary_;
    NewVault made_ = make_vault("lost", KeyCost::smallest());
    model::ClientId client_;
    std::uint64_t last_ = 0;
};

} // namespace

TEST_F(Recovery, OpensACasebookWhoseKeysAreGoneAndKnowsWhereItsLogEnds)
{
    lose_keys();
    const auto recovered = recover_from_sheet(folder(), sealed(), tests::no_time);
    EXPECT_FALSE(recovered.has_new_private_notes);
    EXPECT_GE(unlock(folder(), "found").file.head.number, last_);
    expect_client_is_there(folder());
}

TEST_F(Recovery, TheRecordAloneIsEnough)
{
    const fs::path bare = temporary_.path() / "Bare";
    fs::create_directory(bare);
    fs::copy(folder() / "record.db", bare / "record.db");
    EXPECT_TRUE(recover_from_sheet(bare, sealed(), tests::no_time).has_new_private_notes);
    expect_client_is_there(bare);
}

TEST_F(Recovery, TheSheetOfAnotherCasebookTouchesNothing)
{
    lose_keys();
    fs::remove(folder() / "private.db");
    const auto other = make_vault("other", KeyCost::smallest());
    EXPECT_EQ(failure_of([&] { recover_from_sheet(folder(), sealed(other.sheet), tests::no_time); }),
              StorageErrorKind::damaged);
    EXPECT_FALSE(has_keys(folder()));
    EXPECT_FALSE(fs::exists(folder() / "private.db"));
    recover_from_sheet(folder(), sealed(), tests::no_time);
    expect_client_is_there(folder());
}

TEST_F(Recovery, GoodKeysStayAndNothingIsLeftBehind)
{
    fs::remove(folder() / "private.db");
    EXPECT_EQ(failure_of([&] { recover_from_sheet(folder(), sealed(), tests::no_time); }), StorageErrorKind::exists);
    EXPECT_FALSE(fs::exists(folder() / "private.db"));
    EXPECT_NO_THROW(unlock(folder(), "lost"));
}

TEST_F(Recovery, IsEnteredIntoTheLog)
{
    lose_keys();
    recover_from_sheet(folder(), sealed(), [] { return model::Moment{std::chrono::hours{9}}; });
    const storage::Casebook casebook{folder(), unlock(folder(), "found"), tests::no_time};
    const auto acts = casebook.acts({.kinds = {model::ActKind::recovery_used}}, 9);
    ASSERT_EQ(acts.size(), 1u);
    EXPECT_EQ(acts.front().person, 1);
    EXPECT_EQ(acts.front().at, model::Moment{std::chrono::hours{9}});
    EXPECT_FALSE(acts.front().is_damaged);
    auto verification = casebook.verification();
    while (verification.step()) {}
    EXPECT_TRUE(verification.report().is_sound());
}

TEST_F(Recovery, ThatIsRefusedLeavesTheLogAsItWas)
{
    EXPECT_EQ(failure_of([&] { recover_from_sheet(folder(), sealed(), tests::no_time); }), StorageErrorKind::exists);
    const storage::Casebook casebook{folder(), unlock(folder(), "lost"), tests::no_time};
    EXPECT_TRUE(casebook.acts({.kinds = {model::ActKind::recovery_used}}, 9).empty());
}

TEST_F(Recovery, FromTheRecordAloneGivesNobodyTheNumberOfSomebodyItKnows)
{
    {
        storage::Casebook casebook{folder(), unlock(folder(), "lost"), tests::no_time};
        casebook.add_person(seal_person(casebook.vault(), "second", KeyCost::smallest()).person, {.name = "Sam"});
    }
    const fs::path bare = temporary_.path() / "Bare";
    fs::create_directory(bare);
    fs::copy(folder() / "record.db", bare / "record.db");
    EXPECT_EQ(recover_from_sheet(bare, sealed(), tests::no_time).vault.file.next_person, 3u);
}
