#include "app/exchange/scores_import.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace date::literals;
using app::ImportChoices;
using app::ImportedScores;
using app::RowTaking;
using app::ScoresProblem;
using enum app::ScoresProblemKind;

const app::ImportTime choices_time{.now = date::sys_days{2026_y / 11 / 20} + std::chrono::hours{18},
                                   .today = 2026_y / 11 / 20};

std::vector<app::ScoreRow> score_rows(const std::string& lines)
{
    return std::get<std::vector<app::ScoreRow>>(
        app::read_scores("client,date,measure,score\n" + lines, model::shipped_measures(), 2026_y / 11 / 20));
}

storage::Casebook with_ada()
{
    auto casebook = storage::Casebook::in_memory();
    casebook.add_client({.code = "A-001", .name = "Ada Lind"});
    return casebook;
}

std::variant<ImportedScores, ScoresProblem> import(storage::Casebook& casebook, const std::string& lines,
                                                   const ImportChoices& choices)
{
    return app::import_scores(casebook, score_rows(lines), choices_time, choices);
}

TEST(ImportChoices, SayWhoIsMeantHoweverItIsSpelt)
{
    auto casebook = with_ada();
    const std::string lines = "A-OO1,2026-01-05,phq-9,12\na–oo1,2026-01-06,phq-9,11\nA.L.,2026-01-07,phq-9,10\n";

    const auto imported = import(casebook, lines, {.clients = {{"A-OO1", "a-001"}, {"a.l.", "A-001"}}});

    EXPECT_EQ(std::get<ImportedScores>(imported), (ImportedScores{.scores = 3}));
    EXPECT_EQ(casebook.clients().size(), 1U);
}

TEST(ImportChoices, LeadFromANameToANewCodeThatIsNamed)
{
    auto casebook = with_ada();
    const std::string lines = "Bartholomew Longname the Third,2026-01-05,phq-9,12\n"
                              "B-2,2026-01-06,phq-9,11\n";

    const auto imported =
        import(casebook, lines, {.new_clients = {"B-2"}, .clients = {{"Bartholomew Longname the Third", "B-2"}}});

    EXPECT_EQ(std::get<ImportedScores>(imported),
              (ImportedScores{.scores = 2, .new_clients = {{"B-2", 2026_y / 1 / 5}}}));
    EXPECT_EQ(casebook.administrations_of(casebook.client_with_code("B-2").value()).size(), 2U);
}

TEST(ImportChoices, MakeNoClientOfASlipInTheCodeThatIsMeant)
{
    auto casebook = with_ada();
    const auto refused =
        std::get<ScoresProblem>(import(casebook, "A-OO1,2026-01-05,phq-9,12\n", {.clients = {{"A-OO1", "A-002"}}}));
    EXPECT_EQ(refused.kind, client_not_a_code);
    EXPECT_EQ(refused.value, "A-002");
    EXPECT_EQ(casebook.clients().size(), 1U);
}

TEST(ImportChoices, SeeTheSameScoreTwiceWhereTwoNamesMeanOneClient)
{
    auto casebook = with_ada();
    const auto refused = std::get<ScoresProblem>(
        import(casebook, "A-001,2026-01-05,phq-9,12\nA-OO1,2026-01-05,phq-9,12\n", {.clients = {{"A-OO1", "A-001"}}}));
    EXPECT_EQ(refused.kind, twice_in_file);
    EXPECT_EQ(refused.line, 3U);
}

TEST(ImportChoices, LeaveOutRowsThatContradictTheCasebook)
{
    auto casebook = with_ada();
    import(casebook, "A-001,2026-01-05,phq-9,12\nA-001,2026-01-06,phq-9,11\n", {});
    const std::string lines = "A-001,2026-01-05,phq-9,13\nA-001,2026-01-06,phq-9,11\nA-001,2026-01-07,phq-9,9\n";

    const auto imported = import(casebook, lines, {.skip_known = true, .skip_contradicting = true});

    EXPECT_EQ(std::get<ImportedScores>(imported), (ImportedScores{.scores = 1, .known = {3}, .contradicting = {2}}));
    const auto kept = casebook.administrations_of(casebook.client_with_code("A-001").value());
    ASSERT_EQ(kept.size(), 3U);
    EXPECT_EQ(kept.front().details.total, 12);
}

