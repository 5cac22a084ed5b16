#include "model/trajectory.h"
#include "tests/support/example_record.h"

#include <gmock/gmock.h>

namespace {

using namespace date::literals;
using namespace model;
using examples::RecordBuilder;
using testing::ElementsAre;
using testing::IsEmpty;

const auto measures = examples::measures();

Trajectory built(RecordBuilder& builder, Period period)
{
    return build_trajectory(builder.record(), measures, period);
}

std::vector<std::string> keys(const Trajectory& trajectory)
{
    std::vector<std::string> found;
    for (const auto& panel : trajectory.panels) {
        found.push_back(panel.key);
    }
    return found;
}

constexpr Period year_2026{2026_y / 1 / 1, 2026_y / 12 / 31};

TEST(Trajectory, OfAnEmptyRecordIsEmpty)
{
    RecordBuilder client;
    const Trajectory expected{.period = year_2026, .drawn = year_2026};
    EXPECT_EQ(built(client, year_2026), expected);
}

TEST(Trajectory, PutsOutcomesFirstThenGoalsThenTheRestAndInterpersonalOctantsLast)
{
    RecordBuilder client;
    client.admitted(2026_y / 1 / 5);
    client.goal("say no", 2026_y / 1 / 5);
    client.score("phq-9", 2026_y / 2 / 1, 12);
    client.score("etmcq", 2026_y / 2 / 1, 3, "mistrust");
    client.score("etmcq", 2026_y / 2 / 1, 3, "trust");
    client.score("csip-boundary", 2026_y / 2 / 1, 2, "nonassertive");
    client.score("scs-26", 2026_y / 2 / 1, 2);
    client.score("scs-26", 2026_y / 2 / 2, 2, "kindness");

    EXPECT_THAT(keys(built(client, year_2026)),
                ElementsAre("scs-26/total", "phq-9/total", "goal:1", "etmcq/trust", "etmcq/mistrust", "scs-26/kindness",
                            "csip-boundary/nonassertive"));
}

TEST(Trajectory, KeepsAMeasureWithoutScoresInThePeriodAsAnEmptyPanel)
{
    RecordBuilder client;
    client.score("phq-9", 2025_y / 12 / 31, 12);
    const auto trajectory = built(client, year_2026);
    ASSERT_THAT(keys(trajectory), ElementsAre("phq-9/total"));
    EXPECT_TRUE(trajectory.panels[0].is_empty());
    EXPECT_EQ(trajectory.panels[0].series[0].reading, Reading{});
    EXPECT_EQ(trajectory.lines_looked_at(), 0);
}

TEST(Trajectory, TakesBothDaysOfThePeriod)
{
    RecordBuilder client;
    client.score("phq-9", 2025_y / 12 / 31, 1);
    client.score("phq-9", 2026_y / 1 / 1, 2);
    client.score("phq-9", 2026_y / 12 / 31, 3);
    client.score("phq-9", 2027_y / 1 / 1, 4);
    const auto trajectory = built(client, year_2026);
    const auto& points = trajectory.panels.at(0).series.at(0).points;
    ASSERT_EQ(points.size(), 2U);
    EXPECT_EQ(points[0].value, 2);
    EXPECT_EQ(points[1].value, 3);
}

TEST(Trajectory, LeavesOutWhatWasEnteredInError)
{
    RecordBuilder client;
    const auto goal = client.goal("say no", 2026_y / 1 / 5);
    client.session(2026_y / 2 / 1, "emdr", {{goal, 5, 5}}).is_entered_in_error = true;
    client.score("phq-9", 2026_y / 2 / 1, 12).entered_in_error = EnteredInError{};
    const auto trajectory = built(client, year_2026);
    EXPECT_THAT(keys(trajectory), ElementsAre("goal:1"));
    EXPECT_TRUE(trajectory.panels[0].is_empty());
    EXPECT_THAT(trajectory.sessions, IsEmpty());
    EXPECT_THAT(trajectory.modalities, IsEmpty());
}

TEST(Trajectory, LeavesOutScoresThatWereNotReachedAndMeasuresNobodyKnows)
{
    RecordBuilder client;
    client.score("phq-9", 2026_y / 2 / 1, 0).scores[0].value.reset();
    client.score("unknown", 2026_y / 2 / 1, 3);
    EXPECT_THAT(built(client, year_2026).panels, IsEmpty());
}

TEST(Trajectory, KeepsTheRatersOfAGoalApart)
{
    RecordBuilder client;
    client.admitted(2026_y / 1 / 1);
    const auto goal = client.goal("say no", 2026_y / 1 / 5);
    client.session(2026_y / 2 / 1, {}, {{goal, 5, std::nullopt}});
    client.session(2026_y / 2 / 8, {}, {{goal, 6, 2}});

    const auto trajectory = built(client, year_2026);
    const auto& series = trajectory.panels.at(0).series;
    ASSERT_EQ(series.size(), 2U);
    EXPECT_EQ(series[0].key, "goal:1/therapist");
    EXPECT_EQ(series[0].points.size(), 2U);
    EXPECT_EQ(series[0].reading.change, 1);
    const TrajectoryPoint only{.on = 2026_y / 2 / 8, .value = 2, .note = NoteId{2}, .episode = EpisodeId{1}};
    EXPECT_EQ(series[1].key, "goal:1/client");
    EXPECT_THAT(series[1].points, ElementsAre(only));
    EXPECT_EQ(trajectory.lines_looked_at(), 2);
}

TEST(Trajectory, ShowsOpenGoalsFirstAndClosedOnesOnlyWhenRatedInThePeriod)
{
    RecordBuilder client;
    const auto closed = client.goal("closed and rated", 2026_y / 1 / 1);
    client.goal("closed, never rated", 2026_y / 1 / 1);
    client.goal("open", 2026_y / 1 / 2);
    client.goal("not yet agreed", 2027_y / 1 / 2);
    client.record().goals[0].closed_on = 2026_y / 6 / 1;
    client.record().goals[1].closed_on = 2026_y / 6 / 1;
    client.session(2026_y / 2 / 1, {}, {{closed, 5, {}}});
    EXPECT_THAT(keys(built(client, year_2026)), ElementsAre("goal:3", "goal:1"));
}

TEST(Trajectory, NamesTheSessionOfAScoreTakenThatDay)
{
    RecordBuilder client;
    client.session(2026_y / 2 / 1);
    client.session(2026_y / 2 / 1);
    client.score("phq-9", 2026_y / 2 / 1, 12);
    client.score("phq-9", 2026_y / 2 / 2, 11);
    const auto trajectory = built(client, year_2026);
    const auto& points = trajectory.panels.at(0).series.at(0).points;
    EXPECT_EQ(points.at(0).note, NoteId{1});
    EXPECT_EQ(points.at(0).administration, AdministrationId{1});
    EXPECT_EQ(points.at(1).note, std::nullopt);
}

TEST(Trajectory, ReadsOnlyTheLastEpisodeThatHasScores)
{
    RecordBuilder client;
    client.admitted(2026_y / 1 / 1).discharged(2026_y / 3 / 1);
    client.admitted(2026_y / 6 / 1);
    client.score("phq-9", 2026_y / 1 / 10, 25);
    client.score("phq-9", 2026_y / 2 / 10, 20);
    client.score("phq-9", 2026_y / 6 / 2, 15);
    client.score("phq-9", 2026_y / 7 / 2, 12);
    const auto trajectory = built(client, year_2026);
    const auto& series = trajectory.panels.at(0).series.at(0);
    EXPECT_EQ(series.points.size(), 4U);
    EXPECT_EQ(series.reading.count, 2);
    EXPECT_EQ(series.reading.first->value, 15);
    EXPECT_EQ(series.reading.verdict, Verdict::within_measurement_error);
}

TEST(Trajectory, ShowsALevelThatWasReviewedAndKeptAsOneStretch)
{
    RecordBuilder client;
    client.admitted(2026_y / 1 / 5).level(2026_y / 2 / 1, LevelOfCare::outpatient);

    EXPECT_EQ(built(client, year_2026).levels.size(), 1U);
}

TEST(Trajectory, EndsALevelWhereAReturnOnTheDayOfDischargeBeginsAnother)
{
    RecordBuilder client;
    client.admitted(2026_y / 1 / 5, LevelOfCare::inpatient).discharged(2026_y / 3 / 1);
    client.admitted(2026_y / 3 / 1, LevelOfCare::outpatient).discharged(2026_y / 4 / 1);
    const std::vector<LevelStretch> expected{
        {2026_y / 1 / 5, 2026_y / 3 / 1, LevelOfCare::inpatient},
        {2026_y / 3 / 1, 2026_y / 4 / 2, LevelOfCare::outpatient},
    };
    EXPECT_EQ(built(client, year_2026).levels, expected);
}

TEST(Trajectory, CutsLevelsOfCareToThePeriodAndEndsThemAfterTheDayOfDischarge)
{
    RecordBuilder client;
    client.admitted(2025_y / 6 / 1).level(2026_y / 2 / 1, LevelOfCare::intensive).discharged(2026_y / 3 / 1);
    client.admitted(2026_y / 12 / 1, LevelOfCare::inpatient);
    const std::vector<LevelStretch> expected{
        {2026_y / 1 / 1, 2026_y / 2 / 1, LevelOfCare::outpatient},
        {2026_y / 2 / 1, 2026_y / 3 / 2, LevelOfCare::intensive},
        {2026_y / 12 / 1, 2027_y / 1 / 1, LevelOfCare::inpatient},
    };
    EXPECT_EQ(built(client, year_2026).levels, expected);
}

TEST(Trajectory, MakesOneStretchOfARunOfSessionsWithTheSameFirstModality)
{
    RecordBuilder client;
    client.admitted(2026_y / 1 / 1);
    client.session(2026_y / 1 / 5, "cbt");
    client.session(2026_y / 1 / 12);
    client.session(2026_y / 1 / 19, "cbt");
    client.session(2026_y / 1 / 26, "emdr").session.attendance = Attendance::no_show;
    client.session(2026_y / 2 / 2, "dbt");
    const std::vector<ModalityStretch> expected{
        {2026_y / 1 / 5, 2026_y / 2 / 2, "cbt", 2},
        {2026_y / 2 / 2, 2026_y / 2 / 3, "dbt", 1},
    };
    EXPECT_EQ(built(client, year_2026).modalities, expected);
}

TEST(Trajectory, EndsAModalityWithItsEpisode)
{
    RecordBuilder client;
    client.admitted(2026_y / 1 / 1).discharged(2026_y / 3 / 1);
    client.admitted(2026_y / 6 / 1);
    client.session(2026_y / 1 / 5, "cbt");
    client.session(2026_y / 6 / 5, "cbt");
    const std::vector<ModalityStretch> expected{
        {2026_y / 1 / 5, 2026_y / 1 / 6, "cbt", 1},
        {2026_y / 6 / 5, 2026_y / 6 / 6, "cbt", 1},
    };
    EXPECT_EQ(built(client, year_2026).modalities, expected);
}

TEST(Trajectory, MarksSessionsAndBordersOfThePeriod)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 1).discharged(2026_y / 3 / 1);
    client.session(2025_y / 12 / 30);
    client.session(2026_y / 1 / 5).session.attendance = Attendance::no_show;
    const auto trajectory = built(client, year_2026);
    EXPECT_THAT(trajectory.sessions, ElementsAre(SessionMark{2026_y / 1 / 5, {2}, Attendance::no_show}));
    EXPECT_THAT(trajectory.borders, ElementsAre(EpisodeBorder{2026_y / 3 / 1, false}));
}

