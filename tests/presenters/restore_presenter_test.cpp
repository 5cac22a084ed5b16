#include "app/presenters/restore_presenter.h"
#include "tests/support/casebooks.h"
#include "tests/support/no_time.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>

#include <sys/wait.h>
#include <unistd.h>

namespace {

namespace fs = std::filesystem;
using namespace date::literals;
using app::BackupProblem;
using app::BackupTrouble;
using app::RestorePresenter;
using testing::HasSubstr;

/// A practice with a client and a backup.
class Restoring : public testing::Test {
protected:
    Restoring()
    {
        storage::make_folder(folder(), made_.vault);
        storage::Casebook casebook{folder(), copy_of(made_.vault), tests::no_time};
        casebook.add_client({.code = "A1", .name = "A. Example"});
        const auto made_at = tests::at(2026_y / 11 / 13, 18);
        backup_ = storage::prove(casebook.copy_for_backup(storage::place_for_backup(folder(), made_at), made_at),
                                 storage::prove_databases, {})
                      .file;
        casebook.add_client({.code = "B1", .name = "B. Example"});
    }

    fs::path folder() const { return place_.path() / "Practice.casebook"; }
    static std::size_t clients_in(const fs::path& casebook)
    {
        const storage::Casebook opened{casebook, storage::vault::unlock(casebook, "password"), tests::no_time};
        return opened.caseload(2026_y / 11 / 20).size();
    }

