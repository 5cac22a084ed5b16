#include "app/presenters/change_password_presenter.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>

namespace {

using app::ChangePasswordPresenter;
using app::StartProblem;
using app::StartTrouble;

TEST(ChangePassword, NeedsTheOldOneAndEndsIt)
{
    const tests::CasebookOnDisk practice;
    {
        const auto casebook = practice.open();
        ChangePasswordPresenter change{practice.folder(), app::at_once, storage::vault::KeyCost::smallest()};

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
    const auto casebook = practice.open();
    std::function<void()> afterwards;
    ChangePasswordPresenter change{practice.folder(), [&](const auto& task) { afterwards = task(); },
                                   storage::vault::KeyCost::smallest()};
    EXPECT_TRUE(change.may_leave());
    change.change("password", "new", "new");
    EXPECT_FALSE(change.may_leave());
    afterwards();
    EXPECT_TRUE(change.may_leave());
    EXPECT_TRUE(change.screen().is_done);
}

} // namespace