TEST(Trajectory, DrawsNoLongEndInWhichNothingWasRecorded)
{
    RecordBuilder client;
    client.admitted(2026_y / 1 / 1);
    client.score("phq-9", 2026_y / 5 / 31, 12);
    EXPECT_EQ(built(client, year_2026).drawn, (Period{2026_y / 1 / 1, 2026_y / 5 / 31}));
    client.score("phq-9", 2026_y / 11 / 30, 12);
    EXPECT_EQ(built(client, year_2026).drawn, year_2026);
}

TEST(Trajectory, IsNotSqueezedByAScoreOfLongAgo)
{
    const Period all{2012_y / 3 / 14, 2026_y / 11 / 30};
    RecordBuilder client;
    client.admitted(2012_y / 3 / 14);
    client.score("phq-9", 2012_y / 3 / 14, 20);
    EXPECT_EQ(built(client, all).days_before_drawing(), std::vector<Date>{}) << "of one score everything is drawn";
    client.score("phq-9", 2025_y / 1 / 10, 15);
    EXPECT_EQ(built(client, all).drawn, all) << "of two as well";
    client.score("phq-9", 2026_y / 1 / 10, 12);
    client.score("gad-7", 2026_y / 11 / 30, 9);
    EXPECT_EQ(built(client, all).drawn, (Period{2025_y / 1 / 10, 2026_y / 11 / 30}));
    EXPECT_EQ(built(client, all).days_before_drawing(), std::vector<Date>{2012_y / 3 / 14});

    client.score("phq-9", 2013_y / 3 / 14, 20);
    EXPECT_EQ(built(client, all).drawn, all) << "two among five days are no few";
}

