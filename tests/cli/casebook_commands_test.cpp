#include "storage/casebook_folder.h"
#include "tests/cli/command.h"
#include "tests/support/places.h"
#include "tests/support/sealed_write.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <chrono>
#include <csignal>
#include <pty.h>
#include <regex>
#include <sstream>
#include <termios.h>
#include <thread>

namespace {

using testing::HasSubstr;
using tests::mendline_cli;
using tests::Practice;
using tests::PracticeWithSheet;

TEST(NewCommand, MakesACasebookThatOnlyItsOwnerMayEnterAndItsRecoverySheet)
{
    const PracticeWithSheet practice;

    EXPECT_EQ(std::filesystem::status(practice.casebook()).permissions(), std::filesystem::perms::owner_all);
    EXPECT_THAT(tests::words_of_pdf(practice.sheet()), HasSubstr("Practice"));
    EXPECT_EQ(practice("clients").status, 0);
}

TEST(NewCommand, OverwritesNeitherACasebookNorASheet)
{
    const PracticeWithSheet practice;
    const std::string before = tests::bytes_of(practice.sheet());

    const auto same_sheet = mendline_cli({"new", practice.file("Other.casebook"), "--recovery-out", practice.sheet(),
                                          "--password-file", practice.file("password")});
    const auto same_casebook = mendline_cli({"new", practice.casebook(), "--recovery-out", practice.file("new.pdf"),
                                             "--password-file", practice.file("password")});

    EXPECT_EQ(same_sheet.status, 1);
    EXPECT_EQ(same_casebook.status, 1);
    EXPECT_EQ(tests::bytes_of(practice.sheet()), before);
    EXPECT_FALSE(std::filesystem::exists(practice.file("Other.casebook")));
    EXPECT_FALSE(std::filesystem::exists(practice.file("new.pdf")));
    EXPECT_EQ(practice("clients").status, 0);
}

TEST(NewCommand, RefusesAnEmptyPassword)
{
    const tests::TemporaryFolder folder;
    const std::string password = folder.path() / "empty";
    std::ofstream{password} << "\n";

    const auto outcome = mendline_cli({"new", folder.path() / "A.casebook", "--recovery-out",
                                       folder.path() / "sheet.pdf", "--password-file", password});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.complaint, HasSubstr("This password cannot be used"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "A.casebook"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "sheet.pdf"));
}

TEST(NewCommand, NamesTheCasebookOnItsSheetAlsoWhenItsPathEndsInASlash)
{
    const PracticeWithSheet practice;

    const auto made = mendline_cli({"new", practice.file("Quiet Street.casebook/"), "--recovery-out",
                                    practice.file("quiet.pdf"), "--password-file", practice.file("password")});

    ASSERT_EQ(made.status, 0) << made.complaint;
    EXPECT_THAT(tests::words_of_pdf(practice.file("quiet.pdf")), HasSubstr("Quiet Street"));
}

/// A casebook of which only `record.db` and the printed sheet are left.
class RecoverCommand : public testing::Test {
protected:
    RecoverCommand()
    {
        practice_.write("found", "found again\n");
        std::filesystem::create_directory(bare());
        std::filesystem::copy(practice_.casebook() + "/record.db", bare() + "/record.db");
    }

    std::string bare() const { return practice_.file("Bare.casebook"); }

    /// The code, read from the printed page.
    std::string code() const
    {
        const std::string words = tests::words_of_pdf(practice_.sheet());
        const std::regex group{"[0-9A-Z]{5}"};
        std::string code;
        for (std::sregex_iterator found{words.begin(),
                                        words.begin() + static_cast<std::ptrdiff_t>(words.find("MENDLINE1")), group};
             found != std::sregex_iterator{}; ++found) {
            code += found->str() + " ";
        }
        return code;
    }

