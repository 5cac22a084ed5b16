#include "storage/casebook.h"
#include "tests/cli/command.h"
#include "tests/cli/surroundings.h"

#include <gmock/gmock.h>

#include <chrono>
#include <string>
#include <vector>

namespace {

using testing::HasSubstr;
using tests::Practice;

const std::string scores_heading = "client,date,measure,score\n";
const std::string two_clients = scores_heading + "A-001,2026-01-05,phq-9,12\nB-2,2026-01-05,phq-9,9\n";

/// What is complained of where a file with these lines below the scores_heading is imported with these options.
std::string complaint(const std::string& file, const std::vector<std::string>& options)
{
    const Practice practice;
    std::vector<std::string> arguments{practice.write("scores.csv", file)};
    arguments.insert(arguments.end(), options.begin(), options.end());
    const auto refused = practice("import-scores", arguments);
    EXPECT_EQ(refused.status, 1) << refused.output;
    EXPECT_EQ(practice("clients", {"--json"}).output, "[]\n") << "something was imported";
    return refused.complaint;
}

TEST(ImportScoresOptions, AreRefusedWhereTheyMatchNothingInTheFile)
{
    EXPECT_EQ(
        complaint(two_clients, {"--admitted", "X=2024-01-01"}),
        "--admitted \"X=2024-01-01\" matches nothing: no client of the file has the code \"X\". Please correct the "
        "code, or leave the option out. Nothing was imported.\n");
    EXPECT_EQ(complaint(two_clients, {"--client", "A-OO1=B-2"}),
              "--client \"A-OO1=B-2\" matches nothing: \"A-OO1\" does not stand in the column client of the file, but "
              "\"A-001\" does. Please write it as it stands there, or leave the option out. Nothing was imported.\n");
    EXPECT_EQ(complaint(two_clients, {"--new-client", "C-3"}),
              "--new-client \"C-3\" matches nothing: \"C-3\" does not stand in the column client of the file. Please "
              "write it as it stands there, or leave the option out. Nothing was imported.\n");
    EXPECT_EQ(complaint(two_clients, {"--answers-from", "pcl-5=1"}),
              "--answers-from \"pcl-5=1\" matches nothing: the file has no answers to the items of \"pcl-5\". Please "
              "correct the measure, or leave the option out. Nothing was imported.\n");
    EXPECT_EQ(
        complaint(two_clients, {"--answers-from", "phq-99=1"}),
        "--answers-from \"phq-99=1\" matches nothing: the measure \"phq-99\" is not in this casebook; the nearest is "
        "\"phq-9\". Please correct the measure, or leave the option out. Nothing was imported.\n");
}

TEST(ImportScoresOptions, AreNamedBeforeTheFileIsFoundWanting)
{
    EXPECT_THAT(complaint(scores_heading + "007,2026-01-05,phq-9,12\n7,2026-01-05,phq-9,12\n", {"--new-client", "77"}),
                HasSubstr("--new-client \"77\" matches nothing"))
        << "the slip, and not what it would have answered";
}

TEST(ImportScoresOptions, AreRefusedWhereTwoContradictEachOther)
{
    EXPECT_EQ(complaint(two_clients, {"--client", "A-001=C-1", "--client", "a 001=D-1"}),
              "--client \"A-001=C-1\" and --client \"a 001=D-1\" contradict each other. Please leave one of them "
              "out. Nothing was imported.\n");
    EXPECT_THAT(complaint(two_clients, {"--admitted", "A-001=2024-01-01", "--admitted", "a 001=2024-01-02"}),
                HasSubstr("--admitted \"A-001=2024-01-01\" and --admitted \"a 001=2024-01-02\" contradict"));
    EXPECT_THAT(complaint(two_clients, {"--admitted", "2024-01-01", "--admitted", "2024-01-02"}),
                HasSubstr("--admitted \"2024-01-01\" and --admitted \"2024-01-02\" contradict"));
    EXPECT_THAT(complaint(two_clients, {"--answers-from", "PHQ-9=0", "--answers-from", "phq-9=1"}),
                HasSubstr("--answers-from \"PHQ-9=0\" and --answers-from \"phq-9=1\" contradict"));
    const Practice practice;
    const auto imported =
        practice("import-scores", {practice.write("scores.csv", two_clients), "--admitted", "A-001=2024-01-01",
                                   "--admitted", "a 001=2024-01-01", "--admitted", "2024-01-02"});
    EXPECT_THAT(imported.output, HasSubstr("A-001, admitted on 2024-01-01; B-2, admitted on 2024-01-02"))
        << imported.complaint;
}

TEST(ImportScoresOptions, AreRefusedWhereNoFormCanBeCountedSo)
{
    const std::string answers = "client,date,measure,items\nA1,2026-01-05,phq-9,0;1;2;3;0;0;0;0;0\n";
    EXPECT_EQ(
        complaint(answers, {"--answers-from", "phq-9=-2147483648"}),
        "--answers-from \"phq-9=-2147483648\": the lowest answer of a form lies between -100 and 100. Nothing was "
        "imported.\n");
    EXPECT_EQ(complaint(answers, {"--answers-from", "9"}),
              "--answers-from \"9\" matches nothing: the file has no answers to a form that can be counted from 9. "
              "Please correct the number, or leave the option out. Nothing was imported.\n");
    EXPECT_THAT(complaint(answers, {"--answers-from", "phq-9=0", "--answers-from", "1"}),
                HasSubstr("--answers-from \"1\" matches nothing"))
        << "the one form has its own";
    EXPECT_THAT(complaint("client,date,measure,items\nA1,2026-01-05,phq-9,-2147483648;1;2;3;0;0;0;0;0\n",
                          {"--answers-from", "1"}),
                HasSubstr("Line 2, column items"));
}

TEST(ImportScoresOptions, LeadFromOneSlipToTheNext)
{
    const Practice practice;
    practice("import-scores", {practice.write("a.csv", scores_heading + "A-1,2026-01-05,phq-9,12\n")});
    const auto imported =
        practice("import-scores", {practice.write("b.csv", scores_heading + "Some One,2026-01-06,phq-9,12\n"),
                                   "--client", "Some One=Other Two", "--client", "Other Two=A-1"});
    EXPECT_EQ(imported.output, "Imported 1 score.\n") << imported.complaint;
}

TEST(ImportScoresOptions, MatchHoweverTheyAreSpelt)
{
    const Practice practice;
    const auto imported = practice(
        "import-scores",
        {practice.write("scores.csv", scores_heading + "A-001,2026-01-05,phq-9,12\nBo Li,2026-01-05,phq-9,9\n"),
         "--admitted", "a 001=2025-12-01", "--client", "bo li=b-2", "--new-client", "B-2", "--new-client", "A–001",
         "--admitted", "b-2=2025-12-02"});
    EXPECT_EQ(imported.status, 0) << imported.complaint;
    EXPECT_THAT(imported.output, HasSubstr("A-001, admitted on 2025-12-01; b-2, admitted on 2025-12-02."));
}

TEST(ImportScoresCommand, NamesTheLinesThatItLeavesOut)
{
    const Practice practice;
    const auto import = [&](const std::string& lines, const std::vector<std::string>& options) {
        std::vector<std::string> arguments{practice.write("scores.csv", scores_heading + lines)};
        arguments.insert(arguments.end(), options.begin(), options.end());
        return practice("import-scores", arguments).output;
    };
    import("A1,2026-01-05,phq-9,12\nA1,2026-01-06,phq-9,11\nA1,2026-01-07,phq-9,10\nA1,2026-01-08,phq-9,9\n", {});
    const std::string grown = "A1,2026-01-05,phq-9,12\nA1,2026-01-06,phq-9,11\nA1,2026-01-09,phq-9,8\n"
                              "A1,2026-01-07,phq-9,10\nA1,2026-01-08,phq-9,3\nA1,2026-01-10,phq-9,7\n";
    EXPECT_EQ(import(grown, {"--skip-known", "--skip-contradicting", "--dry-run"}),
              "The file is valid: 2 new scores. 3 rows were in the casebook already (lines 2, 3 and 5). 1 row differs "
              "from the casebook and was left out (line 6). Nothing was imported.\n");
    EXPECT_THAT(import(grown, {"--skip-known", "--skip-contradicting"}), HasSubstr("(lines 2, 3 and 5)"));
    EXPECT_THAT(import(grown, {"--skip-known", "--skip-contradicting"}),
                HasSubstr("5 rows were in the casebook already (lines 2 to 5 and 7). 1 row differs"));
}

TEST(ImportScoresCommand, ReadsDatesBetweenSlashesByTheOneThatSettlesTheirOrder)
{
    const Practice practice;
    const auto in_europe =
        practice("import-scores", {practice.write("a.csv", scores_heading + "A1,3/5/2026,phq-9,12\n"
                                                                            "A1,31/05/2026,phq-9,11\n")});
    EXPECT_THAT(in_europe.output, HasSubstr("A1, admitted on 2026-05-03")) << in_europe.complaint;
    const auto in_america =
        practice("import-scores", {practice.write("b.csv", scores_heading + "B2,3/5/2026,phq-9,12\n"
                                                                            "B2,05/31/2026,phq-9,11\n")});
    EXPECT_THAT(in_america.output, HasSubstr("B2, admitted on 2026-03-05")) << in_america.complaint;
    EXPECT_THAT(in_america.output, HasSubstr(" Dates were read with the month first, as line 3 shows."));
}

TEST(ImportScoresCommand, AsksForTheOrderOfDatesThatNoneSettles)
{
    const std::string unclear = scores_heading + "A1,5/5/2026,phq-9,9\nA1,3/5/2026,phq-9,12\n";
    EXPECT_EQ(
        complaint(unclear, {}),
        "Line 3, column date: \"3/5/2026\" can be 3 May 2026 or 5 Mar 2026, and no date in the file settles it. If "
        "the day comes first, add --dates day-first; if the month comes first, add --dates month-first. Nothing "
        "was imported.\n");
    const Practice practice;
    const auto imported = practice("import-scores", {practice.write("a.csv", unclear), "--dates", "month-first"});
    EXPECT_THAT(imported.output, HasSubstr("A1, admitted on 2026-03-05")) << imported.complaint;
    EXPECT_EQ(practice("import-scores", {practice.write("a.csv", unclear), "--dates", "year-first"}).status, 2);
}

TEST(ImportScoresCommand, NamesBothLinesWhereTheDatesOfAFileContradictEachOther)
{
    EXPECT_EQ(
        complaint(scores_heading + "A1,3/5/2026,phq-9,12\nA1,31/05/2026,phq-9,9\nA1,05/30/2026,phq-9,8\n", {}),
        "Line 4, column date: \"05/30/2026\" has the month first, but \"31/05/2026\" on line 3 has the day first. "
        "Please write all dates alike, best as 2026-05-30. Nothing was imported.\n");
    EXPECT_EQ(complaint(scores_heading + "A1,3/5/2026,phq-9,12\nA1,31/05/2026,phq-9,9\n", {"--dates", "month-first"}),
              "Line 3, column date: \"31/05/2026\" is not a date with the month first. If the day comes first, add "
              "--dates day-first instead. Nothing was imported.\n");
}

TEST(ImportScoresCommand, RefusesAYearOfTwoDigits)
{
    EXPECT_EQ(complaint(scores_heading + "A1,31/5/26,phq-9,12\n", {}),
              "Line 2, column date: \"31/5/26\" has a year of two digits; write all four, as in 2026. Nothing was "
              "imported.\n");
}

TEST(ImportScoresCommand, KnowsAMeasureHoweverItsCodeIsWritten)
{
    const Practice practice;
    std::string lines;
    int day = 10;
    for (const std::string code : {"PHQ9", "phq 9", "Phq_9", "PHQ–9", "p h q - 9"}) {
        lines += "A1,2026-01-" + std::to_string(day++) + "," + code + ",12\n";
    }
    const auto imported = practice("import-scores", {practice.write("scores.csv", scores_heading + lines)});
    EXPECT_THAT(imported.output, HasSubstr("Imported 5 scores.")) << imported.complaint;
    EXPECT_EQ(
        complaint(scores_heading + "A1,2026-01-05,PHQ 8,12\n", {}),
        "Line 2, column measure: the measure \"PHQ 8\" is not in this casebook; the nearest is \"phq-9\". If that "
        "is meant, write it so; if not, please add its definition first. Nothing was imported.\n");
    EXPECT_EQ(
        complaint(scores_heading + "A1,2026-01-05,BDI-II,12\n", {}),
        "Line 2, column measure: the measure \"BDI-II\" is not in this casebook. Please add its definition first. "
        "Nothing was imported.\n");
}

TEST(ImportScoresCommand, TakesTodayForTheDayThatTheClockOfTheMachineShows)
{
    const auto day_in = [](const std::string& zone) {
        return model::date_in_zone(std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()), zone);
    };
    const auto import_admitted = [](const tests::Practice& practice, model::Date day) {
        return practice("import-scores",
                        {practice.write("scores.csv", two_clients), "--admitted", model::iso_date(day)});
    };
    // At any time the day of one of the two is not that of UTC.
    for (const std::string zone : {"Pacific/Kiritimati", "Pacific/Pago_Pago"}) {
        const tests::Surroundings there{zone, "C"};
        const Practice practice;
        const model::Date today = day_in(zone);
        const auto refused = import_admitted(practice, model::days_after(today, 1));
        EXPECT_THAT(refused.complaint, HasSubstr("in the future")) << zone;
        const auto imported = import_admitted(practice, today);
        EXPECT_EQ(imported.status, 0) << zone << ": " << imported.complaint;
    }
}

} // namespace
