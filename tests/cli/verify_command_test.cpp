#include "tests/cli/command.h"
#include "tests/cli/surroundings.h"
#include "tests/support/places.h"
#include "tests/support/tampering.h"

#include <gmock/gmock.h>
#include <nlohmann/json.hpp>

#include <pty.h>

namespace {

using namespace tests;
using testing::HasSubstr;
using testing::MatchesRegex;
using testing::StartsWith;
namespace fs = std::filesystem;

class VerifyCommand : public testing::Test {
protected:
    VerifyCommand()
    {
        write_one_of_everything(practice_);
        std::ofstream{password()} << "password\n";
    }

    std::string password() const { return practice_.folder().parent_path() / "password"; }

    Outcome run_on_it(const std::string& command, const std::vector<std::string>& arguments = {}) const
    {
        std::vector<std::string> words{command, practice_.folder(), "--password-file", password()};
        words.insert(words.end(), arguments.begin(), arguments.end());
        return mendline_cli(words);
    }

    std::vector<model::ActKind> newest_acts(std::size_t most) const
    {
        std::vector<model::ActKind> kinds;
        // The opening that looks is of another clock.
        constexpr std::size_t more = 3;
        for (const model::Act& act : practice_.open().acts({}, most + more)) {
            if (act.kind != model::ActKind::unlocked && act.kind != model::ActKind::clock_set_back) {
                kinds.push_back(act.kind);
            }
        }
        kinds.resize(std::min(kinds.size(), most));
        return kinds;
    }