    /// The letters below the code, line by line as they are printed.
    std::string letters() const
    {
        const std::string words = tests::run("pdftotext", {"-raw", practice_.sheet(), "-"}).output;
        const std::regex line{"(MENDLINE1:)?[0-9A-Z]{12,}"};
        std::istringstream lines{words.substr(words.find("MENDLINE1"))};
        std::string letters;
        for (std::string read; std::getline(lines, read) && std::regex_match(read, line);) {
            letters += read + "\n";
        }
        return letters;
    }

    tests::Outcome recover(const std::string& sheet) const
    {
        return mendline_cli({"recover", bare(), "--sheet-file", practice_.write("sheet.txt", sheet), "--password-file",
                             practice_.file("found")});
    }

    void expect_open() const
    {
        const auto opened = mendline_cli({"clients", bare(), "--password-file", practice_.file("found")});
        EXPECT_EQ(opened.status, 0) << opened.complaint;
    }

    PracticeWithSheet practice_;
};

TEST_F(RecoverCommand, OpensTheRecordAloneFromTheLettersOfThePrintedSheet)
{
    const auto outcome = recover(code() + "\n" + letters());
    EXPECT_EQ(outcome.status, 0) << outcome.complaint;
    EXPECT_THAT(outcome.output, HasSubstr("opens with the new password"));
    expect_open();
}

TEST_F(RecoverCommand, ReadsASheetThatWasTypedInSmallLetters)
{
    std::string sheet = code() + "\n" + letters();
    std::ranges::transform(sheet, sheet.begin(), [](unsigned char letter) { return std::tolower(letter); });
    const auto outcome = recover(sheet);
    EXPECT_EQ(outcome.status, 0) << outcome.complaint;
    expect_open();
}

TEST_F(RecoverCommand, OpensTheRecordAloneFromTheSquareOfThePrintedSheet)
{
    ASSERT_EQ(tests::run("pdftoppm", {"-r", "200", "-png", practice_.sheet(), practice_.file("page")}).status, 0);
    const auto square = tests::run("zbarimg", {"-q", "--raw", practice_.file("page-1.png")});
    if (square.status == 127) {
        GTEST_SKIP() << "zbarimg is not installed (zbar-tools): the square was not read";
    }
    ASSERT_THAT(square.output, testing::StartsWith("MENDLINE1:"));
    const auto outcome = recover(code() + "\n" + square.output);
    EXPECT_EQ(outcome.status, 0) << outcome.complaint;
    expect_open();
}

TEST_F(RecoverCommand, ReadsAllThatIsPrintedOnTheSheet)
{
    const auto outcome = recover(tests::run("pdftotext", {practice_.sheet(), "-"}).output);
    EXPECT_EQ(outcome.status, 0) << outcome.complaint;
    expect_open();
}

TEST_F(RecoverCommand, GivesANewPasswordWhereTheKeysAreInGoodOrder)
{
    const std::string whole = practice_.casebook();
    const auto outcome =
        mendline_cli({"recover", whole, "--sheet-file", practice_.write("sheet.txt", code() + "\n" + letters()),
                      "--password-file", practice_.file("found")});
    EXPECT_EQ(outcome.status, 0) << outcome.complaint;
    const auto opened = mendline_cli({"clients", whole, "--password-file", practice_.file("found")});
    EXPECT_EQ(opened.status, 0) << opened.complaint;
}

TEST_F(RecoverCommand, RefusesASheetThatDoesNotFitAndTouchesNothing)
{
    const std::string right = letters();
    std::string typo = right;
    typo[30] = typo[30] == '7' ? '8' : '7';
    EXPECT_THAT(recover(code() + typo).complaint, HasSubstr("mistake in the letters"));
    EXPECT_THAT(recover(code()).complaint, HasSubstr("no letters"));
    EXPECT_THAT(recover("7K2QM " + right).complaint, HasSubstr("group 1"));
    const PracticeWithSheet other;
    std::filesystem::copy(other.casebook() + "/record.db", bare() + "/record.db",
                          std::filesystem::copy_options::overwrite_existing);
    EXPECT_THAT(recover(code() + right).complaint, HasSubstr("does not open the records"));
    EXPECT_FALSE(std::filesystem::exists(bare() + "/keys"));
    EXPECT_FALSE(std::filesystem::exists(bare() + "/private.db"));
}

