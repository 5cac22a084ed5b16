#include "storage/casebook.h"
#include "tests/cli/command.h"

#include <gmock/gmock.h>

namespace tests::care_commands {

using testing::HasSubstr;

TEST(CareCommands, CorrectAnAdmissionAndSayHowItStands)
{
    const Practice practice;
    practice("import-scores", {practice.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\n")});
    const auto corrected =
        practice("correct-admission", {"--client", "a-1", "--to", "2025-12-01", "--reason", "First call"});
    EXPECT_EQ(corrected.status, 0) << corrected.complaint;
    EXPECT_THAT(corrected.output, HasSubstr("1 Dec 2025 to today\n  Admission was 5 Jan 2026; corrected on "));
    EXPECT_THAT(corrected.output, HasSubstr(": First call"));
}

TEST(CareCommands, ChangeNothingThatTheyCannotUnderstand)
{
    const Practice practice;
    practice("import-scores", {practice.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\n")});
    const auto complaint = [&](const std::string& command, std::vector<std::string> arguments) {
        arguments.insert(arguments.end(), {"--client", "A-1"});
        const auto done = practice(command, arguments);
        EXPECT_EQ(done.status, 1) << command;
        return done.complaint;
    };
    EXPECT_EQ(complaint("correct-admission", {"--to", "2099-01-01", "--reason", "x"}),
              "This date is in the future. Nothing was changed.\n");
    EXPECT_EQ(complaint("correct-admission", {"--to", "2025-01-01", "--reason", " "}),
              "Please give a reason: it is kept with what is corrected. Nothing was changed.\n");
    EXPECT_EQ(complaint("correct-admission", {"--to", "2025-01-01", "--reason", "x", "--admitted", "2026-01-06"}),
              "A-1 has no admission on 2026-01-06. Nothing was changed.\n");
    EXPECT_EQ(complaint("correct-discharge", {"--to", "2026-02-01", "--reason", "x"}),
              "This care has no discharge. Nothing was changed.\n");
    EXPECT_EQ(complaint("take-back-discharge", {"--reason", "x"}),
              "This care has no discharge. Nothing was changed.\n");
}

TEST(NoteCommands, ListEarlierDetailsAndPutThemBack)
{
    const Practice practice;
    practice("import-scores", {practice.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\n")});
    EXPECT_EQ(practice("earlier-details", {"--client", "A-1"}).output,
              "There are no earlier versions of these details.\n");
    const auto refused = practice("earlier-details", {"--client", "A-1", "--put-back", "1"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_EQ(refused.complaint, "There is no version 1; there are 0. Nothing was changed.\n");
}

TEST(NoteCommands, PutNoDateOfBirthBackAfterWhatHappenedSince)
{
    const Practice practice;
    practice("import-scores", {practice.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\n")});
    {
        using namespace date::literals;
        storage::Casebook casebook{practice.casebook(), storage::vault::unlock(practice.casebook(), "correct horse"),
                                   [] { return model::Moment{}; }};
        const auto client = *casebook.client_with_code("A-1");
        casebook.change_details(client, {.code = "A-1", .born_on = 2025_y / 5 / 3});
        casebook.change_details(client, {.code = "A-1"});
    }
    ASSERT_EQ(practice("import-scores", {practice.write("older.csv", "client,date,measure,score\n"
                                                                     "A-1,2024-05-03,phq-9,12\n"),
                                         "--admitted", "2024-05-03"})
                  .status,
              0);
    const auto refused = practice("earlier-details", {"--client", "A-1", "--put-back", "1"});
    EXPECT_EQ(refused.status, 1);
    EXPECT_THAT(refused.complaint, HasSubstr("The record has PHQ-9 of 3 May 2024, which is before this date."));
}

TEST(NoteCommands, GiveANoteToNobodyWhereNoneIsMeant)
{
    const Practice practice;
    practice("import-scores", {practice.write("scores.csv", "client,date,measure,score\nA-1,2026-01-05,phq-9,12\n"
                                                            "B-2,2026-01-05,phq-9,12\n")});
    const auto refusal = [&](const std::string& to, const std::string& held) {
        const auto done = practice("give-note", {"--client", "A-1", "--to", to, "--held", held, "--reason", "Slip"});
        EXPECT_EQ(done.status, 1);
        return done.complaint;
    };
    EXPECT_EQ(refusal("B-2", "2026-01-05 14:00"), "A-1 has no signed note of a session on 2026-01-05 14:00 that is not "
                                                  "marked as entered in error. Nothing was changed.\n");
    EXPECT_THAT(refusal("B-2", "2026-01-05 14.61"), HasSubstr("\"14.61\" is not a time"));
    EXPECT_EQ(refusal("A-1", "2026-01-05"), "Both codes are of the same client. Nothing was changed.\n");
    EXPECT_THAT(refusal("C-3", "2026-01-05"), HasSubstr("C-3"));
}

} // namespace tests::care_commands
