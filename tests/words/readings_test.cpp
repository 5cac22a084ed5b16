#include "app/words/readings.h"
#include "tests/support/example_record.h"

#include <gmock/gmock.h>

namespace {

using namespace app;
using namespace date::literals;
using testing::HasSubstr;
using testing::Not;

model::Panel panel_of(const model::MeasureDefinition& measure, const std::vector<double>& values)
{
    examples::RecordBuilder client;
    client.admitted(2026_y / 1 / 5);
    auto day = model::Date{2026_y / 1 / 5};
    for (const double value : values) {
        client.score(measure.code, day, value, measure.scales.front().code);
        day = model::days_after(day, 14);
    }
    return model::build_trajectory(client.record(), std::vector{measure}, {2026_y / 1 / 1, 2026_y / 12 / 31})
        .panels.at(0);
}

ReadingWords full(const model::Panel& panel)
{
    return full_reading(panel, panel.series.front());
}

ReadingWords full(const model::MeasureDefinition& measure, const std::vector<double>& values)
{
    return full(panel_of(measure, values));
}

model::Panel goal_panel(const std::vector<int>& by_client)
{
    examples::RecordBuilder client;
    const auto goal = client.goal("say no", 2026_y / 1 / 1);
    auto day = model::Date{2026_y / 1 / 5};
    for (const int value : by_client) {
        client.session(day, {}, {{goal, std::nullopt, value}});
        day = model::days_after(day, 7);
    }
    return model::build_trajectory(client.record(), {}, {2026_y / 1 / 1, 2026_y / 12 / 31}).panels.at(0);
}

TEST(Readings, NameThresholdConfidenceAndThatItIsPublished)
{
    const auto words = full(examples::mood_measure(), {18, 12});
    EXPECT_EQ(words.lead, "Changed by −6: 18 (5 Jan 2026) to 12 (19 Jan 2026), 2 scores.");
    EXPECT_THAT(words.body, HasSubstr("Better by more than measurement error: it takes at least 6 (published rule)."));
    EXPECT_THAT(words.basis, HasSubstr("Threshold published: NHS Talking Therapies manual."));
}

TEST(Readings, NameThatAThresholdIsDerivedOnlyOnce)
{
    auto measure = examples::compassion_measure();
    EXPECT_THAT(full(measure, {2, 3}).basis, HasSubstr("Threshold derived: SD 0.657"));
    measure.scales[0].reliable_change->basis = "derived: SD 0.657";
    EXPECT_THAT(full(measure, {2, 3}).basis, HasSubstr("Threshold derived: SD 0.657"));
    EXPECT_THAT(full(measure, {2, 3}).basis, Not(HasSubstr("derived: derived")));
}

TEST(Readings, SayWithinMeasurementErrorForAChangeOfExactlyADerivedThreshold)
{
    EXPECT_THAT(full(examples::compassion_measure(), {3.00, 3.56}).body,
                HasSubstr("Within measurement error: it takes more than 0.56 (95 %)."));
}

TEST(Readings, SayTheHouseRuleForAWorseningOfExactlyADerivedThreshold)
{
    EXPECT_THAT(full(examples::compassion_measure(), {3.56, 3.00}).body, HasSubstr("House rule"));
}

TEST(Readings, SayNothingOfChangeWithFewerThanTwoScores)
{
    EXPECT_EQ(full(examples::mood_measure(), {18}).lead, "1 score: 18 on 5 Jan 2026.");
    EXPECT_EQ(full(examples::mood_measure(), {18}).body,
              "Change can be read from two scores on. Last score in the band “moderately severe”.");
    auto empty = panel_of(examples::mood_measure(), {18});
    empty.series.front() = {.key = "phq-9/total"};
    EXPECT_EQ(full(empty), (ReadingWords{.lead = "No scores in this period."}));
}

TEST(Readings, HaveNoVerdictWordsWhereNoReliabilityIsKnown)
{
    for (const auto& words : {full(examples::boundary_measure(), {2.4, 1.1, 1.0, 0.2, 0.1}),
                              full(examples::trust_measure(), {2, 6, 6, 6, 6})}) {
        EXPECT_THAT(words.body, HasSubstr("No reliability known to this program, values only."));
        EXPECT_THAT(words.body, Not(HasSubstr("etter")));
        EXPECT_THAT(words.body, Not(HasSubstr("measurement error")));
        EXPECT_THAT(words.body, Not(HasSubstr("trend")));
    }
    EXPECT_EQ(full(examples::boundary_measure(), {2.4, 1.1}).basis, "Not a validated boundary scale.");
}

TEST(Readings, OfRatingsNameTheRaterAndTheOwnScale)
{
    const auto panel = goal_panel({1, 4, 8});
    const auto client = full_reading(panel, panel.series.at(1));
    EXPECT_EQ(client.lead, "Client: changed by +7: 1 (5 Jan 2026) to 8 (19 Jan 2026), 3 ratings.");
    EXPECT_EQ(client.body, "Own scale: no reliability known, values only.");
    EXPECT_EQ(full_reading(panel, panel.series.at(0)).lead, "Therapist: not rated in this period.");
}

TEST(Readings, SayWhenFirstAndLastAreAlike)
{
    EXPECT_EQ(full(examples::mood_measure(), {18, 12, 18}).lead,
              "No change from first to last: 18 (5 Jan 2026) to 18 (2 Feb 2026), 3 scores.");
}

TEST(Readings, CallRecoveredOnlyWhatIsReliableAndAcrossTheCutOff)
{
    EXPECT_THAT(full(examples::mood_measure(), {18, 9}).body,
                HasSubstr("Category: recovered, as the change is reliable and crossed the cut-off (caseness 10)."));
    EXPECT_THAT(full(examples::mood_measure(), {18, 10}).body,
                HasSubstr("Category: improved. It did not cross the cut-off (caseness 10)."));
    EXPECT_THAT(full(examples::mood_measure(), {12, 9}).body,
                HasSubstr("Category: unchanged. It crossed the cut-off (caseness 10) without reliable change, which "
                          "is not recovery."));
    EXPECT_THAT(full(examples::mood_measure(), {9, 2}).body, HasSubstr("“recovered” is not available"));
    EXPECT_THAT(full(examples::mood_measure(), {9, 18}).body, HasSubstr("Category: deteriorated."));
    EXPECT_THAT(full(examples::mood_measure(), {18, 9}).basis, HasSubstr("Cut-off: NHS Talking Therapies."));
}

TEST(Readings, GiveATrendFromFourScoresOn)
{
    EXPECT_THAT(full(examples::mood_measure(), {18, 15, 12}).body, Not(HasSubstr("together")));
    EXPECT_THAT(full(examples::mood_measure(), {18, 15, 12, 9}).body,
                HasSubstr("All 4 scores together fall by 1.5 points a week (better), 95 % between"));
}

TEST(Readings, SayUnevenInsteadOfATrend)
{
    const auto words = full(examples::mood_measure(), {18, 2, 18, 2, 18, 2});
    EXPECT_THAT(words.body, HasSubstr("All 6 scores together are uneven"));
    EXPECT_THAT(words.body, Not(HasSubstr("a week")));
}

TEST(Readings, SayWhenTheTrendDisagreesWithFirstToLast)
{
    EXPECT_THAT(full(examples::mood_measure(), {12, 12, 14, 14, 16, 16, 17}).body,
                HasSubstr("This does not agree with first to last"));
    EXPECT_THAT(full(examples::mood_measure(), {18, 15, 12, 9}).body,
                Not(HasSubstr("This does not agree with first to last")));
}

TEST(Readings, SayThatTheScaleEndsHere)
{
    EXPECT_THAT(full(examples::mood_measure(), {7, 0}).body, HasSubstr("cannot show further improvement"));
    EXPECT_THAT(full(examples::mood_measure(), {7, 27}).body, HasSubstr("cannot show further worsening"));
    EXPECT_THAT(full(examples::trust_measure(), {2, 7}).body, Not(HasSubstr("cannot show")));
}

TEST(Readings, SayWhatOfAnEarlierEpisodeIsNotCounted)
{
    examples::RecordBuilder client;
    client.admitted(2026_y / 1 / 1).discharged(2026_y / 3 / 1);
    client.admitted(2026_y / 6 / 1);
    client.score("phq-9", 2026_y / 1 / 10, 25);
    client.score("phq-9", 2026_y / 6 / 2, 15);
    client.score("phq-9", 2026_y / 7 / 2, 12);
    const auto panel = model::build_trajectory(client.record(), std::vector{examples::mood_measure()},
                                               {2026_y / 1 / 1, 2026_y / 12 / 31})
                           .panels.at(0);
    EXPECT_THAT(full(panel).body, HasSubstr("1 score of an earlier episode not counted."));
}

TEST(Readings, InShortAreFactsWithThresholdAndSourceApart)
{
    const auto panel = panel_of(examples::mood_measure(), {18, 15, 12, 9});
    const ReadingWords expected{
        .lead = "Changed by −9: 18 to 9, 4 scores.",
        .body = "Changed for the better, by more than the questionnaire's own ups and downs (threshold 6, "
                "published rule).",
        .basis = "Threshold published: NHS Talking Therapies manual.",
    };
    EXPECT_EQ(short_reading(panel, panel.series.front()), expected);
}

TEST(Readings, InShortNameTheSourceOfADerivedThresholdWithoutItsFigures)
{
    auto measure = examples::compassion_measure();
    measure.scales.front().reliable_change->source = "figures of Raes 2011";
    const auto panel = panel_of(measure, {3.0, 3.2});
    const auto words = short_reading(panel, panel.series.front());
    EXPECT_EQ(words.body, "Within the questionnaire's own ups and downs (threshold 0.56, 95 %): it may or "
                          "may not be a real change.");
    EXPECT_EQ(words.basis, "Threshold derived from figures of Raes 2011.");
}

TEST(Readings, InShortSpeakToTheClient)
{
    const auto panel = goal_panel({1, 4, 8});
    EXPECT_EQ(short_reading(panel, panel.series.at(1)).lead, "You: changed by +7: 1 to 8, 3 ratings.");
    EXPECT_EQ(short_reading(panel, panel.series.at(0)).lead, "Your therapist: not rated in this period.");
}

TEST(Readings, NeverSayCausedBy)
{
    for (const auto& values : std::vector<std::vector<double>>{{18, 2, 3, 1}, {1, 20}, {5, 5}, {9}}) {
        const auto words = full(examples::mood_measure(), values);
        EXPECT_THAT(words.lead + words.body + words.basis, Not(HasSubstr("caused")));
    }
}

TEST(PanelTitle, PutsTheScaleFirstAndTheMeasureInBrackets)
{
    EXPECT_EQ(panel_title(panel_of(examples::mood_measure(), {1})), "PHQ-9");
    EXPECT_EQ(panel_title(panel_of(examples::boundary_measure(), {1})), "Nonassertive (CSIP)");
    EXPECT_EQ(panel_title(panel_of(examples::trust_measure(), {1})), "Trust (ETMCQ)");
    EXPECT_EQ(panel_title(goal_panel({1})), "Goal: say no");
}

TEST(PanelScaleWords, SayRangeAndDirection)
{
    EXPECT_EQ(panel_scale_words(panel_of(examples::mood_measure(), {1})), "sum 0–27 · lower is better");
    EXPECT_EQ(panel_scale_words(panel_of(examples::compassion_measure(), {1})), "mean 1–5 · higher is better");
    EXPECT_EQ(panel_scale_words(panel_of(examples::trust_measure(), {1})), "mean 1–7 · neither direction is better");
    EXPECT_EQ(panel_scale_words(goal_panel({1})), "rating 0–10 · higher is better");
}

TEST(LinesLookedAt, WarnsOfChanceFromTwoLinesOn)
{
    EXPECT_EQ(lines_looked_at_words(0), "No line to look at in this period.");
    EXPECT_EQ(lines_looked_at_words(1), "1 line looked at.");
    EXPECT_THAT(lines_looked_at_words(12), HasSubstr("12 lines looked at. The more"));
}

} // namespace