TEST(DemoCommand, RefusesAnEmptyPassword)
{
    const tests::TemporaryFolder folder;
    const std::string password = folder.path() / "empty";
    std::ofstream{password} << "\n";

    const auto outcome = mendline_cli({"demo", folder.path() / "A.casebook", "--password-file", password});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.complaint, HasSubstr("This password cannot be used"));
    EXPECT_FALSE(std::filesystem::exists(folder.path() / "A.casebook"));
}

TEST(AnyCommand, SaysThatAFolderIsNoFile)
{
    const Practice practice;

    const auto outcome = practice("measures", {"--add", practice.casebook()});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.complaint, practice.casebook() + " is a folder; please name a file.\n");
}

TEST(AnyCommand, SaysThatThereIsNoCasebook)
{
    const Practice practice;
    const std::string nowhere = practice.file("nothere.casebook");

    const auto outcome = mendline_cli({"clients", nowhere, "--password-file", practice.file("password")});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.complaint, "There is no casebook at " + nowhere + ".\n");
}

TEST(AnyCommand, NamesACommandThatThereIsNot)
{
    for (const std::string command : {"bogus", "find", "export"}) {
        const auto outcome = mendline_cli({command, "X.casebook"});

        EXPECT_EQ(outcome.status, 2);
        EXPECT_THAT(outcome.complaint,
                    HasSubstr("There is no command \"" + command + "\". The commands are new, recover, demo,"));
    }
}

TEST(AnyCommand, SkipsTheByteOrderMarkOfAPasswordFile)
{
    const Practice practice;
    const std::string marked = practice.write("marked", "\xEF\xBB\xBF"
                                                        "correct horse\r\n");

    EXPECT_EQ(mendline_cli({"clients", practice.casebook(), "--password-file", marked}).status, 0);
}

TEST(AnyCommand, FailsWhenItsOutputIsLost)
{
    const Practice practice;

    const auto outcome =
        tests::run("sh", {"-c", R"("$0" "$@" > /dev/full)", tests::binary_dir() + "/mendline-cli", "measures",
                          practice.casebook(), "--password-file", practice.file("password")});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.complaint, HasSubstr("standard output"));
}

TEST(AnyCommand, GivesTheTerminalItsEchoBackWhenItIsInterruptedAtThePrompt)
{
    const Practice practice;
    int terminal = -1;
    const pid_t child = forkpty(&terminal, nullptr, nullptr, nullptr);
    if (child < 0) {
        GTEST_SKIP() << "this machine gives out no terminals";
    }
    if (child == 0) {
        const std::string program = tests::binary_dir() + "/mendline-cli";
        execl(program.c_str(), "mendline-cli", "clients", practice.casebook().c_str(), nullptr);
        _exit(127);
    }
    const auto echoes = [terminal] {
        termios now{};
        tcgetattr(terminal, &now);
        return (now.c_lflag & ECHO) != 0;
    };
    for (int times = 0; times < 500 && echoes(); ++times) {
        std::this_thread::sleep_for(std::chrono::milliseconds{20});
    }
    EXPECT_FALSE(echoes()) << "what is typed at the prompt is seen";

    EXPECT_EQ(write(terminal, "\x03", 1), 1);
    int status = 0;
    waitpid(child, &status, 0);

    EXPECT_TRUE(WIFSIGNALED(status) && WTERMSIG(status) == SIGINT);
    EXPECT_TRUE(echoes());
    close(terminal);
}

TEST(AnyCommand, SaysOneSentenceForAWrongPassword)
{
    const Practice practice;
    const std::string wrong = practice.write("wrong", "incorrect horse\n");

    const auto outcome = mendline_cli({"clients", practice.casebook(), "--password-file", wrong});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_EQ(outcome.output, "");
    EXPECT_EQ(std::ranges::count(outcome.complaint, '\n'), 1);
    EXPECT_THAT(outcome.complaint, HasSubstr("did not open the casebook"));
}

