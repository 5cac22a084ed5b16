#include "app/exchange/scores_import.h"
#include "model/trajectory.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>
#include <tuple>

namespace tests::import_order {

namespace {

using namespace date::literals;
using app::ImportChoices;
using app::ImportedScores;
using app::ScoreRow;
using app::ScoresProblem;

constexpr model::Date today = 2026_y / 11 / 20;
const model::Moment now = date::sys_days{today} + std::chrono::hours{18};
const app::ImportTime import_time{.now = now, .today = today};
const std::string totals_heading = "client,date,measure,score\n";

std::vector<ScoreRow> rows_of(const std::string& csv)
{
    auto read = app::read_scores(csv, model::shipped_measures(), today);
    if (const auto* problem = std::get_if<ScoresProblem>(&read)) {
        ADD_FAILURE() << words_for(*problem);
        return {};
    }
    return std::get<std::vector<ScoreRow>>(std::move(read));
}

ImportedScores import(storage::Casebook& casebook, const std::vector<ScoreRow>& rows, const ImportChoices& choices = {})
{
    const auto done = app::import_scores(casebook, rows, import_time, choices);
    if (const auto* problem = std::get_if<ScoresProblem>(&done)) {
        ADD_FAILURE() << words_for(*problem);
        return {};
    }
    return std::get<ImportedScores>(done);
}

ImportedScores import(storage::Casebook& casebook, const std::string& rows, const ImportChoices& choices = {})
{
    return import(casebook, rows_of(totals_heading + rows), choices);
}

std::string refusal_of(storage::Casebook& casebook, const std::string& rows, const ImportChoices& choices = {})
{
    const auto done = app::import_scores(casebook, rows_of(totals_heading + rows), import_time, choices);
    const auto* problem = std::get_if<ScoresProblem>(&done);
    return problem == nullptr ? std::string{} : words_for(*problem);
}

/// Whose therapist has a name, so that they can review.
storage::Casebook signed_casebook()
{
    auto casebook = storage::Casebook::in_memory();
    casebook.set_therapist({.id = {1}, .name = "Dana Lee", .credentials = "LPC", .licence_number = "12"});
    return casebook;
}

model::Date admission_of(const storage::Casebook& casebook, const std::string& code)
{
    return casebook.episodes_of(casebook.client_with_code(code).value()).front().admitted_on;
}

/// How a measure's scores are read: the first and the last of the episode, and what became of them.
using Readings = std::map<std::string, model::Reading>;

Readings readings_of(const storage::Casebook& casebook, const std::string& code)
{
    const auto record = casebook.record_of(casebook.client_with_code(code).value());
    const auto measures = casebook.measures();
    Readings readings;
    for (const auto& panel :
         model::build_trajectory(record, measures, model::period_of(record, model::Range::all, today)).panels) {
        for (const auto& series : panel.series) {
            if (!series.points.empty()) {
                readings[series.key] = series.reading;
            }
        }
    }
    return readings;
}

/// Everything that a client's record says of scores, but for the numbers that the casebook gives things.
struct Record {
    std::vector<std::tuple<model::Date, std::optional<model::Date>, bool>> episodes{};
    std::vector<std::tuple<model::Date, std::string, std::optional<double>, model::Answers>> scores{};
    Readings readings{};

