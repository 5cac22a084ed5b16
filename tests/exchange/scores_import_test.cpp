#include "app/exchange/scores_import.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>

namespace {

using namespace date::literals;
using app::ImportedScores;
using app::ScoreRow;
using app::ScoresProblem;
using enum app::ScoresProblemKind;

constexpr model::Date today = 2026_y / 11 / 20;
const model::Moment now = date::sys_days{today} + std::chrono::hours{18};
const app::ImportTime import_time{.now = now, .today = today};

std::variant<std::vector<ScoreRow>, ScoresProblem> read(const std::string& csv)
{
    return app::read_scores(csv, model::shipped_measures(), today);
}

std::vector<ScoreRow> rows_of(const std::string& csv)
{
    const auto result = read(csv);
    if (const auto* problem = std::get_if<ScoresProblem>(&result)) {
        ADD_FAILURE() << words_for(*problem);
        return {};
    }
    return std::get<std::vector<ScoreRow>>(result);
}

ScoresProblem problem_in(const std::string& csv)
{
    const auto result = read(csv);
    if (!std::holds_alternative<ScoresProblem>(result)) {
        ADD_FAILURE() << "the file was taken";
        return {};
    }
    return std::get<ScoresProblem>(result);
}

struct Place {
    app::ScoresProblemKind kind{};
    std::size_t line = 0;
    std::string column{};

