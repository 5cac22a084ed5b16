#include "app/words/notice_words.h"
#include "app/words/reading_parts.h"
#include "app/words/readings.h"
#include "tests/support/example_record.h"

#include <gmock/gmock.h>

namespace {

using namespace app;
using namespace date::literals;
using testing::AnyOf;
using testing::EndsWith;
using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

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

TEST(Readings, SayTheChangeFirstAndItsThresholdBehind)
{
    const auto words = full(examples::mood_measure(), {18, 12});
    EXPECT_EQ(words.lead, "Reliable improvement since the first score: 18 (5 Jan 2026) to 12 (19 Jan 2026), \u22126.");
    EXPECT_THAT(words.lead + words.body, Not(AnyOf(HasSubstr("at least"), HasSubstr("published"), HasSubstr("%"))));
    EXPECT_THAT(words.basis, HasSubstr("Reliable change: at least 6 (published rule), published: NHS Talking Therapies "
                                       "manual."));
}

TEST(Readings, NameThatAThresholdIsDerivedOnlyOnce)
{
    auto measure = examples::compassion_measure();
    EXPECT_THAT(full(measure, {2, 3}).basis, HasSubstr("derived: SD 0.657"));
    measure.scales[0].reliable_change->basis = "derived: SD 0.657";
    EXPECT_THAT(full(measure, {2, 3}).basis, HasSubstr("derived: SD 0.657"));
    EXPECT_THAT(full(measure, {2, 3}).basis, Not(HasSubstr("derived: derived")));
}

TEST(Readings, SayARelapseFirstAndThenTheOtherTwoComparisons)
{
    const auto words = full(examples::trauma_measure(), {63, 27, 55});
    EXPECT_EQ(words.lead, "Worse since 19 Jan 2026: 27 to 55 (+28), reliable deterioration.");
    EXPECT_THAT(words.body,
                StartsWith("No reliable change since the first score: 63 (5 Jan 2026) to 55 (2 Feb 2026), \u22128. "
                           "Last step: 27 (19 Jan 2026) to 55 (+28), reliable deterioration."));
}

TEST(Readings, CompareFirstBestAndLastStepInThreeSentences)
{
    const auto words = full(examples::mood_measure(), {18, 6, 10, 9});
    EXPECT_THAT(words.lead, StartsWith("Reliable improvement since the first score: 18"));
    EXPECT_THAT(words.body, StartsWith("Since the best score: 6 (19 Jan 2026) to 9 (+3), no reliable change. "
                                       "Last step: 10 (2 Feb 2026) to 9 (\u22121), no reliable change."));
    EXPECT_THAT(full(examples::mood_measure(), {18, 12, 9}).body, StartsWith("The last score is the best so far."));
    EXPECT_THAT(
        full(examples::mood_measure(), {18, 9, 9}).body,
        StartsWith("The last score is as good as the best so far. Last step: 9 (19 Jan 2026) to 9, no change."));
}

TEST(Readings, SayAllOfTwoScoresInOneSentence)
{
    EXPECT_EQ(full(examples::mood_measure(), {3, 9}).lead,
              "Worse since 5 Jan 2026: 3 to 9 (+6), reliable deterioration.");
    EXPECT_THAT(full(examples::mood_measure(), {3, 9}).body, Not(HasSubstr("since the first")));
    EXPECT_THAT(full(examples::mood_measure(), {3, 9}).body, Not(HasSubstr("Last step")));
}

TEST(Readings, SeeAWorseningByTheDirectionOfTheScale)
{
    EXPECT_THAT(full(examples::compassion_measure(), {2.0, 3.5, 2.5}).lead, StartsWith("Worse since 19 Jan 2026"));
    EXPECT_THAT(full(examples::compassion_measure(), {3.0, 2.0, 3.4}).lead, Not(StartsWith("Worse")));
}

TEST(Readings, SayNoReliableChangeForAChangeOfExactlyADerivedThreshold)
{
    EXPECT_THAT(full(examples::compassion_measure(), {3.00, 3.56}).lead, StartsWith("No reliable change"));
}

TEST(Readings, SayAWorseningOfExactlyADerivedThresholdFirstAllTheSame)
{
    EXPECT_EQ(full(examples::compassion_measure(), {3.56, 3.00}).lead,
              "Worse since 5 Jan 2026: 3.56 to 3.00 (\u22120.56), worse by the whole threshold.");
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
        EXPECT_TRUE(words.is_numbers_only);
        EXPECT_THAT(words.lead, EndsWith(numbers_only_mark()));
        EXPECT_THAT(words.lead, StartsWith("Changed by"));
        EXPECT_THAT(words.lead + words.body, Not(HasSubstr("reliab")));
        EXPECT_THAT(words.body, Not(HasSubstr("Worse")));
        EXPECT_THAT(words.body, Not(HasSubstr("measurement error")));
        EXPECT_THAT(words.body, Not(HasSubstr("trend")));
    }
    EXPECT_EQ(full(examples::boundary_measure(), {2.4, 1.1}).basis, "Not a validated boundary scale.");
    EXPECT_FALSE(full(examples::mood_measure(), {18, 12}).is_numbers_only);
    EXPECT_THAT(numbers_only_footnote(Reader::clinician), HasSubstr("No reliability is known"));
    EXPECT_THAT(numbers_only_footnote(Reader::client), Not(HasSubstr("reliability")));
}

