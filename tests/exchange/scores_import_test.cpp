#include "app/exchange/scores_import.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace {

using namespace date::literals;
using app::ScoreRow;
using app::ScoresProblem;
using enum app::ScoresProblemKind;

constexpr model::Date today = 2026_y / 11 / 20;
const model::Moment now = date::sys_days{today} + std::chrono::hours{18};

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
        {.line = 2, .client_code = "A1", .details = {.measure = "phq-9", .taken_on = 2026_y / 1 / 5, .total = 12}},
        {.line = 3,
         .client_code = "A1",
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
              "Line 2, column measure: several measures are called \"PHQ-9\"; give the code of one, "
              "as mendline-cli measures lists it. Nothing was imported.");
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
    EXPECT_EQ(place_in(good + "A-code-that-is-far-too-long,2026-02-05,phq-9,3\n"),
              (Place{client_too_long, 3, "client"}));
    EXPECT_EQ(place_in(good + "\"A\n1\",2026-02-05,phq-9,3\n"), (Place{client_unreadable, 3, "client"}));
    EXPECT_EQ(place_in(good + "A1,2024-02-30,phq-9,3\n"), (Place{bad_date, 3, "date"}));
    EXPECT_EQ(place_in(good + "A1,2023-02-29,phq-9,3\n"), (Place{bad_date, 3, "date"}));
    EXPECT_EQ(place_in(good + "A1,2026-11-21,phq-9,3\n"), (Place{date_in_future, 3, "date"}));
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
    EXPECT_EQ(place_in(heading + "A1,2026-01-05,phq-9,1;2;3;0;0;0;0;0;4,\n"), (Place{refused, 2, "items"}));
    EXPECT_EQ(place_in(heading + "A1,2026-01-05,phq-9,1;2;3;0;0;0;0;0;a,\n"), (Place{bad_number, 2, "items"}));
    EXPECT_EQ(place_in(heading + "A1,2026-01-05,phq-9,1;2;3;0;0;0;0;0;0,6\n"), (Place{score_and_items, 2, "items"}));
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

    const auto refused = std::get<ScoresProblem>(app::import_scores(casebook, rows, now, false));

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

    const auto imported = std::get<app::ImportedScores>(app::import_scores(casebook, rows, now, false));

    EXPECT_EQ(imported, (app::ImportedScores{.scores = 3, .new_clients = {"B2", "A1"}}));
    const auto client = casebook.client_with_code("B2").value();
    EXPECT_EQ(casebook.episodes_of(client).front().admitted_on, 2026_y / 2 / 2);
    EXPECT_EQ(casebook.administrations_of(client).size(), 2U);
}

TEST(ImportScores, CountsTheNoticesThatTheAnswersRaised)
{
    auto casebook = storage::Casebook::in_memory();
    const auto notices_of = [&](const std::string& date, const std::string& items) {
        const auto rows = rows_of("client,date,measure,items\nA1," + date + ",phq-9," + items + "\n");
        return std::get<app::ImportedScores>(app::import_scores(casebook, rows, now, false)).notices;
    };

    EXPECT_EQ(notices_of("2026-01-05", "1;1;1;1;1;1;1;1;1"), 1U);
    EXPECT_EQ(notices_of("2026-01-19", "1;1;1;1;1;1;1;1;0"), 0U);
}

TEST(ImportScores, KeepsNothingWhenOnlyTrying)
{
    auto casebook = storage::Casebook::in_memory();
    const auto rows = rows_of("client,date,measure,score\nA1,2026-01-19,phq-9,12\n");

    const auto imported = std::get<app::ImportedScores>(app::import_scores(casebook, rows, now, true));

    EXPECT_EQ(imported.new_clients, std::vector<std::string>{"A1"});
    EXPECT_TRUE(casebook.caseload(today).empty());
}

TEST(ImportScores, RefusesAFileThatWasImportedBefore)
{
    auto casebook = storage::Casebook::in_memory();
    const auto rows = rows_of("client,date,measure,score\nA1,2026-01-19,phq-9,12\n");
    app::import_scores(casebook, rows, now, false);

    const auto again = std::get<ScoresProblem>(app::import_scores(casebook, rows, now, false));

    EXPECT_EQ((Place{again.kind, again.line, again.column}), (Place{already_there, 2, "measure"}));
    EXPECT_EQ(casebook.administrations_of(casebook.client_with_code("A1").value()).size(), 1U);
}

} // namespace