    tests::TemporaryFolder place_{};
    storage::vault::NewVault made_ = storage::vault::make_vault("password", storage::vault::KeyCost::smallest());
    fs::path backup_{};
};

TEST_F(Restoring, MakesACasebookBesideAndSwapsOnlyWhenAsked)
{
    RestorePresenter restore{backup_, app::OpenCasebook{folder()}, place_.path(), tests::no_time, app::at_once};
    EXPECT_EQ(restore.screen().casebook, "Practice");
    EXPECT_EQ(restore.screen().name, "Practice (restored from 2026-11-13)");
    EXPECT_EQ(restore.screen().in_folder, place_.path().string());

    restore.restore("wrong", restore.screen().name, restore.screen().in_folder);
    EXPECT_EQ(restore.screen().trouble,
              (BackupTrouble{.problem = BackupProblem::restoring, .kind = storage::StorageErrorKind::wrong_password}));
    restore.restore("password", restore.screen().name, restore.screen().in_folder);
    ASSERT_TRUE(restore.screen().restored);
    EXPECT_EQ(restore.screen().restored->clients, 1);
    EXPECT_EQ(clients_in(folder()), 2U);

    const auto put = app::put_in_place(restore.screen().restored->folder, folder(), 2026_y / 11 / 20);
    EXPECT_THAT(put.words, HasSubstr("Practice (before restore of 2026-11-20)"));
    EXPECT_EQ(put.casebook, folder());
    EXPECT_EQ(clients_in(folder()), 1U);
    EXPECT_EQ(clients_in(place_.path() / "Practice (before restore of 2026-11-20).casebook"), 2U);
}

TEST_F(Restoring, ProposesANameThatNothingHas)
{
    fs::create_directory(place_.path() / "Practice (restored from 2026-11-13).casebook");
    const RestorePresenter restore{backup_, app::OpenCasebook{folder()}, place_.path(), tests::no_time, app::at_once};
    EXPECT_EQ(restore.screen().name, "Practice (restored from 2026-11-13, 2)");
}

TEST_F(Restoring, TakesTheCodeOfTheRecoverySheet)
{
    RestorePresenter restore{backup_, std::nullopt, place_.path(), tests::no_time, app::at_once};
    restore.restore(made_.sheet.code.text(), "Again", place_.path());
    ASSERT_TRUE(restore.screen().restored);
    EXPECT_EQ(clients_in(place_.path() / "Again.casebook"), 1U);
}

TEST_F(Restoring, KnowsTheCasebookThatABackupLiesInAlsoWhenItsKeysAreGone)
{
    fs::remove(folder() / "keys");
    fs::remove(folder() / "keys.bak");
    RestorePresenter restore{backup_, std::nullopt, place_.path(), tests::no_time, app::at_once};
    EXPECT_EQ(restore.screen().casebook, "Practice");
    restore.restore("password", restore.screen().name, restore.screen().in_folder);
    ASSERT_TRUE(restore.screen().restored);
    app::put_in_place(restore.screen().restored->folder, folder(), 2026_y / 11 / 20);
    EXPECT_EQ(clients_in(folder()), 1U);
}

TEST_F(Restoring, OffersNoPlaceToABackupOfAnotherCasebook)
{
    const tests::QuickCasebook other;
    const fs::path copy = place_.path() / "Practice 2026-11-13T18-00-00Z.mendline-backup";
    fs::copy_file(backup_, copy);
    RestorePresenter restore{copy, app::OpenCasebook{other.folder()}, place_.path(), tests::no_time, app::at_once};
    EXPECT_EQ(restore.screen().casebook, "");
    EXPECT_EQ(restore.screen().name, "Practice");
    restore.restore("password", "Practice", place_.path());
    EXPECT_EQ(restore.screen().trouble,
              (BackupTrouble{.problem = BackupProblem::restoring, .kind = storage::StorageErrorKind::exists}));
}

TEST_F(Restoring, AsksForWhatIsMissingBeforeItBegins)
{
    RestorePresenter restore{backup_, std::nullopt, place_.path(), tests::no_time, app::at_once};
    const auto trouble_with = [&](const std::string& secret, const std::string& name, const fs::path& in) {
        restore.restore(secret, name, in);
        return restore.screen().trouble.value_or(BackupTrouble{}).problem;
    };
    EXPECT_EQ(trouble_with("password", " ", place_.path()), BackupProblem::name_missing);
    EXPECT_EQ(trouble_with("password", "a/b", place_.path()), BackupProblem::name_unusable);
    EXPECT_EQ(trouble_with("password", ".a", place_.path()), BackupProblem::name_unusable);
    EXPECT_EQ(trouble_with("password", "A", place_.path() / "none"), BackupProblem::folder_missing);
    EXPECT_EQ(trouble_with("", "A", place_.path()), BackupProblem::code_unreadable);
}

TEST_F(Restoring, LearnsFromTheCasebookAroundTheBackupWhoIsBack)
{
    {
        storage::Casebook casebook{folder(), copy_of(made_.vault), tests::no_time};
        casebook.remove_client(casebook.client_with_code("A1").value(), tests::at(2026_y / 11 / 14, 9));
    }
    RestorePresenter restore{backup_, std::nullopt, place_.path(), tests::no_time, app::at_once};
    restore.restore("password", "Again", place_.path());
    ASSERT_TRUE(restore.screen().restored);
    EXPECT_TRUE(restore.screen().restored->is_erased_since_known);
    ASSERT_EQ(restore.screen().restored->erased_since.size(), 1U);
    EXPECT_EQ(restore.screen().restored->erased_since.front().code, "A1");
}

TEST_F(Restoring, LearnsFromTheOpenCasebookWhoIsBackAndKeepsItsLock)
{
    storage::Casebook casebook{folder(), copy_of(made_.vault), tests::no_time};
    casebook.remove_client(casebook.client_with_code("A1").value(), tests::at(2026_y / 11 / 14, 9));
    RestorePresenter restore{backup_, app::what_is_open(casebook), place_.path(), tests::no_time, app::at_once};
    restore.restore("password", "Again", place_.path());
    ASSERT_TRUE(restore.screen().restored);
    EXPECT_EQ(restore.screen().restored->erased_since.size(), 1U);
    const pid_t child = ::fork();
    if (child == 0) {
        try {
            static_cast<void>(storage::open_files(folder(), made_.vault.keys));
            ::_exit(0);
        } catch (const storage::StorageError& error) {
            ::_exit(error.kind == storage::StorageErrorKind::in_use ? 7 : 1);
        }
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    EXPECT_EQ(WEXITSTATUS(status), 7) << "nobody else can open it";
}

TEST_F(Restoring, SaysWhenNobodyCanTellWhoIsBack)
{
    const fs::path copy = place_.path() / "Practice 2026-11-13T18-00-00Z.mendline-backup";
    fs::copy_file(backup_, copy);
    RestorePresenter restore{copy, std::nullopt, place_.path(), tests::no_time, app::at_once};
    restore.restore("password", "Again", place_.path());
    ASSERT_TRUE(restore.screen().restored);
    EXPECT_FALSE(restore.screen().restored->is_erased_since_known);
}

TEST_F(Restoring, SaysAtOnceWhenTheFileIsNoBackup)
{
    fs::remove(backup_);
    tests::overwrite(backup_, "client,date\n");
    RestorePresenter restore{backup_, std::nullopt, place_.path(), tests::no_time, app::at_once};
    EXPECT_EQ(restore.screen().trouble,
              (BackupTrouble{.problem = BackupProblem::restoring, .kind = storage::StorageErrorKind::not_ours}));
}

} // namespace
