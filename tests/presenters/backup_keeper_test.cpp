#include "app/presenters/backup_keeper.h"
#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <gtest/gtest.h>

namespace {

namespace fs = std::filesystem;
using namespace date::literals;
using app::BackupKeeper;
using app::BackupProblem;
using app::BackupTrouble;

class Keeper : public testing::Test {
protected:
    tests::QuickCasebook practice_{};
    storage::Casebook casebook_ = practice_.open();
    model::Moment now_ = tests::at(2026_y / 11 / 20, 17, 4);
    app::Clock clock_{.now = [this] { return now_; }, .zone = "Europe/Berlin"};

    std::string line(const BackupKeeper& keeper) const
    {
        return words_for(keeper.screen().standing, clock_.now(), clock_.face());
    }
};

TEST_F(Keeper, SaysWhenTheLastBackupWasProvedAndWarnsAfterSevenDays)
{
    BackupKeeper keeper{casebook_, clock_, app::at_once};
    EXPECT_EQ(line(keeper), "No backup yet");
    EXPECT_TRUE(keeper.screen().standing.is_due);
    EXPECT_TRUE(keeper.is_daily_due());

    keeper.back_up();
    EXPECT_EQ(line(keeper), "Last verified backup: today 18:04");
    EXPECT_FALSE(keeper.screen().standing.is_due);
    EXPECT_FALSE(keeper.is_daily_due());
    ASSERT_TRUE(keeper.screen().made);
    EXPECT_EQ(keeper.screen().backups, std::vector{*keeper.screen().made});

    now_ += std::chrono::hours{25};
    keeper.look();
    EXPECT_EQ(line(keeper), "Last verified backup: yesterday 18:04");
    EXPECT_TRUE(keeper.is_daily_due());
    now_ += std::chrono::hours{24 * 7 - 25};
    keeper.look();
    EXPECT_FALSE(keeper.screen().standing.is_due);
    now_ += std::chrono::hours{1};
    keeper.look();
    EXPECT_TRUE(keeper.screen().standing.is_due);
    EXPECT_EQ(line(keeper), "Last verified backup: 20 Nov 2026, 18:04");
}

TEST_F(Keeper, WantsOneOnClosingOnlyWhenSomethingWasKeptSince)
{
    BackupKeeper keeper{casebook_, clock_, app::at_once};
    keeper.back_up();
    EXPECT_FALSE(keeper.is_wanted_on_closing());
    casebook_.set_practice({.name = "Quiet Street"});
    EXPECT_TRUE(keeper.is_wanted_on_closing());
    keeper.back_up();
    EXPECT_FALSE(keeper.is_wanted_on_closing());
}

TEST_F(Keeper, WantsOneAlsoForWhatAnEarlierSittingKept)
{
    const auto open = [&] { return storage::Casebook{practice_.folder(), practice_.vault(), [this] { return now_; }}; };
    {
        storage::Casebook casebook = std::move(casebook_);
    }
    {
        storage::Casebook casebook = open();
        BackupKeeper{casebook, clock_, app::at_once}.back_up();
        now_ += std::chrono::minutes{5};
        casebook.set_practice({.name = "Quiet Street"});
    }
    storage::Casebook casebook = open();
    BackupKeeper keeper{casebook, clock_, app::at_once};
    EXPECT_TRUE(keeper.is_wanted_on_closing());
    keeper.back_up();
    EXPECT_FALSE(keeper.is_wanted_on_closing());
}

TEST_F(Keeper, IsNotSilencedByABackupOfAClockThatRanAhead)
{
    BackupKeeper keeper{casebook_, clock_, app::at_once};
    keeper.back_up();
    now_ -= std::chrono::hours{24 * 365};
    keeper.look();
    EXPECT_TRUE(keeper.is_daily_due());
    EXPECT_TRUE(keeper.screen().standing.is_due);
}

TEST_F(Keeper, GoesOnWhenTheLineAboutABackupCannotBeKept)
{
    BackupKeeper keeper{casebook_, clock_, app::at_once};
    // The head of the log cannot be written.
    fs::create_directory(practice_.folder() / "keys.new");
    keeper.back_up();
    EXPECT_EQ(keeper.screen().work, BackupKeeper::Work::none);
    EXPECT_EQ(keeper.screen().backups.size(), 1U);
}

TEST_F(Keeper, KeepsACopyOfADamagedCasebookAndSaysThatItDoesNotCount)
{
    {
        storage::Casebook casebook = std::move(casebook_);
        casebook.set_practice({.name = "Quiet Street"});
    }
    tests::tamper(practice_, {"UPDATE practice SET name = 'Another'"});
    storage::Casebook casebook = practice_.open();
    BackupKeeper keeper{casebook, clock_, app::at_once};
    keeper.back_up();
    EXPECT_EQ(keeper.screen().trouble, (BackupTrouble{.problem = BackupProblem::unproved}));
    EXPECT_TRUE(keeper.screen().backups.empty());
    EXPECT_EQ(line(keeper), "No backup yet");
    EXPECT_FALSE(keeper.is_wanted_on_closing()) << "another copy of the same would not count either";
    EXPECT_TRUE(keeper.is_daily_due());
}

TEST_F(Keeper, EntersWhatItMadeAndWhatItCopiedIntoTheLog)
{
    const tests::TemporaryFolder stick;
    BackupKeeper keeper{casebook_, clock_, app::at_once};
    keeper.back_up();
    EXPECT_EQ(casebook_.acts({}, 1).front().kind, model::ActKind::backed_up);
    keeper.copy_to(0, stick.path());
    EXPECT_EQ(casebook_.acts({}, 1).front().kind, model::ActKind::backup_copied);
}

TEST_F(Keeper, TellsWhenThereIsNoRoomAndTheOldOnesStillCount)
{
    BackupKeeper keeper{casebook_, clock_, app::at_once};
    keeper.back_up();
    casebook_.set_practice({.name = "Quiet Street"});
    {
        const tests::FileSizeLimit full{1000};
        keeper.back_up();
    }
    EXPECT_EQ(keeper.screen().trouble,
              (BackupTrouble{.problem = BackupProblem::making, .kind = storage::StorageErrorKind::full}));
    EXPECT_EQ(keeper.screen().work, BackupKeeper::Work::none);
    EXPECT_EQ(keeper.screen().backups.size(), 1U);
    EXPECT_TRUE(keeper.is_wanted_on_closing());
}

TEST_F(Keeper, StopsAndHearsNothingMoreWhenItGoes)
{
    std::function<std::function<void()>()> task;
    std::optional<BackupKeeper> keeper;
    keeper.emplace(casebook_, clock_, [&](const auto& given) { task = given; });
    int told = 0;
    const auto changes = keeper->subscribe([&] { ++told; });
    keeper->back_up();
    EXPECT_EQ(keeper->screen().work, BackupKeeper::Work::backing_up);
    keeper->stop();
    task()();
    EXPECT_EQ(keeper->screen().trouble, BackupTrouble{.problem = BackupProblem::stopped});
    EXPECT_EQ(told, 2);

    keeper->back_up();
    keeper.reset();
    task()();
    EXPECT_TRUE(storage::backups_of(practice_.folder()).empty());
    EXPECT_TRUE(fs::is_empty(storage::backups_folder(practice_.folder())));
}

TEST_F(Keeper, CopiesABackupUnderTheCasebooksName)
{
    const tests::TemporaryFolder stick;
    BackupKeeper keeper{casebook_, clock_, app::at_once};
    keeper.back_up();
    keeper.copy_to(0, stick.path());
    EXPECT_EQ(keeper.screen().copied_to, stick.path().string());
    EXPECT_TRUE(fs::exists(stick.path() / "Practice 2026-11-20T17-04-00Z.mendline-backup"));
    keeper.copy_to(0, stick.path());
    EXPECT_EQ(keeper.screen().trouble,
              (BackupTrouble{.problem = BackupProblem::copying, .kind = storage::StorageErrorKind::exists}));
}

} // namespace