    bool operator==(const Place&) const = default;
};

std::ostream& operator<<(std::ostream& out, const Place& place)
{
    return out << "problem " << static_cast<int>(place.kind) << " on line " << place.line << ", column "
               << place.column;
}

Place place_in(const std::string& csv)
{
    const ScoresProblem problem = problem_in(csv);
    return {problem.kind, problem.line, problem.column};
}

TEST(ReadScores, ReadsTotalsAndItemsOfOneFile)
{
    const std::vector<ScoreRow> expected{
        {.line = 2, .client = "A1", .details = {.measure = "phq-9", .taken_on = 2026_y / 1 / 5, .total = 12}},
        {.line = 3,
         .client = "A1",
         .details = {.measure = "phq-9",
                     .taken_on = 2026_y / 1 / 19,
                     .answers = {3, 2, std::nullopt, 1, 0, 1, 2, 3, 0}}},
    };

    EXPECT_EQ(rows_of("measure,client,date,items,score\n"
                      "phq-9,A1,2026-01-05,,12\n"
                      "phq-9,A1,2026-01-19,3;2;;1;0;1;2;3;0,\n"),
              expected);
}

TEST(ReadScores, FindsAMeasureByTheNameThatScreensShowAsWellAsByItsCode)
{
    for (const std::string measure : {"phq-9", "PHQ-9", "Phq-9", "csip boundary form", "CSIP-BOUNDARY"}) {
        const std::string code = measure.size() == 5 ? "phq-9" : "csip-boundary";
        const std::string items =
            code == "phq-9" ? "0;0;0;0;0;0;0;0;0" : "0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0;0";
        const auto rows = rows_of("client,date,measure,items\nA1,2026-01-05," + measure + "," + items + "\n");
        ASSERT_EQ(rows.size(), 1U) << measure;
        EXPECT_EQ(rows.front().details.measure, code);
    }
}

TEST(ReadScores, AsksForTheCodeWhereSeveralMeasuresHaveTheName)
{
    auto measures = model::shipped_measures();
    model::MeasureDefinition other = *std::ranges::find(measures, "phq-9", &model::MeasureDefinition::code);
    other.code = "phq-9-weekly";
    measures.push_back(other);
    const auto read_with = [&](const std::string& measure) {
        return app::read_scores("client,date,measure,score\nA1,2026-01-05," + measure + ",12\n", measures, today);
    };

    EXPECT_EQ(std::get<std::vector<ScoreRow>>(read_with("phq-9-weekly")).front().details.measure, "phq-9-weekly");
    EXPECT_EQ(std::get<std::vector<ScoreRow>>(read_with("phq-9")).front().details.measure, "phq-9");
    const auto problem = std::get<ScoresProblem>(read_with("PHQ-9"));
    EXPECT_EQ(problem.kind, ambiguous_measure);
    EXPECT_EQ(words_for(problem),
              "Line 2, column measure: several measures are called \"PHQ-9\"; give the code of one. "
              "mendline-cli measures lists them. Nothing was imported.");
}

TEST(ReadScores, TakesAFileWithAHeadingOnly)
{
    EXPECT_EQ(rows_of("client,date,measure,score\n"), std::vector<ScoreRow>{});
}

TEST(ReadScores, NamesTheLineAndColumnOfEveryKindOfMistake)
{
    const std::string good = "client,date,measure,score\nA1,2026-01-05,phq-9,12\n";

    EXPECT_EQ(place_in(""), (Place{empty_file, 1, ""}));
    EXPECT_EQ(place_in("client,date,score\n"), (Place{column_missing, 1, "measure"}));
    EXPECT_EQ(place_in("client,date,measure\n"), (Place{neither_score_nor_items, 1, "score"}));
    EXPECT_EQ(place_in("client,date,measure,score,mood\n"), (Place{column_unknown, 1, "mood"}));
    EXPECT_EQ(place_in("client,date,measure,score,date\n"), (Place{column_twice, 1, "date"}));
    EXPECT_EQ(place_in(good + "A1,2026-02-05,phq-9\n"), (Place{wrong_field_count, 3, ""}));
    EXPECT_EQ(place_in(good + " ,2026-02-05,phq-9,3\n"), (Place{client_missing, 3, "client"}));
    EXPECT_EQ(place_in(good + "\"A\n1\",2026-02-05,phq-9,3\n"), (Place{client_unreadable, 3, "client"}));
    EXPECT_EQ(place_in(good + "A1,2024-02-30,phq-9,3\n"), (Place{bad_date, 3, "date"}));
    EXPECT_EQ(place_in(good + "A1,2023-02-29,phq-9,3\n"), (Place{bad_date, 3, "date"}));
    EXPECT_EQ(place_in(good + "A1,2026-11-21,phq-9,3\n"), (Place{date_in_future, 3, "date"}));
    EXPECT_EQ(place_in(good + "A1,1068-01-20,phq-9,3\n"), (Place{date_too_early, 3, "date"}));
    EXPECT_EQ(place_in(good + "A1,0206-01-20,phq-9,3\n"), (Place{date_too_early, 3, "date"}));
    EXPECT_EQ(place_in(good + "A1,1949-12-31,phq-9,3\n"), (Place{date_too_early, 3, "date"}));
    EXPECT_EQ(place_in(good + "A1,2026-02-05,phq-8,3\n"), (Place{unknown_measure, 3, "measure"}));
    EXPECT_EQ(place_in(good + "A1,2026-02-05,phq-9,\n"), (Place{score_missing, 3, "score"}));
    EXPECT_EQ(place_in(good + "A1,2026-02-05,phq-9,3x\n"), (Place{bad_number, 3, "score"}));
    EXPECT_EQ(place_in(good + "A1,2026-02-05,phq-9,nan\n").line, 3U);
    EXPECT_EQ(place_in(good + "A1,2026-02-05,phq-9,28\n"), (Place{refused, 3, "score"}));
    EXPECT_EQ(place_in(good + "A1,2026-02-05,phq-9,-1\n"), (Place{refused, 3, "score"}));
    EXPECT_EQ(place_in(good + "A1,2026-02-05,etmcq,3\n"), (Place{refused, 3, "score"}));
    EXPECT_EQ(place_in(good + "A1,2026-01-05,phq-9,12\n"), (Place{twice_in_file, 3, "measure"}));
    EXPECT_EQ(place_in(good + "A\xFF,2026-02-05,phq-9,3\n"), (Place{not_utf8, 3, "client"}));
    EXPECT_EQ(place_in(good + "A1,2026-02-05,\"phq-9,3\n"), (Place{broken_quotes, 3, ""}));
}

TEST(ReadScores, NamesTheLineAndColumnOfWrongItems)
{
    const std::string heading = "client,date,measure,items,score\n";

    EXPECT_EQ(place_in(heading + "A1,2026-01-05,phq-9,1;2;3,\n"), (Place{refused, 2, "items"}));
    EXPECT_EQ(place_in(heading + "A1,2026-01-05,phq-9,1;2;3;0;0;0;0;0;-1,\n"), (Place{refused, 2, "items"}));
    EXPECT_EQ(place_in(heading + "A1,2026-01-05,phq-9,1;2;3;0;0;0;0;0;a,\n"), (Place{bad_number, 2, "items"}));
    EXPECT_EQ(place_in(heading + "A1,2026-01-05,phq-9,1;2;3;0;0;0;0;0;0,6\n"), (Place{score_and_items, 2, "items"}));
}

TEST(ReadScores, TakesWhatSpreadsheetsWrite)
{
    const auto expected = rows_of("client,date,measure,score\nA1,2026-01-05,scs-sf,3.5\nB2,2026-02-05,phq-9,9\n");
    ASSERT_EQ(expected.size(), 2U);
    const std::map<std::string, std::string> spreadsheets{
        {"semicolons and decimal commas",
         "client;date;measure;score\nA1;2026-01-05;scs-sf;3,5\nB2;2026-02-05;phq-9;9\n"},
        {"tabs", "client\tdate\tmeasure\tscore\nA1\t2026-01-05\tscs-sf\t3,5\nB2\t2026-02-05\tphq-9\t9\n"},
        {"a quoted decimal comma", "client,date,measure,score\nA1,2026-01-05,scs-sf,\"3,5\"\nB2,2026-02-05,phq-9,9\n"},
        {"capitals and blanks", "Client, DATE ,Measure,SCORE\nA1,2026-01-05,scs-sf,3.5\nB2,2026-02-05,phq-9,9\n"},
        {"trailing separators", "client;date;measure;score;;\nA1;2026-01-05;scs-sf;3,5;;\nB2;2026-02-05;phq-9;9;;\n"},
        {"trailing separators in rows",
         "client,date,measure,score\nA1,2026-01-05,scs-sf,3.5,\nB2,2026-02-05,phq-9,9,,\n"},
        {"a byte order mark and old line ends",
         "\xEF\xBB\xBF"
         "client;date;measure;score\r\nA1;2026-01-05;scs-sf;3,5\r\nB2;2026-02-05;phq-9;9\r\n"},
        {"all values in quotation marks", "\"client\";\"date\";\"measure\";\"score\"\n\"A1\";\"2026-01-05\";\"scs-sf\";"
                                          "\"3,5\"\n\"B2\";\"2026-02-05\";\"phq-9\";\"9\"\n"},
    };
    for (const auto& [what, file] : spreadsheets) {
        EXPECT_EQ(rows_of(file), expected) << what;
    }
}

TEST(ReadScores, PassesOverEmptyLinesOfASpreadsheet)
{
    const auto rows = rows_of("client;date;measure;score\n;;;\nA1;2026-01-05;phq-9;9\n;;;\n ; ;;\n");
    ASSERT_EQ(rows.size(), 1U);
    EXPECT_EQ(rows.front().line, 3U) << "lines are those of the file";
}

TEST(ReadScores, TakesAnswersBetweenWhateverSeparatesThem)
{
    const model::Answers answers{3, 2, std::nullopt, 1, 0, 1, 2, 3, 0};
    for (const std::string file : {"client,date,measure,items\nA1,2026-01-05,phq-9,3;2;;1;0;1;2;3;0\n",
                                   "client,date,measure,items\nA1,2026-01-05,phq-9,\"3,2,,1,0,1,2,3,0\"\n",
                                   "client;date;measure;items\nA1;2026-01-05;phq-9;3;2;;1;0;1;2;3;0\n",
                                   "client;date;measure;items\nA1;2026-01-05;phq-9;\"3;2;;1;0;1;2;3;0\"\n",
                                   "client;date;items;measure\nA1;2026-01-05;3,2,,1,0,1,2,3,0;phq-9\n",
                                   "client\tdate\tmeasure\titems\nA1\t2026-01-05\tphq-9\t3;2;;1;0;1;2;3;0\n"}) {
        const auto rows = rows_of(file);
        ASSERT_EQ(rows.size(), 1U) << file;
        EXPECT_EQ(rows.front().details.answers, answers) << file;
    }
}

TEST(ReadScores, NamesAnUnknownColumnOfASpreadsheetByItself)
{
    EXPECT_EQ(place_in("client;date;measure;mood\n"), (Place{column_unknown, 1, "mood"}));
    EXPECT_EQ(place_in("client\tdate\tform\tscore\n"), (Place{column_unknown, 1, "form"}));
}

TEST(ReadScores, AsksWhereAnswersMayBeCountedFromOne)
{
    const std::string heading = "client,date,measure,items\n";
    const std::string never_zero =
        heading + "A1,2026-01-05,phq-9,1;2;3;1;1;1;2;1;1\nA1,2026-02-05,phq-9,1;1;1;1;1;1;1;1;2\n";
    EXPECT_EQ(place_in(never_zero), (Place{answers_never_lowest, 2, "items"}));
    EXPECT_EQ(words_for(problem_in(never_zero)),
              "Line 2, column items: no answer to PHQ-9 in this file is 0, the lowest there is. If the file counts its "
              "answers from 1, import it with --answers-from phq-9=1. If they are right as they are, add "
              "--answers-from phq-9=0. "
              "Nothing was imported.");

    const std::string above = heading + "A1,2026-01-05,phq-9,1;2;4;1;1;1;2;1;1\n";
    EXPECT_EQ(place_in(above), (Place{answer_above_highest, 2, "items"}));
    EXPECT_EQ(
        words_for(problem_in(above)),
        "Line 2, column items: the answer 4 to item 3 is not between 0 and 3. If the file counts its answers from "
        "1, import it with --answers-from phq-9=1. Nothing was imported.");

    // The lowest once, anywhere in the file and in any client's form, and they are what they seem.
    EXPECT_EQ(rows_of(never_zero + "B2,2026-02-05,phq-9,1;1;1;1;0;1;1;1;2\n").size(), 3U);
    // An unanswered item is no lowest answer.
    EXPECT_EQ(place_in(heading + "A1,2026-01-05,phq-9,1;2;;1;1;1;2;1;1\n").kind, answers_never_lowest);
    // Of a form that itself counts from 1 the same holds one higher.
    EXPECT_EQ(place_in(heading + "A1,2026-01-05,scs-sf,2;3;2;2;3;4;2;2;2;2;2;2\n").kind, answers_never_lowest);
    EXPECT_EQ(rows_of(heading + "A1,2026-01-05,scs-sf,1;3;2;2;3;4;2;2;2;2;2;2\n").size(), 1U);
}

TEST(ReadScores, TakesAnswersAsTheyAreSaidToBeCounted)
{
    const auto answers_in = [](const std::string& items, int from) {
        const auto read = app::read_scores("client,date,measure,items\nA1,2026-01-05,phq-9," + items + "\n",
                                           model::shipped_measures(), today, {.answers_from = {.of_others = from}});
        return std::get<std::vector<ScoreRow>>(read).front().details.answers;
    };
    EXPECT_EQ(answers_in("1;2;4;1;1;;2;1;1", 1), (model::Answers{0, 1, 3, 0, 0, std::nullopt, 1, 0, 0}));
    EXPECT_EQ(answers_in("1;2;3;1;1;1;2;1;1", 0), (model::Answers{1, 2, 3, 1, 1, 1, 2, 1, 1}));

    const auto refused_answer = app::read_scores("client,date,measure,items\nA1,2026-01-05,phq-9,1;2;5;1;1;1;2;1;0\n",
                                                 model::shipped_measures(), today, {.answers_from = {.of_others = 1}});
    EXPECT_EQ(words_for(std::get<ScoresProblem>(refused_answer)),
              "Line 2, column items: the answer 5 to item 3 is not between 1 and 4. Nothing was imported.")
        << "as it stands in the file";
}

TEST(ReadScores, TakesWhatOtherSpreadsheetsWriteAsWell)
{
    const auto expected = rows_of("client,date,measure,score\nA1,2026-01-05,phq-9,9\n");
    ASSERT_EQ(expected.size(), 1U);
    for (const std::string file :
         {"client|date|measure|score\nA1|2026-01-05|phq-9|9\n", "client;date;measure;score\nA1;05.01.2026;phq-9;9\n",
          "client;date;measure;score\nA1;5.1.2026;phq-9;9\n",
          "client,date,measure,score\nA1,2026-01-05 00:00:00,phq-9,9\n"}) {
        EXPECT_EQ(rows_of(file), expected) << file;
    }
    const auto told = rows_of("sep=;\nclient;date;measure;score\nA1;2026-01-05;phq-9;9\n");
    ASSERT_EQ(told.size(), 1U);
    EXPECT_EQ(told.front().line, 3U);
    EXPECT_EQ(rows_of("client,date,measure,items\nA1,2026-01-05,phq-9,0 1 2 3 0 0 0 0 0\n").size(), 1U);
    for (const std::string date : {"05.13.2026", "5/13-2026", "2026-01-05 09:30"}) {
        EXPECT_EQ(place_in("client,date,measure,score\nA1," + date + ",phq-9,9\n"), (Place{bad_date, 2, "date"}))
            << date;
    }
    EXPECT_EQ(place_in("PK\x03\x04whatever"), (Place{is_workbook, 1, ""}));
}

TEST(ReadScores, CountsTheAnswersToEachMeasureByItself)
{
    const std::string both = "client,date,measure,items\nA1,2026-01-05,phq-9,1;2;3;1;1;1;2;1;1\n"
                             "A1,2026-01-05,scs-sf,1;3;2;2;3;4;2;2;2;2;2;2\n";
    const auto read_with = [&](const app::AnswersFrom& answers_from) {
        const auto read = app::read_scores(both, model::shipped_measures(), today, {.answers_from = answers_from});
        return std::get<std::vector<ScoreRow>>(read);
    };
    const model::Answers as_they_are{1, 3, 2, 2, 3, 4, 2, 2, 2, 2, 2, 2};
    EXPECT_EQ(read_with({.of_measure = {{"phq-9", 0}}}).at(1).details.answers, as_they_are);
    EXPECT_EQ(read_with({.of_others = 0}).at(1).details.answers, as_they_are) << "no form that counts from 1 has a 0";
    EXPECT_EQ(read_with({.of_others = 1}).at(1).details.answers, as_they_are);
    EXPECT_EQ(read_with({.of_others = 1}).at(0).details.answers.front(), 0);
}

TEST(ReadScores, TakesAnAnswerLeftOutAtTheEndForNoSeparator)
{
    for (const std::string row : {"A1;2026-01-05;phq-9;0;1;1;1;1;1;1;1;", "A1;2026-01-05;phq-9;0;1;1;1;1;1;1;1;;;"}) {
        const auto rows = rows_of("client;date;measure;items\n" + row + "\n");
        ASSERT_EQ(rows.size(), 1U) << row;
        EXPECT_EQ(rows.front().details.answers, (model::Answers{0, 1, 1, 1, 1, 1, 1, 1, std::nullopt})) << row;
    }
}

TEST(ReadScores, SaysTheMistakeInOneSentenceThatSaysNothingWasImported)
{
    EXPECT_EQ(words_for(problem_in("client,date,measure,score\nA1,2024-02-30,phq-9,3\n")),
              "Line 2, column date: \"2024-02-30\" is not a date; write it as 2026-11-20. Nothing was imported.");
}

TEST(ReadScores, QuotesNothingThatWouldSteerATerminal)
{
    const auto problem = problem_in("client,date,measure,score\nA1,\"2024\n\x1B[2J\",phq-9,3\n");

    EXPECT_EQ(problem.value, "2024\uFFFD\uFFFD[2J");
}

TEST(ImportScores, RefusesAScoreFromBeforeTheClientWasBorn)
{
    auto casebook = storage::Casebook::in_memory();
    casebook.add_client({.code = "A1", .born_on = 1990_y / 5 / 4});
    const auto rows = rows_of("client,date,measure,score\n"
                              "A1,1990-05-04,phq-9,9\n"
                              "A1,1990-05-03,phq-9,12\n");

    const auto refused = std::get<ScoresProblem>(app::import_scores(casebook, rows, import_time));

    EXPECT_EQ((Place{refused.kind, refused.line, refused.column}), (Place{date_before_birth, 3, "date"}));
    EXPECT_EQ(casebook.administrations_of(casebook.client_with_code("A1").value()).size(), 0U);
}

TEST(ImportScores, MakesUnknownClientsWithAnEpisodeFromTheirFirstDate)
{
    auto casebook = storage::Casebook::in_memory();
    const auto rows = rows_of("client,date,measure,score\n"
                              "B2,2026-03-02,phq-9,9\n"
                              "A1,2026-01-19,phq-9,12\n"
                              "B2,2026-02-02,phq-9,11\n");

    const auto imported = std::get<ImportedScores>(app::import_scores(casebook, rows, import_time));

    EXPECT_EQ(imported,
              (ImportedScores{.scores = 3, .new_clients = {{"B2", 2026_y / 2 / 2}, {"A1", 2026_y / 1 / 19}}}));
    const auto client = casebook.client_with_code("B2").value();
    EXPECT_EQ(casebook.episodes_of(client).front().admitted_on, 2026_y / 2 / 2);
    EXPECT_EQ(casebook.administrations_of(client).size(), 2U);
}

TEST(ImportScores, CountsTheNoticesThatTheAnswersRaised)
{
    auto casebook = storage::Casebook::in_memory();
    const auto notices_of = [&](const std::string& date, const std::string& items) {
        const auto rows = rows_of("client,date,measure,items\nA1," + date + ",phq-9," + items + "\n");
        return std::get<ImportedScores>(app::import_scores(casebook, rows, import_time)).notices;
    };

    EXPECT_EQ(notices_of("2026-11-05", "0;1;1;1;1;1;1;1;1"), 1U);
    EXPECT_EQ(notices_of("2026-11-19", "1;1;1;1;1;1;1;1;0"), 0U);
}

/// A casebook with three clients, two of whom share a name.
storage::Casebook with_clients()
{
    auto casebook = storage::Casebook::in_memory();
    casebook.add_client({.code = "A-001", .name = "Ada Lind", .preferred_name = "Addie"});
    casebook.add_client({.code = "B-001", .name = "Ben Okoro"});
    casebook.add_client({.code = "B-007", .name = "Ben Okoro"});
    return casebook;
}

ImportedScores imported_into(storage::Casebook& casebook, const std::string& csv,
                             const app::ImportChoices& choices = {})
{
    const auto result = app::import_scores(casebook, rows_of(csv), import_time, choices);
    if (const auto* problem = std::get_if<ScoresProblem>(&result)) {
        ADD_FAILURE() << words_for(*problem);
        return {};
    }
    return std::get<ImportedScores>(result);
}

std::string refusal_for(const std::string& client, const app::ImportChoices& choices = {})
{
    auto casebook = with_clients();
    const auto rows = rows_of("client,date,measure,score\n" + client + ",2026-01-05,phq-9,12\n");
    const auto result = app::import_scores(casebook, rows, import_time, choices);
    EXPECT_EQ(casebook.clients().size(), 3U + (std::holds_alternative<ScoresProblem>(result) ? 0 : 1));
    return std::holds_alternative<ScoresProblem>(result) ? words_for(std::get<ScoresProblem>(result)) : "";
}

TEST(ImportScores, KnowsAClientByEverySpellingOfTheCodeAndByTheName)
{
    auto casebook = with_clients();
    const auto imported = imported_into(casebook, "client,date,measure,score\n"
                                                  "A-001,2026-01-05,phq-9,12\n"
                                                  "a-001,2026-01-06,phq-9,12\n"
                                                  "A–001,2026-01-07,phq-9,12\n"
                                                  "a 001,2026-01-08,phq-9,12\n"
                                                  "Ａ-００１,2026-01-09,phq-9,12\n"
                                                  "Ada Lind,2026-01-10,phq-9,12\n"
                                                  "ada lind,2026-01-11,phq-9,12\n"
                                                  "Addie,2026-01-12,phq-9,12\n");
    EXPECT_EQ(imported, (ImportedScores{.scores = 8}));
    EXPECT_EQ(casebook.administrations_of(casebook.client_with_code("A-001").value()).size(), 8U);
    EXPECT_EQ(casebook.clients().size(), 3U);
}

TEST(ImportScores, MakesOneClientOfAllSpellingsOfANewCode)
{
    auto casebook = storage::Casebook::in_memory();
    const auto imported =
        imported_into(casebook, "client,date,measure,score\n"
                                "c-9,2026-01-05,phq-9,12\nC-9,2026-01-06,phq-9,11\nC–9,2026-01-07,phq-9,10\n");
    EXPECT_EQ(imported, (ImportedScores{.scores = 3, .new_clients = {{"c-9", 2026_y / 1 / 5}}}));
    EXPECT_EQ(casebook.clients().size(), 1U);
}

TEST(ImportScores, SeesTheSameScoreTwiceUnderTwoSpellings)
{
    auto casebook = with_clients();
    const auto rows = rows_of("client,date,measure,score\nA-001,2026-01-05,phq-9,12\nAda Lind,2026-01-05,phq-9,12\n");
    const auto refused = std::get<ScoresProblem>(app::import_scores(casebook, rows, import_time));
    EXPECT_EQ((Place{refused.kind, refused.line, refused.column}), (Place{twice_in_file, 3, "measure"}));
}

TEST(ImportScores, AsksWhetherACodeThatLooksLikeAnotherIsANewClients)
{
    for (const std::string alike : {"A-OO1", "A001", "A-1", "A-00l", "А-001"}) {
        const std::string words = refusal_for(alike);
        EXPECT_NE(words.find("looks like \"A-001\""), std::string::npos) << alike << ": " << words;
        EXPECT_EQ(refusal_for(alike, {.new_clients = {alike}}), "") << alike;
    }
    EXPECT_EQ(refusal_for("A-OO1"),
              "Line 2, column client: the code \"A-OO1\" looks like \"A-001\". If that client is meant, add --client "
              "\"A-OO1=A-001\"; if it is another client, add --new-client \"A-OO1\". Nothing was imported.");
    EXPECT_EQ(refusal_for("A-002"), "");
}

TEST(ImportScores, AsksWhetherTwoNewCodesOfOneFileThatLookAlikeAreTwoClients)
{
    auto casebook = storage::Casebook::in_memory();
    const std::string file = "client,date,measure,score\n007,2026-01-05,phq-9,12\n7,2026-01-05,phq-9,12\n";
    const auto refused = std::get<ScoresProblem>(app::import_scores(casebook, rows_of(file), import_time));
    EXPECT_EQ((Place{refused.kind, refused.line, refused.column}), (Place{client_looks_alike, 3, "client"}));
    EXPECT_EQ(imported_into(casebook, file, {.new_clients = {"7"}}).new_clients.size(), 2U);

    auto another = storage::Casebook::in_memory();
    EXPECT_EQ(imported_into(another, "client,date,measure,score\nP1,2026-01-05,phq-9,12\nP2,2026-01-05,phq-9,12\n")
                  .new_clients.size(),
              2U);
}

TEST(ImportScores, MakesNobodysNameACodeUnasked)
{
    for (const std::string name : {"Carla Diaz", "Bartholomewson", "Wolfeschlegelstein"}) {
        const std::string words = refusal_for(name);
        EXPECT_NE(words.find("is nobody's code or name here"), std::string::npos) << name << ": " << words;
        EXPECT_EQ(refusal_for(name, {.new_clients = {name}}), "") << name;
    }
    EXPECT_NE(refusal_for("Ben Okoro").find("several clients are called \"Ben Okoro\""), std::string::npos);
    EXPECT_NE(refusal_for("A-code-that-is-far-too-long").find("is too long"), std::string::npos);
}

TEST(ImportScores, KnowsANameInWhateverOrderAndAsksAboutAPartOfOne)
{
    auto casebook = with_clients();
    EXPECT_EQ(imported_into(casebook, "client,date,measure,score\n\"Lind, Ada\",2026-01-05,phq-9,12\n"
                                      "Ada  Lind,2026-01-06,phq-9,12\n"),
              (ImportedScores{.scores = 2}));
    for (const std::string part : {"Lind", "ada", "Okoro"}) {
        EXPECT_NE(refusal_for(part).find("is nobody's code or name here"), std::string::npos) << part;
    }
}

TEST(ImportScores, BringNoErasedClientBackUnasked)
{
    auto casebook = with_clients();
    casebook.erase_client(casebook.client_with_code("A-001").value(), model::ErasureGround::legal_duty, "Asked", now);
    const auto rows = rows_of("client,date,measure,score\na-001,2026-01-05,phq-9,12\n");
    const auto refused = std::get<ScoresProblem>(app::import_scores(casebook, rows, import_time));
    EXPECT_EQ(words_for(refused), "Line 2, column client: the record of \"a-001\" was removed or erased from this "
                                  "casebook. If it is to be a new client, add --new-client \"a-001\". Nothing was "
                                  "imported.");
    EXPECT_TRUE(std::holds_alternative<ImportedScores>(
        app::import_scores(casebook, rows, import_time, {.new_clients = {"A-001"}})));
}

TEST(ImportScores, BringNobodyBackWhoHadBeenMergedIntoAnErasedClient)
{
    auto casebook = with_clients();
    const auto twin = casebook.add_client({.code = "T-7"});
    casebook.merge_clients(twin, casebook.client_with_code("A-001").value(), "One person", now);
    casebook.erase_client(casebook.client_with_code("A-001").value(), model::ErasureGround::legal_duty, "Asked", now);
    const auto rows = rows_of("client,date,measure,score\nT-7,2026-01-05,phq-9,12\n");
    EXPECT_EQ(std::get<ScoresProblem>(app::import_scores(casebook, rows, import_time)).kind,
              app::ScoresProblemKind::client_was_erased);
}

TEST(ImportScores, AskAboutACodeThatLooksLikeThatOfSomebodyWhoWasMerged)
{
    auto casebook = with_clients();
    casebook.merge_clients(casebook.add_client({.code = "T-7"}), casebook.client_with_code("A-001").value(),
                           "One person", now);
    const auto rows = rows_of("client,date,measure,score\nT7,2026-01-05,phq-9,12\n");
    const auto refused = std::get<ScoresProblem>(app::import_scores(casebook, rows, import_time));
    EXPECT_EQ(refused.kind, app::ScoresProblemKind::client_looks_alike);
    EXPECT_EQ(refused.other, "T-7");
    app::import_scores(casebook, rows, import_time, {.clients = {{"T7", "T-7"}}});
    EXPECT_EQ(casebook.administrations_of(casebook.client_with_code("A-001").value()).size(), 1U);
}

TEST(ImportScores, TakesWhoWasNewTheFirstTimeWhenAGrowingFileComesAgain)
{
    auto casebook = with_clients();
    const std::string file = "client,date,measure,score\nA-1,2026-01-05,phq-9,12\n";
    app::import_scores(casebook, rows_of(file), import_time, {.new_clients = {"A-1"}});
    const auto grown = rows_of(file + "A-1,2026-02-05,phq-9,9\n");
    EXPECT_EQ(std::get<ScoresProblem>(app::import_scores(casebook, grown, import_time, {.new_clients = {"A-1"}})).kind,
              app::ScoresProblemKind::client_exists);
    const auto again = app::import_scores(casebook, grown, import_time, {.new_clients = {"A-1"}, .skip_known = true});
    EXPECT_EQ(std::get<ImportedScores>(again).scores, 1U);
}

TEST(ImportScores, KeepsNothingWhenOnlyTrying)
{
    auto casebook = storage::Casebook::in_memory();
    const auto rows = rows_of("client,date,measure,score\nA1,2026-01-19,phq-9,12\n");

    const auto imported = std::get<ImportedScores>(app::import_scores(casebook, rows, import_time, {.dry_run = true}));

    EXPECT_EQ(imported.new_clients, (std::vector<app::AdmittedByImport>{{"A1", 2026_y / 1 / 19}}));
    EXPECT_TRUE(casebook.caseload(today).empty());
}

TEST(ImportScores, RefusesAFileThatWasImportedBefore)
{
    auto casebook = storage::Casebook::in_memory();
    const auto rows = rows_of("client,date,measure,score\nA1,2026-01-19,phq-9,12\n");
    app::import_scores(casebook, rows, import_time);

    const auto again = std::get<ScoresProblem>(app::import_scores(casebook, rows, import_time));

    EXPECT_EQ((Place{again.kind, again.line, again.column}), (Place{already_there, 2, "measure"}));
    EXPECT_EQ(casebook.administrations_of(casebook.client_with_code("A1").value()).size(), 1U);
}

TEST(ImportScores, TakesWhatIsNewOfAFileThatHasGrown)
{
    auto casebook = storage::Casebook::in_memory();
    const std::string first = "client,date,measure,score\nA1,2026-01-19,phq-9,12\nB2,2026-01-19,phq-9,7\n";
    const std::string grown = first + "A1,2026-02-19,phq-9,9\nC3,2026-02-19,phq-9,8\n";
    imported_into(casebook, first);
    EXPECT_EQ(imported_into(casebook, grown, {.skip_known = true}),
              (ImportedScores{.scores = 2, .known = {2, 3}, .new_clients = {{"C3", 2026_y / 2 / 19}}}));
    EXPECT_EQ(imported_into(casebook, grown, {.skip_known = true}),
              (ImportedScores{.scores = 0, .known = {2, 3, 4, 5}}));
    EXPECT_EQ(casebook.administrations_of(casebook.client_with_code("A1").value()).size(), 2U);
}

TEST(ImportScores, RefusesAGrownFileThatContradictsTheCasebook)
{
    auto casebook = storage::Casebook::in_memory();
    imported_into(casebook, "client,date,measure,score\nA1,2026-01-19,phq-9,12\n");
    const auto rows = rows_of("client,date,measure,score\nA1,2026-02-19,phq-9,9\nA1,2026-01-19,phq-9,13\n");
    const auto refused = std::get<ScoresProblem>(app::import_scores(casebook, rows, import_time, {.skip_known = true}));
    EXPECT_EQ((Place{refused.kind, refused.line, refused.column}), (Place{contradicts_casebook, 3, "measure"}));
    EXPECT_EQ(casebook.administrations_of(casebook.client_with_code("A1").value()).size(), 1U);
}

} // namespace