TEST(Trajectory, DrawsEarlierCareWhole)
{
    const Period all{2015_y / 1 / 5, 2026_y / 11 / 30};
    RecordBuilder client;
    client.admitted(2015_y / 1 / 5);
    for (int month = 0; month < 6; ++month) {
        client.score("phq-9", days_after(2015_y / 1 / 5, 30 * month), 20);
        client.score("phq-9", days_after(2026_y / 6 / 1, 30 * month), 12);
    }
    EXPECT_EQ(built(client, all).drawn, all);
}

TEST(Trajectory, DrawsAtLeastFourWeeks)
{
    RecordBuilder client;
    client.admitted(2026_y / 1 / 1);
    EXPECT_EQ(built(client, year_2026).drawn, (Period{2026_y / 1 / 1, 2026_y / 1 / 29}));
    const Period one_day{2026_y / 1 / 1, 2026_y / 1 / 1};
    EXPECT_EQ(built(client, one_day).drawn, one_day);
}

TEST(Trajectory, SortsRatingsWhoseDatesAreNotInTheOrderOfTheirMoments)
{
    RecordBuilder client;
    const auto goal = client.goal("say no", 2026_y / 1 / 1);
    client.session(2026_y / 2 / 2, {}, {{goal, 5, {}}});
    client.session(2026_y / 2 / 1, {}, {{goal, 4, {}}});
    const auto trajectory = built(client, year_2026);
    EXPECT_EQ(trajectory.panels.at(0).series.at(0).points.at(0).value, 4);
}

