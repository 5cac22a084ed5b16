#include "storage/backup_file.h"
#include "storage/backups.h"
#include "storage/output_place.h"
#include "tests/support/file_bytes.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/tampering.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>

/// Where nothing is ever printed, exported or newly made.
namespace {

namespace fs = std::filesystem;
using storage::OutputProblem;
using storage::problem_with_output;

class OutputPlace : public testing::Test {
protected:
    fs::path casebook() const { return practice_.folder(); }
    fs::path beside(const char* name) const { return casebook().parent_path() / name; }

    /// A backup of the casebook under another name than backups have.
    fs::path backup() const
    {
        auto open = practice_.open();
        const auto made =
            storage::prove(open.copy_for_backup(beside("a.mendline-backup"), {}), storage::prove_databases, {});
        fs::rename(made.file, beside("holiday.pdf"));
        return beside("holiday.pdf");
    }

    tests::QuickCasebook practice_{};
};

TEST_F(OutputPlace, IsAnywhereElse)
{
    EXPECT_EQ(problem_with_output(beside("summary.pdf")), std::nullopt);
    std::ofstream{beside("summary.pdf")} << "a page";
    EXPECT_EQ(problem_with_output(beside("summary.pdf")), std::nullopt);
    EXPECT_EQ(problem_with_output(beside("New.casebook")), std::nullopt);
    EXPECT_EQ(problem_with_output("summary.pdf"), std::nullopt);
    EXPECT_EQ(problem_with_output(""), std::nullopt);
    EXPECT_EQ(problem_with_output("/dev/null"), std::nullopt);
}

TEST_F(OutputPlace, IsNotInACasebook)
{
    for (const char* name : {"", "record.db", "keys", "record.db-journal", "new.pdf", "backups", "backups/new.csv",
                             "no/such/folder/new.csv", "backups/../new.csv"}) {
        EXPECT_EQ(problem_with_output(casebook() / name), OutputProblem::in_casebook) << name;
    }
}

TEST_F(OutputPlace, IsNotInACasebookThatIsReachedBySomeOtherWay)
{
    fs::create_directory_symlink(casebook(), beside("shortcut"));
    fs::create_symlink(casebook() / "record.db", beside("letter.pdf"));
    EXPECT_EQ(problem_with_output(beside("shortcut/new.pdf")), OutputProblem::in_casebook);
    EXPECT_EQ(problem_with_output(beside("letter.pdf")), OutputProblem::in_casebook);
    EXPECT_EQ(problem_with_output(beside("gone/../Practice.casebook/new.pdf")), OutputProblem::in_casebook);
}

TEST_F(OutputPlace, IsNotInACasebookOfAnotherNameOrWithoutItsKeysOrItsRecord)
{
    fs::rename(casebook(), beside("Old records"));
    EXPECT_EQ(problem_with_output(beside("Old records/new.pdf")), OutputProblem::in_casebook);
    fs::remove(beside("Old records/keys"));
    fs::remove(beside("Old records/keys.bak"));
    EXPECT_EQ(problem_with_output(beside("Old records/new.pdf")), OutputProblem::in_casebook);
    fs::rename(beside("Old records"), casebook());
    fs::remove(casebook() / "record.db");
    EXPECT_EQ(problem_with_output(casebook() / "new.pdf"), OutputProblem::in_casebook);
}

TEST_F(OutputPlace, IsNoBackupWhateverItIsCalledAndHoweverDamagedItIs)
{
    const fs::path file = backup();
    EXPECT_EQ(problem_with_output(file), OutputProblem::on_backup);
    tests::overwrite(file, tests::bytes_of(file).substr(0, 20));
    EXPECT_EQ(problem_with_output(file), OutputProblem::on_backup);
    std::ofstream{beside("b.mendline-backup")} << "nothing of it is left";
    EXPECT_EQ(problem_with_output(beside("b.mendline-backup")), OutputProblem::on_backup);
    EXPECT_EQ(problem_with_output(beside("c.mendline-backup")), std::nullopt) << "it is yet to be made";
}

} // namespace