TEST(Readings, OfRatingsNameTheRater)
{
    const auto panel = goal_panel({1, 4, 8});
    const auto client = full_reading(panel, panel.series.at(1));
    EXPECT_EQ(client.lead, "Client: changed by +7 since the first rating: 1 (5 Jan 2026) to 8 (19 Jan 2026).*");
    EXPECT_EQ(client.body, "The last rating is the best so far. Last step: 4 (12 Jan 2026) to 8 (+4).");
    EXPECT_EQ(full_reading(panel, panel.series.at(0)).lead, "Therapist: not rated in this period.");
}

TEST(Readings, SayWhenFirstAndLastAreAlike)
{
    EXPECT_THAT(full(examples::mood_measure(), {18, 20, 18}).lead,
                "No change since the first score: 18 (5 Jan 2026) to 18 (2 Feb 2026).");
}

TEST(Readings, CallRecoveredOnlyWhatIsReliableAndAcrossTheCutOff)
{
    EXPECT_THAT(full(examples::mood_measure(), {18, 9}).body,
                HasSubstr("Recovered: the improvement is reliable and crossed the clinical cut-off 10."));
    EXPECT_THAT(full(examples::mood_measure(), {18, 3, 9}).body,
                HasSubstr("Recovered compared with the first score only: that improvement is reliable"))
        << "9 is worse than 3 by as much";
    EXPECT_THAT(full(examples::mood_measure(), {18, 10}).body, HasSubstr("It did not cross the clinical cut-off 10."));
    EXPECT_THAT(full(examples::mood_measure(), {12, 9}).body,
                HasSubstr("It crossed the clinical cut-off 10 without reliable change, which is not recovery."));
    EXPECT_THAT(full(examples::mood_measure(), {9, 2}).body, HasSubstr("“recovered” is not available"));
    EXPECT_THAT(full(examples::mood_measure(), {9, 18}).body, Not(HasSubstr("ecovered")));
    EXPECT_THAT(full(examples::mood_measure(), {18, 9}).basis,
                HasSubstr("Clinical cut-off: NHS Talking Therapies. Categories: Jacobson and Truax 1991."));
    EXPECT_THAT(full(examples::trauma_measure(), {50, 28}).body,
                HasSubstr("crossed the clinical cut-off (end state 28 or less)."));
}