TEST(AnyCommand, SaysWhatIsMissingOnWrongUsage)
{
    EXPECT_EQ(mendline_cli({}).status, 2);
    EXPECT_EQ(mendline_cli({"no-such-command"}).status, 2);
    EXPECT_EQ(mendline_cli({"summary", "X.casebook"}).status, 2);
    EXPECT_EQ(mendline_cli({"--help"}).status, 0);
}

TEST(AnyCommand, RefusesAFolderThatIsNoCasebook)
{
    const Practice practice;
    std::filesystem::create_directory(practice.file("Photos"));

    const auto outcome =
        mendline_cli({"clients", practice.file("Photos"), "--password-file", practice.file("password")});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.complaint, HasSubstr("not a Mendline casebook"));
}

TEST(AnyCommand, AsksForAPasswordFileWhereNobodyCanType)
{
    const Practice practice;

    const auto outcome = mendline_cli({"clients", practice.casebook()});

    EXPECT_EQ(outcome.status, 1);
    EXPECT_THAT(outcome.complaint, HasSubstr("--password-file"));
}

TEST(MeasuresCommand, ListsWhatShipsAndWhatThePracticeAdded)
{
    const Practice practice;

    const auto added =
        practice("measures", {"--add", tests::source_dir() + "/tests/support/ruiz_measures/aaq-ii.json"});

    ASSERT_EQ(added.status, 0) << added.complaint;
    EXPECT_THAT(added.output, testing::StartsWith("Added aaq-ii ("));
    EXPECT_EQ(std::ranges::count(added.output, '\n'), 1) << "nothing else is listed";
    std::vector<std::string> codes;
    for (const auto& measure : nlohmann::json::parse(practice("measures", {"--json"}).output)) {
        codes.push_back(measure.at("code"));
    }
    EXPECT_THAT(codes, testing::IsSupersetOf({"scs-26", "scs-sf", "csip-boundary", "etmcq", "phq-9", "pcl-5"}));
    EXPECT_EQ(codes.back(), "aaq-ii");
}

TEST(MeasuresCommand, SaysWhichDefinitionCannotBeRead)
{
    const Practice practice;
    {
        const auto keys = storage::vault::unlock(practice.casebook(), "correct horse").keys;
        tests::write_sealed(storage::open_files(practice.casebook(), keys), keys,
                            "INSERT INTO measure_definition (code, json) VALUES ('broken', '{}')");
    }

    const auto listed = practice("measures");

    EXPECT_EQ(listed.status, 0);
    EXPECT_EQ(listed.complaint, "The definition of broken in this casebook cannot be read; what was entered with it is "
                                "kept.\n");
    EXPECT_THAT(listed.output, HasSubstr("phq-9"));
}

TEST(MeasuresCommand, RefusesABadDefinitionWithLineAndReasonAndAddsNone)
{
    const Practice practice;
    const std::string bad = practice.write("bad.json", "{\n  \"code\": \"x\",\n  \"question\": \"?\"\n}\n");

    const auto refused =
        practice("measures", {"--add", tests::source_dir() + "/tests/support/ruiz_measures/aaq-ii.json", "--add", bad});

    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.complaint, HasSubstr("Line 3: there is no key \"question\""));
    EXPECT_THAT(practice("measures").output, testing::Not(HasSubstr("aaq-ii")));
}

TEST(MeasuresCommand, RefusesACodeThatIsTaken)
{
    const Practice practice;
    const std::string definition = tests::source_dir() + "/tests/support/ruiz_measures/aaq-ii.json";
    practice("measures", {"--add", definition});

    const auto again = practice("measures", {"--add", definition});

    EXPECT_EQ(again.status, 1);
    EXPECT_THAT(again.complaint, HasSubstr("aaq-ii"));
}

} // namespace
