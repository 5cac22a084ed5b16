#include "app/words/import_question_words.h"
#include "app/words/import_words.h"

#include <gmock/gmock.h>

namespace {

using app::FileProblem;
using app::ImportAnswer;
using app::ImportAnswerKind;
using app::ImportAnswerProblem;
using app::ImportCounts;
using app::ScoresProblem;
using app::ScoresProblemKind;
using testing::Not;
namespace words = app::import_words;

constexpr auto last_kind = ScoresProblemKind::already_there;
constexpr auto last_answer = ImportAnswerKind::leave_out_contradicting;

std::vector<ScoresProblem> every_problem()
{
    std::vector<ScoresProblem> problems;
    for (int kind = 0; kind <= static_cast<int>(last_kind); ++kind) {
        problems.push_back({.kind = static_cast<ScoresProblemKind>(kind),
                            .line = 7,
                            .column = "client",
                            .value = "A-OO1",
                            .refusal = model::AnswersRefused{model::AnswerProblem::out_of_range, 2, 4, 0, 3},
                            .other = "A-001"});
    }
    return problems;
}

TEST(ImportWords, NameNoOptionOfTheCommandLine)
{
    for (const ScoresProblem& problem : every_problem()) {
        for (const bool is_question : {false, true}) {
            const std::string said = words::question_words(problem, is_question);
            EXPECT_THAT(said, Not(testing::HasSubstr("--")));
            EXPECT_THAT(said, Not(testing::HasSubstr("mendline-cli")));
            EXPECT_THAT(said, testing::StartsWith("Line 7, column client: "));
            EXPECT_THAT(said, testing::EndsWith("."));
        }
        EXPECT_FALSE(words::question_heading(problem).empty());
    }
}

TEST(ImportWords, SayWhatCanBeDoneWhereOnlyTheFileCanBeCorrected)
{
    for (const ScoresProblem& problem : every_problem()) {
        const std::string said = words::question_words(problem, false);
        EXPECT_THAT(said,
                    testing::AnyOf(testing::HasSubstr("read it again"), testing::HasSubstr("read the file again")));
    }
    EXPECT_EQ(
        words::question_words({.kind = ScoresProblemKind::bad_date, .line = 3, .column = "date", .value = "2026-02-30"},
                              false),
        "Line 3, column date: \"2026-02-30\" is not a date; write it as 2026-11-20. Please correct the file, save "
        "it, and read it again.");
    EXPECT_EQ(words::question_words(
                  {.kind = ScoresProblemKind::unknown_measure, .line = 3, .column = "measure", .value = "BDI"}, false),
              "Line 3, column measure: the measure \"BDI\" is not in this casebook. Please write the measure in the "
              "file as it is called on the page Measures, or by its code, and read the file again.");
}

TEST(ImportWords, SayEveryAnswerBeforeAndAfterItIsGiven)
{
    ScoresProblem problem = every_problem().at(static_cast<std::size_t>(ScoresProblemKind::answer_above_highest));
    for (int kind = 0; kind <= static_cast<int>(last_answer); ++kind) {
        const auto answer = static_cast<ImportAnswerKind>(kind);
        EXPECT_FALSE(label_of(answer, problem, "Ada Lind (A-001)").empty());
        EXPECT_THAT(words_for(ImportAnswer{.kind = answer, .problem = problem, .client = "A-001"}),
                    testing::EndsWith("."));
        EXPECT_FALSE(words::only_answer_words(answer, problem).empty());
        EXPECT_FALSE(words::only_answer_button(answer).empty());
    }
    EXPECT_EQ(label_of(ImportAnswerKind::counted_from_next, problem, {}),
              "The file counts from 1: what the form calls 0 stands there as 1");
    EXPECT_EQ(words_for(ImportAnswer{ImportAnswerKind::is_client, problem, "Ada Lind (A-001)"}),
              "\"A-OO1\" is Ada Lind (A-001).");
    problem.value.clear();
    EXPECT_EQ(words_for(ImportAnswer{ImportAnswerKind::is_client, problem, "A-001"}), "This entry of line 7 is A-001.")
        << "a name that must not show";
}

TEST(ImportWords, SayWhatAFileBrings)
{
    EXPECT_EQ(words::preview_words({}, 0), "The file has a heading and no scores. There is nothing to import.");
    EXPECT_EQ(words::preview_words({.scores = 1, .clients = 1}, 1), "1 new score of 1 client.");
    EXPECT_EQ(words::preview_words({.scores = 2, .clients = 2, .new_clients = 1}, 2),
              "2 new scores of 2 clients. 1 client is new and will be in outpatient care from the day of the first "
              "score.");
    EXPECT_EQ(words::preview_words({.scores = 12'345, .clients = 1000, .new_clients = 1000, .known = {2, 3}}, 12'347),
              "12,345 new scores of 1,000 clients. 1,000 clients are new and will be in outpatient care from the day "
              "of the first score. 2 rows are left out: the casebook has them already (lines 2 and 3).");
    EXPECT_EQ(
        words::preview_words({.known = {3}, .contradicting = {2, 4}}, 3),
        "There is nothing new in the file. 1 row is left out: the casebook has it already (line 3). 2 rows are left "
        "out: the casebook has other scores in their place, and keeps them (lines 2 and 4).");
    EXPECT_EQ(words::preview_words(
                  {.scores = 1, .clients = 1, .dates = app::SettledDates{model::DateOrder::month_first, 4}}, 1),
              "1 new score of 1 client. Dates were read with the month first, as line 4 shows.");
    EXPECT_EQ(words::import_button(0), "&Import");
    EXPECT_EQ(words::import_button(1), "&Import 1 score");
    EXPECT_EQ(words::import_button(1'234'567), "&Import 1,234,567 scores");
    EXPECT_EQ(words::scores_cell(12, 0), "12");
    EXPECT_EQ(words::scores_cell(0, 1200), "0 (1,200 left out)");
}

TEST(ImportWords, SayWhatWasImported)
{
    EXPECT_EQ(words::done_words({.scores = 840, .clients = 6}), "Imported 840 scores of 6 clients.");
    EXPECT_EQ(words::done_words(
                  {.scores = 1, .clients = 1, .new_clients = 1, .known = {2}, .contradicting = {3}, .notices = 1}),
              "Imported 1 score of 1 client. 1 client is new, in outpatient care from the day of the first score. 1 "
              "row was left out: the casebook had it already (line 2). 1 row was left out: the casebook had another "
              "score in its place, and keeps it (line 3). 1 notice waits for your review.");
}

TEST(ImportWords, SayWhyAFileOrAnAnswerIsNotTaken)
{
    for (const auto problem : {FileProblem::missing, FileProblem::not_a_file, FileProblem::too_large,
                               FileProblem::unreadable, FileProblem::too_little_memory, FileProblem::stopped}) {
        EXPECT_THAT(words_for(problem, "scores.csv"), testing::HasSubstr("\"scores.csv\""));
    }
    for (const auto problem :
         {ImportAnswerProblem::answer_missing, ImportAnswerProblem::client_missing, ImportAnswerProblem::code_missing,
          ImportAnswerProblem::code_too_long, ImportAnswerProblem::code_taken}) {
        EXPECT_FALSE(words_for(problem, {}).empty());
    }
    EXPECT_THAT(words_for(ImportAnswerProblem::code_similar, "A-001"), testing::HasSubstr("looks like A-001"));
}

TEST(ImportWords, OfferTablesFirstAndThenAllFiles)
{
    const auto kinds = words::file_kinds();
    ASSERT_EQ(kinds.size(), 2U);
    EXPECT_THAT(kinds.front().second, testing::StartsWith("*.csv;"));
    EXPECT_EQ(kinds.back().second, "*");
}

} // namespace