TEST(PeriodOf, CountsMonthsBackFromToday)
{
    const ClientRecord none;
    EXPECT_EQ(period_of(none, Range::three_months, 2026_y / 5 / 31), (Period{2026_y / 2 / 28, 2026_y / 5 / 31}));
    EXPECT_EQ(period_of(none, Range::six_months, 2026_y / 5 / 31), (Period{2025_y / 11 / 30, 2026_y / 5 / 31}));
    EXPECT_EQ(period_of(none, Range::year, 2024_y / 2 / 29), (Period{2023_y / 2 / 28, 2024_y / 2 / 29}));
    EXPECT_EQ(period_of(none, Range::episode, 2026_y / 5 / 31), (Period{2026_y / 5 / 31, 2026_y / 5 / 31}));
    EXPECT_EQ(period_of(none, Range::all, 2026_y / 5 / 31), (Period{2026_y / 5 / 31, 2026_y / 5 / 31}));
}

TEST(PeriodOf, TheEpisodeEndsTodayOrAtDischarge)
{
    RecordBuilder client;
    client.admitted(2025_y / 1 / 1).discharged(2025_y / 6 / 1);
    EXPECT_EQ(period_of(client.record(), Range::episode, 2026_y / 1 / 1), (Period{2025_y / 1 / 1, 2025_y / 6 / 1}));
    client.admitted(2025_y / 9 / 1);
    EXPECT_EQ(period_of(client.record(), Range::episode, 2026_y / 1 / 1), (Period{2025_y / 9 / 1, 2026_y / 1 / 1}));
}

TEST(PeriodOf, AllRunsFromTheFirstRecordToTheLastOrToToday)
{
    RecordBuilder client;
    client.score("phq-9", 2024_y / 1 / 8, 12);
    client.session(2024_y / 4 / 8);
    EXPECT_EQ(period_of(client.record(), Range::all, 2026_y / 1 / 1), (Period{2024_y / 1 / 8, 2024_y / 4 / 8}));
    client.admitted(2024_y / 1 / 10);
    EXPECT_EQ(period_of(client.record(), Range::all, 2026_y / 1 / 1), (Period{2024_y / 1 / 8, 2026_y / 1 / 1}));
}

} // namespace
