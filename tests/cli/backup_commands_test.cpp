#include "storage/vault/vault.h"
#include "tests/cli/command.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <regex>
#include <set>

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;
using testing::IsEmpty;
using tests::mendline_cli;
using tests::PracticeWithSheet;

/// A practice with two clients, and ways to back it up.
class BackupCommands : public testing::Test {
protected:
    BackupCommands()
    {
        practice_.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\nB-2,2026-01-06,phq-9,9\n");
        EXPECT_EQ(practice_("import-scores", {practice_.file("scores.csv")}).status, 0);
    }

    std::string file(const std::string& name) const { return practice_.file(name); }
    std::string backup() const { return file("a.mendline-backup"); }

    tests::Outcome back_up() const { return practice_("backup", {"--to", backup()}); }
    tests::Outcome restore(const std::string& password = "password") const
    {
        return mendline_cli({"restore", backup(), "--to", file("Again.casebook"), "--password-file", file(password)});
    }

    std::set<std::string> names() const
    {
        std::set<std::string> names;
        for (const auto& entry : fs::directory_iterator{fs::path{practice_.casebook()}.parent_path()}) {
            names.insert(entry.path().filename().string());
        }
        return names;
    }

    PracticeWithSheet practice_{};
};

TEST_F(BackupCommands, BringBackWhatWasThere)
{
    const auto made = back_up();
    ASSERT_EQ(made.status, 0) << made.complaint;
    EXPECT_THAT(made.output, HasSubstr("a verified backup of Practice"));
    EXPECT_THAT(made.complaint, IsEmpty()) << "progress is for terminals";

    const auto restored = restore();
    ASSERT_EQ(restored.status, 0) << restored.complaint;
    EXPECT_THAT(restored.output, HasSubstr("2 clients, 0 signed notes"));
    const auto clients = mendline_cli({"clients", file("Again.casebook"), "--password-file", file("password")});
    EXPECT_EQ(clients.output, practice_("clients").output);
    EXPECT_THAT(clients.output, HasSubstr("B-2"));
}

TEST_F(BackupCommands, SayWhoWasErasedSinceAndIsBack)
{
    ASSERT_EQ(back_up().status, 0);
    ASSERT_EQ(practice_("erase-client",
                        {"--client", "A-1", "--ground", "legal-duty", "--reason", "Asked for", "--yes-erase", "A-1"})
                  .status,
              0);
    EXPECT_THAT(restore().output, HasSubstr("Whether a client was erased since this backup could not be found out"));
    fs::remove_all(file("Again.casebook"));

    const auto restored = mendline_cli({"restore", backup(), "--to", file("Again.casebook"), "--instead-of",
                                        practice_.casebook(), "--password-file", file("password")});
    EXPECT_THAT(restored.output, testing::ContainsRegex("Since this backup, A-1 was erased on .* \\(legal duty\\); it "
                                                        "is back in the restored casebook"));
    fs::remove_all(file("Again.casebook"));

    const auto inside = fs::path{practice_.casebook()} / "backups" / "2026-01-07T08-00-00Z.mendline-backup";
    fs::copy_file(backup(), inside);
    const auto around =
        mendline_cli({"restore", inside, "--to", file("Again.casebook"), "--password-file", file("password")});
    EXPECT_THAT(around.output, HasSubstr("A-1 was erased on"));

    const auto nowhere = mendline_cli({"restore", backup(), "--to", file("Third.casebook"), "--instead-of",
                                       file("None.casebook"), "--password-file", file("password")});
    EXPECT_EQ(nowhere.status, 1);
    EXPECT_THAT(nowhere.complaint, HasSubstr("There is no casebook at"));
    EXPECT_FALSE(fs::exists(file("Third.casebook")));
}

TEST_F(BackupCommands, RefuseWhereSomethingIsAlready)
{
    practice_.write("a.mendline-backup", "mine");
    const auto made = back_up();
    EXPECT_EQ(made.status, 1);
    EXPECT_THAT(made.complaint, HasSubstr("already exists"));
    EXPECT_EQ(tests::bytes_of(backup()), "mine");

    fs::remove(backup());
    ASSERT_EQ(back_up().status, 0);
    const auto restored =
        mendline_cli({"restore", backup(), "--to", practice_.casebook(), "--password-file", file("password")});
    EXPECT_EQ(restored.status, 1);
    EXPECT_THAT(restored.complaint, HasSubstr("already exists"));
    EXPECT_EQ(practice_("clients").status, 0);
}

TEST_F(BackupCommands, RestoreNothingWithAWrongPasswordAndLeaveNothing)
{
    ASSERT_EQ(back_up().status, 0);
    practice_.write("wrong", "wrong\n");
    const auto before = names();
    const auto restored = restore("wrong");
    EXPECT_EQ(restored.status, 1);
    EXPECT_THAT(restored.complaint, HasSubstr("That did not open the backup"));
    EXPECT_EQ(names(), before);
}

TEST_F(BackupCommands, SayWhenABackupIsDamagedMissingOrNone)
{
    ASSERT_EQ(back_up().status, 0);
    std::string bytes = tests::bytes_of(backup());
    bytes.at(bytes.size() / 2) = static_cast<char>(bytes.at(bytes.size() / 2) ^ 1);
    practice_.write("a.mendline-backup", bytes);
    EXPECT_THAT(restore().complaint, HasSubstr("This backup is damaged"));
    practice_.write("a.mendline-backup", "client,date\n");
    EXPECT_THAT(restore().complaint, HasSubstr("is not a Mendline backup"));
    fs::remove(backup());
    EXPECT_THAT(restore().complaint, HasSubstr("cannot be read"));
    EXPECT_FALSE(fs::exists(file("Again.casebook")));
}

TEST_F(BackupCommands, SayWhenTheyCannotWriteThere)
{
    const auto made = practice_("backup", {"--to", file("none/a.mendline-backup")});
    EXPECT_EQ(made.status, 1);
    EXPECT_THAT(made.complaint, HasSubstr("A backup cannot be written there"));
}

TEST_F(BackupCommands, TakeTheCodeOfTheRecoverySheet)
{
    const std::string page = tests::words_of_pdf(practice_.sheet());
    const std::regex group{"\\b[0-9A-HJKMNP-TV-Z]{5}\\b"};
    std::string code;
    auto found = std::sregex_iterator{page.begin(), page.end(), group};
    for (int count = 0; count < storage::vault::RecoveryCode::groups && found != std::sregex_iterator{};
         ++count, ++found) {
        code += found->str() + " ";
    }
    ASSERT_EQ(back_up().status, 0);
    practice_.write("code", code + "\n");
    practice_.write("typo", code.substr(6) + "\n");
    const auto wrong =
        mendline_cli({"restore", backup(), "--to", file("Again.casebook"), "--recovery-code-file", file("typo")});
    EXPECT_EQ(wrong.status, 1);
    EXPECT_THAT(wrong.complaint, HasSubstr("is not a recovery code"));
    const auto restored =
        mendline_cli({"restore", backup(), "--to", file("Again.casebook"), "--recovery-code-file", file("code")});
    EXPECT_EQ(restored.status, 0) << restored.complaint;
    EXPECT_THAT(restored.output, HasSubstr("2 clients"));
}

} // namespace