TEST(Readings, GiveATrendFromFourScoresOn)
{
    EXPECT_THAT(full(examples::mood_measure(), {18, 15, 12}).body, Not(HasSubstr("together")));
    EXPECT_THAT(full(examples::mood_measure(), {18, 15, 12, 9}).body,
                HasSubstr("All 4 scores together fall by 1.5 points a week (better)."));
    EXPECT_THAT(full(examples::mood_measure(), {18, 15, 12, 9}).basis, HasSubstr("95 % between"));
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

TEST(Readings, InShortSayTheThreeComparisonsPlainlyWithTheQuestionnaireApart)
{
    auto measure = examples::mood_measure();
    measure.scales.front().plain_name = "Low mood";
    const auto panel = panel_of(measure, {18, 15, 12, 9});
    const ReadingWords expected{
        .lead = "Changed by \u22129: 18 to 9, 4 scores.",
        .body = "From first to last: better, beyond the questionnaire's own ups and downs. The last score is the best "
                "so far. Since the time before: 12 to 9.",
        .basis = "Low mood: PHQ-9; a change counts from 6 points on (published rule, NHS Talking Therapies manual).",
    };
    EXPECT_EQ(short_reading(panel, panel.series.front()), expected);
}

TEST(Readings, InShortNameTheSourceOfADerivedThresholdWithoutItsFigures)
{
    auto measure = examples::compassion_measure();
    measure.scales.front().reliable_change->source = "figures of Raes 2011";
    const auto panel = panel_of(measure, {3.0, 3.2});
    const auto words = short_reading(panel, panel.series.front());
    EXPECT_EQ(words.body, "From first to last: within the questionnaire's own ups and downs, so it may or may not be a "
                          "real change.");
    EXPECT_EQ(words.basis, "SCS: a change counts beyond 0.56 points (95 %, derived from figures of Raes 2011).");
}

TEST(Readings, InShortExplainUpsAndDownsOnce)
{
    const auto panel = panel_of(examples::mood_measure(), {18, 16, 17});
    EXPECT_EQ(
        short_reading(panel, panel.series.front()).body,
        "From first to last: within the questionnaire's own ups and downs, so it may or may not be a real change. "
        "Since the best score, 16: within the same ups and downs. Since the time before: 16 to 17.");
}

TEST(Readings, InShortSayARelapseFirst)
{
    const auto panel = panel_of(examples::trauma_measure(), {63, 27, 55});
    EXPECT_EQ(
        short_reading(panel, panel.series.front()).body,
        "Since 19 Jan 2026 it went from 27 to 55: harder, beyond the questionnaire's own ups and downs. From first "
        "to last: within the questionnaire's own ups and downs, so it may or may not be a real change. Since the "
        "time before: 27 to 55.");
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

TEST(PanelTitle, IsAPlainNameForTheClient)
{
    auto measure = examples::boundary_measure();
    EXPECT_EQ(panel_title(panel_of(measure, {1}), Reader::client), "Nonassertive (CSIP)") << "without one";
    measure.scales.front().plain_name = "Saying no";
    const auto panel = panel_of(measure, {1});
    EXPECT_EQ(panel_title(panel, Reader::client), "Saying no");
    EXPECT_EQ(panel_title(panel), "Nonassertive (CSIP)");
    EXPECT_EQ(panel_scale_words(panel, Reader::client), "0–3 · lower means less difficulty");
    EXPECT_EQ(instrument_footnote(panel), "Saying no: CSIP.");
}

TEST(PanelTitle, OfEveryScaleThatShipsIsPlainForTheClient)
{
    for (const auto& measure : model::shipped_measures()) {
        for (const auto& scale : measure.scales) {
            EXPECT_NE(scale.plain_name, "") << measure.code << " " << scale.code;
        }
    }
}

TEST(NoticeWords, SayWhatBecameWorseSinceWhen)
{
    model::Notice notice{.kind = model::NoticeKind::worse_since,
                         .measure = "phq-9",
                         .worse = model::WorseSince{"total", 2026_y / 1 / 19, 9, 18},
                         .concerns = 2026_y / 2 / 2};
    const auto measure = examples::mood_measure();
    EXPECT_EQ(words_for(notice, &measure),
              "Worse since 19 Jan 2026: PHQ-9 went from 9 to 18 on 2 Feb 2026, by at least "
              "the reliable change threshold.");
    EXPECT_THAT(words_for(notice, nullptr), StartsWith("Worse since 19 Jan 2026: phq-9 went from 9 to 18"));
    notice.is_taken_back = true;
    EXPECT_THAT(words_for(notice, &measure), HasSubstr("changed afterwards"));
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
