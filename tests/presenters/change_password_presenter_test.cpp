#include "app/presenters/change_password_presenter.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>

namespace {

using app::ChangePasswordPresenter;
using app::StartProblem;
using app::StartTrouble;

constexpr auto cheap_cost = storage::vault::KeyCost::smallest();

TEST(ChangePassword, NeedsTheOldOneAndEndsIt)
{
    const tests::CasebookOnDisk practice;
    {
        auto casebook = practice.open();
        ChangePasswordPresenter change{casebook, app::at_once, cheap_cost};

        change.change("wrong", "new", "new");
        EXPECT_EQ(change.screen().trouble, StartTrouble{.problem = StartProblem::old_password_wrong});
        change.change("password", "new", "other");
        EXPECT_EQ(change.screen().trouble, StartTrouble{.problem = StartProblem::passwords_differ});
        EXPECT_FALSE(change.screen().is_done);

        change.change("password", "new", "new");
        EXPECT_TRUE(change.screen().is_done);
        change.change("new", "newer", "newer");
        EXPECT_FALSE(change.screen().trouble);
    }
    EXPECT_THROW(practice.unlock(), storage::StorageError);
    EXPECT_NO_THROW(storage::vault::unlock(practice.folder(), "newer"));
}

TEST(ChangePassword, IsNotLeftBeforeItsOutcomeIsTold)
{
    const tests::CasebookOnDisk practice;
    auto casebook = practice.open();
    std::function<void()> afterwards;
    ChangePasswordPresenter change{casebook, [&](const auto& task) { afterwards = task(); }, cheap_cost};
    EXPECT_TRUE(change.may_leave());
    change.change("password", "new", "new");
    EXPECT_FALSE(change.may_leave());
    afterwards();
    EXPECT_TRUE(change.may_leave());
    EXPECT_TRUE(change.screen().is_done);
}

TEST(ChangePassword, IsOneActOfTheOpenCasebookAndWhatIsDoneAfterItIsKept)
{
    const tests::CasebookOnDisk practice;
    model::ClientId client;
    {
        auto casebook = practice.open();
        ChangePasswordPresenter change{casebook, app::at_once, cheap_cost};
        change.change("password", "new", "new");
        EXPECT_EQ(casebook.acts({}, 1).front().kind, model::ActKind::password_changed);
        client = casebook.add_client({.code = "A1"});
    }
    EXPECT_THROW(practice.unlock(), storage::StorageError);
    const storage::Casebook again{practice.folder(), storage::vault::unlock(practice.folder(), "new"), tests::no_time};
    EXPECT_EQ(again.client(client).details.code, "A1");
    EXPECT_FALSE(again.is_behind_its_keys());
}

TEST(ChangePassword, TheKeysKnowTheLastActBeforeClosing)
{
    const tests::CasebookOnDisk practice;
    std::uint64_t last = 0;
    {
        auto casebook = practice.open();
        ChangePasswordPresenter change{casebook, app::at_once, cheap_cost};
        change.change("password", "new", "new");
        casebook.add_client({.code = "A1"});
        last = casebook.acts({}, 1).front().number;
    }
    EXPECT_EQ(storage::vault::unlock(practice.folder(), "new").file.head.number, last);
}

class TwoPeople : public testing::Test {
protected:
    TwoPeople()
    {
        auto casebook = practice_.open();
        const auto second = storage::vault::seal_person(casebook.vault(), "second", cheap_cost);
        casebook.add_person(second.person, {.name = "Sam Second"});
    }

    tests::CasebookOnDisk practice_;
};

TEST_F(TwoPeople, NobodyChangesTheirPasswordWithAnothersPassword)
{
    auto casebook = practice_.open();
    ChangePasswordPresenter change{casebook, app::at_once, cheap_cost};
    change.change("second", "new", "new");
    EXPECT_EQ(change.screen().trouble, StartTrouble{.problem = StartProblem::old_password_wrong});
}

TEST_F(TwoPeople, ThePasswordOfSomebodyElseIsRefusedWithoutSayingWhose)
{
    auto casebook = practice_.open();
    ChangePasswordPresenter change{casebook, app::at_once, cheap_cost};
    change.change("password", "second", "second");
    ASSERT_EQ(change.screen().trouble, StartTrouble{.problem = StartProblem::password_not_free});
    const std::string words = app::words_for(*change.screen().trouble);
    EXPECT_EQ(words.find("Sam"), std::string::npos);
    EXPECT_EQ(words.find("person"), std::string::npos);
}

} // namespace