    QuickCasebook practice_{};
};

TEST_F(VerifyCommand, SaysThatEverythingIsAsItWasWrittenAndEntersThatIntoTheLog)
{
    const Outcome outcome = run_on_it("verify");
    EXPECT_EQ(outcome.status, 0);
    EXPECT_THAT(outcome.output,
                MatchesRegex("Everything is as it was written: [0-9,]+ records and [0-9,]+ activity entries\\.\n"
                             "The activity ends with: Log [0-9]+ · [0-9a-f]{4} [0-9a-f]{4}\n"));
    EXPECT_EQ(outcome.complaint, "") << "progress is for terminals";
    EXPECT_EQ(newest_acts(1).front(), model::ActKind::verified);
}

TEST_F(VerifyCommand, NamesWhatIsNotAsItWasWritten)
{
    tamper(practice_, {"UPDATE goal SET wording = 'Say yes' WHERE id = 1", "DELETE FROM addendum WHERE id = 1"});
    const Outcome outcome = run_on_it("verify");
    EXPECT_EQ(outcome.status, 3);
    EXPECT_THAT(outcome.output, StartsWith("2 things are not as written"));
    EXPECT_THAT(outcome.output, HasSubstr("Goal no. 1 · A1 · written "));
    EXPECT_THAT(outcome.output, HasSubstr("Addendum to a note no. 1 · A1 · written "));
    EXPECT_THAT(outcome.output, testing::Not(HasSubstr("Say yes"))) << "nothing that is forged is repeated";
}

TEST_F(VerifyCommand, SaysTimesByTheClockOfTheMachine)
{
    tamper(practice_, {"UPDATE goal SET wording = 'Say yes' WHERE id = 1"});
    const auto said_in = [&](const char* tz) {
        const Surroundings surroundings{tz, "C"};
        return run_on_it("verify");
    };
    EXPECT_THAT(said_in("UTC").output, HasSubstr("written 1 Jan 1970, 00:00"));
    EXPECT_THAT(said_in("JST-9").output, HasSubstr("written 1 Jan 1970, 09:00"));
    // What is damaged is named whatever the clock is.
    const Outcome nowhere = said_in("XYZ3");
    EXPECT_EQ(nowhere.status, 3);
    EXPECT_THAT(nowhere.output, HasSubstr("written 1 Jan 1970, 00:00 by"));
    EXPECT_THAT(nowhere.complaint,
                HasSubstr("TZ says XYZ3, which is no time zone that is known here. Times are in UTC"));
}

TEST_F(VerifyCommand, ReportsAsJson)
{
    const auto sound = nlohmann::json::parse(run_on_it("verify", {"--json"}).output);
    EXPECT_TRUE(sound["sound"].get<bool>());
    EXPECT_GT(sound["records"].get<int>(), 10);
    EXPECT_TRUE(sound["findings"].empty());

    tamper(practice_, {"UPDATE goal SET wording = 'Say yes' WHERE id = 1"});
    const Outcome outcome = run_on_it("verify", {"--json"});
    const auto report = nlohmann::json::parse(outcome.output);
    EXPECT_EQ(outcome.status, 3);
    EXPECT_FALSE(report["sound"].get<bool>());
    ASSERT_EQ(report["findings"].size(), 1U);
    EXPECT_EQ(report["findings"][0]["what"], "record-edited");
    EXPECT_EQ(report["findings"][0]["table"], "goal");
    EXPECT_EQ(report["findings"][0]["id"], 1);
    EXPECT_EQ(report["findings"][0]["client"], "A1");
}

TEST_F(VerifyCommand, TellsScriptsWhatIsFoundFromWhatCouldNotBeChecked)
{
    EXPECT_THAT(mendline_cli({"verify", "--help"}).output, HasSubstr("3 when something is not"));
    std::ofstream{password()} << "wrong\n";
    EXPECT_EQ(run_on_it("verify").status, 1);
}

TEST_F(VerifyCommand, SaysThatTheRecordsAreAnOlderCopy)
{
    const fs::path older = practice_.folder().parent_path() / "older";
    fs::copy(practice_.folder(), older, fs::copy_options::recursive);
    practice_.open().add_client({.code = "B1"});
    fs::copy_file(older / "record.db", practice_.folder() / "record.db", fs::copy_options::overwrite_existing);

    const Outcome outcome = run_on_it("verify");
    EXPECT_EQ(outcome.status, 3);
    EXPECT_THAT(outcome.complaint, StartsWith("These records are older than the casebook's keys say"));
    EXPECT_THAT(run_on_it("clients").complaint, StartsWith("These records are older"))
        << "every command says so, but not among what a script reads";
    EXPECT_THAT(outcome.output, HasSubstr("The end of the activity: "));
}

TEST_F(VerifyCommand, ShowsItsProgressToAPersonAtATerminal)
{
    int ours = 0;
    const pid_t child = forkpty(&ours, nullptr, nullptr, nullptr);
    if (child < 0) {
        GTEST_SKIP() << "this machine gives out no terminals";
    }
    if (child == 0) {
        const std::string folder = practice_.folder();
        const std::string file = password();
        const std::string program = tests::binary_dir() + "/mendline-cli";
        execl(program.c_str(), "mendline-cli", "verify", folder.c_str(), "--password-file", file.c_str(), nullptr);
        _exit(127);
    }
    std::string seen;
    std::array<char, 4096> bytes{};
    for (ssize_t count = 0; (count = read(ours, bytes.data(), bytes.size())) > 0;) {
        seen.append(bytes.data(), static_cast<std::size_t>(count));
    }
    int status = 0;
    waitpid(child, &status, 0);
    close(ours);
    EXPECT_EQ(WEXITSTATUS(status), 0);
    EXPECT_THAT(seen, HasSubstr("Checking, "));
    EXPECT_THAT(seen, HasSubstr("Everything is as it was written"));
}

TEST_F(VerifyCommand, IsNotTheOnlyOneThatIsEnteredIntoTheLog)
{
    const std::string svg = practice_.folder().parent_path() / "a.svg";
    const std::string pdf = practice_.folder().parent_path() / "a.pdf";
    using enum model::ActKind;
    ASSERT_EQ(run_on_it("trajectory", {"--client", "A1", "--svg", svg}).status, 0);
    EXPECT_THAT(newest_acts(2), testing::ElementsAre(trajectory_saved, client_viewed));
    ASSERT_EQ(run_on_it("summary", {"--client", "A1", "--kind", "client", "--pdf", pdf}).status, 0);
    EXPECT_THAT(newest_acts(2), testing::ElementsAre(summary_saved, client_viewed));
    EXPECT_THAT(words_of_pdf(pdf), testing::ContainsRegex("Log [0-9]+ · [0-9a-f]{4} [0-9a-f]{4}"));
}

} // namespace