    bool operator==(const Record&) const = default;
};

std::map<std::string, Record> records_in(const storage::Casebook& casebook)
{
    std::map<std::string, Record> records;
    for (const model::Client& client : casebook.clients()) {
        Record& record = records[client.details.code];
        for (const auto& episode : casebook.episodes_of(client.id)) {
            record.episodes.emplace_back(episode.admitted_on, episode.discharged_on, episode.is_admission_assumed);
        }
        for (const auto& one : casebook.administrations_of(client.id)) {
            record.scores.emplace_back(one.details.taken_on, one.details.measure, one.details.total,
                                       one.details.answers);
        }
        std::ranges::sort(record.scores);
        record.readings = readings_of(casebook, client.details.code);
    }
    return records;
}

} // namespace

TEST(OrderOfImports, DoesNotChangeTheVerdict)
{
    const std::string of_2024 = "A1,2024-03-05,phq-9,21\nA1,2024-09-02,phq-9,18\n";
    const std::string of_2025 = "A1,2025-02-03,phq-9,12\nA1,2025-11-03,phq-9,11\n";
    auto in_order = storage::Casebook::in_memory();
    import(in_order, of_2024);
    import(in_order, of_2025);
    auto backwards = storage::Casebook::in_memory();
    import(backwards, of_2025);
    const auto moved = import(backwards, of_2024);

    EXPECT_EQ(records_in(backwards), records_in(in_order));
    EXPECT_EQ(readings_of(backwards, "A1").at("phq-9/total").first->value, 21);
    EXPECT_EQ(moved.moved,
              (std::vector<app::MovedAdmission>{{.code = "A1", .from = 2025_y / 2 / 3, .to = 2024_y / 3 / 5}}));
    EXPECT_NE(words_for(moved).find("The admission of A1 is now 2024-03-05; it was 2025-02-03."), std::string::npos)
        << words_for(moved);
}

TEST(OrderOfImports, OfAHundredSplitsGivesTheSameRecord)
{
    std::mt19937 chance{2026};
    const auto up_to = [&](int most) { return std::uniform_int_distribution{0, most}(chance); };
    std::vector<std::string> lines;
    for (const std::string code : {"A-1", "B-2", "C-3"}) {
        for (int form = 0; form < 14; ++form) {
            const model::Date day = model::days_after(2017_y / 1 / 5, form * 251 + up_to(200));
            lines.push_back(code + "," + model::iso_date(day) + ",phq-9," + std::to_string(up_to(27)) + "\n");
            lines.push_back(code + "," + model::iso_date(day) + ",pcl-5," + std::to_string(up_to(21)) + "\n");
        }
    }
    auto at_once = storage::Casebook::in_memory();
    std::string whole;
    for (const auto& line : lines) {
        whole += line;
    }
    ASSERT_EQ(import(at_once, whole).scores, lines.size());
    const auto expected = records_in(at_once);

    for (int order = 0; order < 100; ++order) {
        std::ranges::shuffle(lines, chance);
        auto casebook = storage::Casebook::in_memory();
        const auto files = static_cast<std::size_t>(2 + up_to(5));
        for (std::size_t file = 0; file < files; ++file) {
            std::string part;
            for (std::size_t line = file; line < lines.size(); line += files) {
                part += lines[line];
            }
            import(casebook, part);
        }
        ASSERT_EQ(records_in(casebook), expected) << "order " << order;
    }
}

TEST(AdmissionOfAnImport, IsAskedForWhereAPersonEnteredAnother)
{
    auto casebook = storage::Casebook::in_memory();
    const auto client = casebook.add_client({.code = "A1"});
    casebook.admit(client, 2025_y / 1 / 7, model::LevelOfCare::outpatient, "");
    const std::string rows = "A1,2025-03-04,phq-9,12\nA1,2024-01-05,phq-9,21\n";

    EXPECT_EQ(refusal_of(casebook, rows),
              "Line 3, column date: 2024-01-05 lies before the admission of A1 on 2025-01-07. If care began earlier, "
              "correct the admission with --admitted \"A1=2024-01-05\"; if not, add --admitted \"A1=2025-01-07\", and "
              "earlier scores lie outside the episode of care. Nothing was imported.");
    EXPECT_EQ(casebook.administrations_of(client).size(), 0U);

    const auto left_outside = import(casebook, rows, {.admitted = 2025_y / 1 / 7});
    EXPECT_EQ(left_outside,
              (ImportedScores{.scores = 2, .outside = {{.code = "A1", .scores = 1, .admitted_on = 2025_y / 1 / 7}}}));
    EXPECT_EQ(words_for(left_outside),
              "Imported 2 scores. 1 score of A1 lies before the admission on 2025-01-07 and so in no episode of care: "
              "shown, but not counted in its changes.");
    EXPECT_EQ(readings_of(casebook, "A1").at("phq-9/total").first->value, 12);
}

TEST(AdmissionOfAnImport, IsCorrectedToTheDayThatIsSaid)
{
    auto casebook = storage::Casebook::in_memory();
    const auto client = casebook.add_client({.code = "A1"});
    casebook.admit(client, 2025_y / 1 / 7, model::LevelOfCare::intensive, "");
    import(casebook, "A1,2024-01-05,phq-9,21\nA1,2023-12-01,phq-9,22\n", {.admitted = 2024_y / 1 / 1});

    const auto episode = casebook.episodes_of(client).front();
    EXPECT_EQ(episode.admitted_on, 2024_y / 1 / 1);
    ASSERT_EQ(episode.corrections.size(), 1U);
    EXPECT_EQ(episode.corrections.front().was_on, 2025_y / 1 / 7);
    EXPECT_EQ(episode.levels,
              (std::vector<model::LevelOfCareSpan>{{.from = 2024_y / 1 / 1, .level = model::LevelOfCare::intensive}}));
}

TEST(AdmissionOfAnImport, OfOneClientIsSaidByTheCode)
{
    auto casebook = storage::Casebook::in_memory();
    import(casebook, "A-1,2024-05-05,phq-9,21\nB-2,2024-05-05,phq-9,20\n", {.admitted_clients = {
               { "a–1",
                 2024_y / 4 / 1 }
           }});
    EXPECT_EQ(admission_of(casebook, "A-1"), 2024_y / 4 / 1);
    EXPECT_EQ(admission_of(casebook, "B-2"), 2024_y / 5 / 5);
    // What a person said is not moved by the next file.
    EXPECT_NE(refusal_of(casebook, "A-1,2024-03-05,phq-9,20\n"), "");
    EXPECT_EQ(refusal_of(casebook, "B-2,2024-03-05,phq-9,20\n"), "");
}

TEST(AdmissionOfAnImport, CannotBeADayThatTheRecordContradicts)
{
    auto casebook = storage::Casebook::in_memory();
    const auto client = casebook.add_client({.code = "A1"});
    casebook.admit(client, 2025_y / 1 / 7, model::LevelOfCare::outpatient, "");
    casebook.discharge(client, 2025_y / 6 / 1, "");
    EXPECT_EQ(refusal_of(casebook, "A1,2024-01-05,phq-9,21\n", {.admitted = 2025_y / 7 / 1}),
              "Line 2: the admission of A1 cannot be 2025-07-01: this date is after the discharge. Nothing was "
              "imported.");
}

TEST(AdmissionOfAnImport, IsNoDayThatCannotBe)
{
    auto casebook = storage::Casebook::in_memory();
    for (const auto day : {2206_y / 1 / 5, 206_y / 1 / 5, 1949_y / 12 / 31}) {
        EXPECT_NE(refusal_of(casebook, "A1,2024-01-05,phq-9,21\n", {.admitted = day}), "") << model::iso_date(day);
    }
    EXPECT_TRUE(casebook.clients().empty());
}

TEST(AdmissionOfAnImport, ThatIsSetLaterSaysWhatItLeavesOut)
{
    auto casebook = storage::Casebook::in_memory();
    import(casebook, "A1,2023-01-05,phq-9,21\nA1,2023-02-05,phq-9,20\n");
    const auto imported = import(casebook, "A1,2024-07-05,phq-9,12\n", {.admitted = 2024_y / 6 / 1});
    EXPECT_EQ(imported.outside,
              (std::vector<app::ScoresOutside>{{.code = "A1", .scores = 2, .admitted_on = 2024_y / 6 / 1}}));
}

TEST(ScoresAfterADischarge, AreTakenAndNamed)
{
    auto casebook = storage::Casebook::in_memory();
    const auto client = casebook.add_client({.code = "A1"});
    casebook.admit(client, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "");
    casebook.discharge(client, 2024_y / 6 / 1, "Moved");
    const auto imported = import(casebook, "A1,2024-06-01,phq-9,12\nA1,2024-06-02,phq-9,11\n");
    EXPECT_EQ(imported.after_discharge,
              (std::vector<app::ScoresAfterDischarge>{{.code = "A1", .scores = 1, .discharged_on = 2024_y / 6 / 1}}));
    EXPECT_THAT(
        words_for(imported),
        testing::HasSubstr(" 1 score of A1 lies after the discharge on 2024-06-01: please check the discharge."));
    casebook.admit(client, 2024_y / 9 / 1, model::LevelOfCare::outpatient, "");
    EXPECT_TRUE(import(casebook, "A1,2024-09-05,phq-9,9\n").after_discharge.empty()) << "in care again";
}

TEST(NewClients, AreNotNamedByACodeThatLeadsToSomebodyElse)
{
    auto casebook = storage::Casebook::in_memory();
    const auto ada = casebook.add_client({.code = "A-001"});
    casebook.merge_clients(casebook.add_client({.code = "A-002"}), ada, "One person", now);
    EXPECT_EQ(refusal_of(casebook, "A-002,2024-01-05,phq-9,21\n", {.new_clients = {"A-002"}}),
              "Line 2, column client: the code \"A-002\" already leads to \"A-001\", so no new client can have it. "
              "Nothing was imported.");
    EXPECT_EQ(refusal_of(casebook, "A-002,2024-01-05,phq-9,21\n"), "");
}

TEST(AdmissionOfAnImport, LeavesAloneWhoWasNeverAdmitted)
{
    auto casebook = storage::Casebook::in_memory();
    const auto client = casebook.add_client({.code = "W1"});
    import(casebook, "W1,2024-01-05,phq-9,21\n");
    EXPECT_TRUE(casebook.episodes_of(client).empty());
    import(casebook, "W1,2024-02-05,phq-9,21\n", {.admitted = 2024_y / 2 / 1});
    EXPECT_EQ(admission_of(casebook, "W1"), 2024_y / 2 / 1);
}

TEST(ImportedHistory, IsReviewedTogetherWhateverClientsItIsOf)
{
    auto casebook = signed_casebook();
    const auto rows = rows_of("client,date,measure,items\n"
                              "A1,2024-01-05,phq-9,3;3;3;3;3;3;0;0;1\n"
                              "A1,2025-01-05,phq-9,0;0;0;0;0;0;0;0;2\n"
                              "B2,2025-02-05,phq-9,0;0;0;0;0;0;0;0;1\n"
                              "B2,2025-03-05,phq-9,1;0;0;0;0;0;0;0;0\n");
    const auto imported = import(casebook, rows);
    EXPECT_EQ(imported.notices, 0U);
    EXPECT_EQ(imported.earlier_answers, 3U);

    const auto first = casebook.client_with_code("A1").value();
    const auto second = casebook.client_with_code("B2").value();
    const auto notices = casebook.notices_of(first);
    ASSERT_EQ(notices.size(), 1U);
    EXPECT_EQ(notices.front().kind, model::NoticeKind::earlier_answers);
    EXPECT_EQ(notices.front().earlier,
              (model::EarlierAnswers{.answers = 2, .from = 2024_y / 1 / 5, .import_number = 1}));
    EXPECT_EQ(notices.front().concerns, 2025_y / 1 / 5);
    ASSERT_EQ(casebook.notices_of(second).size(), 1U);

    casebook.review_notice(notices.front().id, "Read through", now);
    EXPECT_TRUE(casebook.notices_of(second).front().review.has_value());
    for (const auto& row : casebook.caseload(today)) {
        EXPECT_EQ(row.open_notices, 0) << row.client.details.code;
    }
}

TEST(ImportedHistory, OfTheLastSixtyDaysRaisesItsOwnNotices)
{
    auto casebook = storage::Casebook::in_memory();
    const auto rows = rows_of("client,date,measure,items\n"
                              "A1,2026-09-20,phq-9,0;0;0;0;0;0;0;0;1\n"
                              "A1,2026-09-21,phq-9,0;0;0;0;0;0;0;0;1\n");
    const auto imported = import(casebook, rows);
    EXPECT_EQ(imported.notices, 1U);
    EXPECT_EQ(imported.earlier_answers, 1U);
    EXPECT_NE(words_for(imported).find("1 notice waits for review. 1 earlier answer waits for one review of the whole "
                                       "import."),
              std::string::npos)
        << words_for(imported);
}

TEST(ImportedHistory, ThatGotWorseLongAgoIsNoNews)
{
    auto casebook = storage::Casebook::in_memory();
    import(casebook, "A1,2024-01-05,phq-9,3\nA1,2024-06-05,phq-9,25\n");
    EXPECT_TRUE(casebook.notices_of(casebook.client_with_code("A1").value()).empty());
    import(casebook, "B2,2024-01-05,phq-9,3\nB2,2026-11-05,phq-9,25\n");
    EXPECT_EQ(casebook.notices_of(casebook.client_with_code("B2").value()).size(), 1U);
}

TEST(ImportedHistory, IsOneReviewAnImport)
{
    auto casebook = signed_casebook();
    const std::string items = "client,date,measure,items\n";
    import(casebook, rows_of(items + "A1,2024-01-05,phq-9,0;0;0;0;0;0;0;0;1\n"));
    import(casebook, rows_of(items + "A1,2024-02-05,phq-9,0;0;0;0;0;0;0;0;1\n"));
    const auto client = casebook.client_with_code("A1").value();
    auto notices = casebook.notices_of(client);
    ASSERT_EQ(notices.size(), 2U);
    casebook.review_notice(notices.front().id, "Read through", now);
    notices = casebook.notices_of(client);
    EXPECT_EQ(std::ranges::count_if(notices, [](const auto& notice) { return notice.review.has_value(); }), 1);
}

TEST(SeveralOfOneDay, AreTakenWithTimesOrAnOrder)
{
    auto casebook = storage::Casebook::in_memory();
    const auto by_time = rows_of("client,date,time,measure,score\n"
                                 "A1,2026-01-05,18:30,phq-9,9\n"
                                 "A1,2026-01-05,00:00,phq-9,12\n"
                                 "A1,2026-01-06,,phq-9,8\n");
    EXPECT_EQ(import(casebook, by_time).scores, 3U);
    const auto totals = [&](const std::string& code) {
        std::vector<double> found;
        for (const auto& one : casebook.administrations_of(casebook.client_with_code(code).value())) {
            found.push_back(one.details.total.value());
        }
        return found;
    };
    EXPECT_EQ(totals("A1"), (std::vector<double>{12, 9, 8}));

    import(casebook, rows_of("client,date,order,measure,score\nB2,2026-01-05,2,phq-9,9\nB2,2026-01-05,1,phq-9,12\n"));
    EXPECT_EQ(totals("B2"), (std::vector<double>{12, 9}));
    // A later file brings the one in between.
    import(casebook, rows_of("client,date,time,measure,score\nA1,2026-01-05,12:00,phq-9,10\n"));
    EXPECT_EQ(totals("A1"), (std::vector<double>{12, 10, 9, 8}));
    EXPECT_EQ(import(casebook, by_time, {.skip_known = true}), (ImportedScores{.known = {2, 3, 4}}));
    // The same scores from a program that gives an order in place of times.
    EXPECT_EQ(import(casebook,
                     rows_of("client,date,order,measure,score\nA1,2026-01-05,1,phq-9,12\nA1,2026-01-05,3,phq-9,9\n"),
                     {.skip_known = true}),
              (ImportedScores{.known = {2, 3}}));
}

TEST(SeveralOfOneDay, AreRefusedWhereNothingPartsThem)
{
    const auto problem_in = [](const std::string& csv) {
        const auto read = app::read_scores(csv, model::shipped_measures(), today);
        const auto* problem = std::get_if<ScoresProblem>(&read);
        return problem == nullptr ? std::string{} : words_for(*problem);
    };
    EXPECT_EQ(
        problem_in("client,date,measure,score\nA1,2026-01-05,phq-9,9\nA1,2026-01-05,phq-9,8\n"),
        "Line 3, column measure: this client, date and measure (phq-9) stand on an earlier line already. If it was "
        "filled in twice that day, add a column time, such as 14:30, or order, such as 1 and 2. Nothing was "
        "imported.");
    EXPECT_NE(problem_in("client,date,order,measure,score\nA1,2026-01-05,,phq-9,9\nA1,2026-01-05,1,phq-9,8\n"), "")
        << "one of them says no place";
    const std::string timed = "client,date,time,measure,score\n";
    EXPECT_NE(problem_in(timed + "A1,2026-01-05,9:00,phq-9,9\nA1,2026-01-05,09:00,phq-9,8\n"), "");
    EXPECT_NE(problem_in(timed + "A1,2026-01-05,25:00,phq-9,9\n").find("\"25:00\" is not a time"), std::string::npos);
    EXPECT_NE(problem_in("client,date,order,measure,score\nA1,2026-01-05,0,phq-9,9\n").find("is no place in an order"),
              std::string::npos);
    EXPECT_NE(problem_in("client,date,order,time,measure,score\n").find("both a time and an order column"),
              std::string::npos);
}

} // namespace tests::import_order