TEST(ImportChoices, AdmitNobodyBeforeTheirBirth)
{
    auto casebook = storage::Casebook::in_memory();
    casebook.add_client({.code = "B-2", .name = "Bo Li", .born_on = 2000_y / 5 / 1});
    for (const bool dry_run : {true, false}) {
        const auto refused = std::get<ScoresProblem>(
            import(casebook, "B-2,2026-01-05,phq-9,12\n", {.admitted = 1999_y / 1 / 1, .dry_run = dry_run}));
        EXPECT_EQ(refused.kind, admission_refused);
        EXPECT_EQ(refused.admission, model::EpisodeProblem::before_birth);
    }
}

TEST(ImportChoices, SayWhereAnAdmissionThatIsNamedChangesNothing)
{
    auto casebook = with_ada();
    casebook.admit(casebook.client_with_code("A-001").value(), 2026_y / 1 / 1, model::LevelOfCare::outpatient, "");
    const std::string line = "A-001,2026-01-05,phq-9,12\n";
    const ImportChoices moving{.skip_known = true, .admitted_clients = {{"a 001", 2025_y / 12 / 1}}};
    const ImportedScores new_score{.scores = 1, .not_moved = {{.code = "A-001", .on = 2026_y / 1 / 1}}};
    EXPECT_EQ(std::get<ImportedScores>(import(casebook, line, moving)), new_score);
    const ImportedScores only_known{.known = {2}, .not_moved = {{.code = "A-001", .on = 2026_y / 1 / 1}}};
    EXPECT_EQ(std::get<ImportedScores>(import(casebook, line, moving)), only_known);
    EXPECT_EQ(words_for(new_score),
              "Imported 1 score. The admission of A-001 stays 2026-01-01: no new score calls for another day.");

    const ImportChoices staying{.skip_known = true, .admitted_clients = {{"A-001", 2026_y / 1 / 1}}};
    EXPECT_EQ(std::get<ImportedScores>(import(casebook, line, staying)), ImportedScores{.known = {2}});
}

TEST(ImportWatch, SeesWhatBecomesOfEachRow)
{
    auto casebook = with_ada();
    import(casebook, "A-001,2026-01-05,phq-9,12\n", {});
    std::vector<std::string> seen;
    const auto look = [&seen](const app::TakenRow& row) {
        seen.push_back(std::to_string(row.row.line) + (row.taking == RowTaking::is_new ? " new" : " known") + " of " +
                       std::to_string(row.client_number) + (row.client ? "" : " " + row.new_code));
    };

    app::import_scores(casebook,
                       score_rows("c-9,2026-01-05,phq-9,12\nA-001,2026-01-05,phq-9,12\n"
                                  "C-9,2026-01-06,phq-9,12\n"),
                       choices_time, {.skip_known = true, .dry_run = true}, {.take = look});

    EXPECT_EQ(seen, (std::vector<std::string>{"2 new of 0 c-9", "3 known of 1", "4 new of 0 c-9"}));
}

TEST(ImportWatch, HearsHowFarItIsAndMayStopItWithNothingKept)
{
    auto casebook = with_ada();
    std::string lines;
    for (int day = 0; day < 1000; ++day) {
        lines +=
            "A-001," + model::iso_date(model::Date{date::sys_days{2020_y / 1 / 1} + date::days{day}}) + ",phq-9,12\n";
    }
    std::stop_source stop;
    double done = 0;
    const storage::Progress progress{.tell =
                                         [&](double part) {
                                             done = part;
                                             if (part >= 0.5) {
                                                 stop.request_stop();
                                             }
                                         },
                                     .stop = stop.get_token()};

    EXPECT_THROW(app::import_scores(casebook, score_rows(lines), choices_time, {}, {.progress = progress}),
                 storage::Stopped);
    EXPECT_DOUBLE_EQ(done, 0.5);
    EXPECT_TRUE(casebook.administrations_of(casebook.client_with_code("A-001").value()).empty());
    EXPECT_THROW(app::read_scores("client,date,measure,score\n" + lines, model::shipped_measures(), 2026_y / 11 / 20,
                                  {}, {.progress = progress}),
                 storage::Stopped);
}

} // namespace
