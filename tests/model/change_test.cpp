#include "model/change.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <vector>

namespace model {

namespace {

using namespace date::literals;

/// The scale a bare total of a shipped measure means.
Scale lead_of(std::string_view code)
{
    const auto measures = shipped_measures();
    return *std::ranges::find(measures, code, &MeasureDefinition::code)->lead();
}

std::vector<ScoredOn> weekly(const std::vector<double>& values)
{
    std::vector<ScoredOn> scores;
    for (const double value : values) {
        scores.push_back({days_after(2026_y / 1 / 5, 7 * static_cast<int>(scores.size())), value});
    }
    return scores;
}

Reading read(const Scale& scale, const std::vector<double>& values)
{
    return read_series(scale, weekly(values));
}

} // namespace

TEST(Change, SaysNothingFromNoScoreAndLittleFromOne)
{
    const auto phq = lead_of("phq-9");
    EXPECT_EQ(read_series(phq, {}), Reading{});

    const auto one = read(phq, {14});
    EXPECT_EQ(one.verdict, Verdict::one_score);
    EXPECT_EQ(one.count, 1);
    EXPECT_EQ(one.first, one.last);
    EXPECT_EQ(one.category, std::nullopt);
    EXPECT_TRUE(one.was_clinical_at_first);
    EXPECT_FALSE(one.may_use_trend_word);
}

TEST(Change, ComparesTheFirstWithTheLast)
{
    const auto reading = read(lead_of("phq-9"), {18, 3, 25, 11});
    EXPECT_EQ(reading.first, (ScoredOn{2026_y / 1 / 5, 18}));
    EXPECT_EQ(reading.last, (ScoredOn{2026_y / 1 / 26, 11}));
    EXPECT_EQ(reading.change, -7);
    EXPECT_EQ(reading.verdict, Verdict::reliably_better);
    EXPECT_EQ(reading.rule->basis, "NHS Talking Therapies; clinical cut-off 10");
}

TEST(Change, ReachesAPublishedThresholdAndMustExceedADerivedOne)
{
    const auto phq = lead_of("phq-9");
    EXPECT_EQ(read(phq, {20, 14}).verdict, Verdict::reliably_better);
    EXPECT_EQ(read(phq, {20, 15}).verdict, Verdict::within_measurement_error);
    EXPECT_EQ(read(phq, {14, 20}).verdict, Verdict::reliably_worse);
    EXPECT_EQ(read(lead_of("pcl-5"), {50, 35}).verdict, Verdict::reliably_better);
    EXPECT_EQ(read(lead_of("pcl-5"), {50, 36}).verdict, Verdict::within_measurement_error);

    // 3.56 - 3.00 is a little more than 0.56 as computers keep it; it is still exactly the threshold.
    const auto scs = lead_of("scs-26");
    EXPECT_EQ(read(scs, {3.0, 3.56}).verdict, Verdict::within_measurement_error);
    EXPECT_EQ(read(scs, {3.0, 3.57}).verdict, Verdict::reliably_better);
    EXPECT_EQ(read(scs, {3.57, 3.0}).verdict, Verdict::reliably_worse);
    EXPECT_EQ(read(lead_of("scs-sf"), {2.0, 2.71}).verdict, Verdict::within_measurement_error);
    EXPECT_EQ(read(lead_of("scs-sf"), {2.0, 2.75}).verdict, Verdict::reliably_better);
}

TEST(Change, GivesNoVerdictWithoutAKnownReliability)
{
    for (const auto& scale : {lead_of("csip-boundary"), rating_scale()}) {
        const auto reading = read(scale, {3, 0, 0, 0, 1});
        EXPECT_EQ(reading.verdict, Verdict::no_reliability_known);
        EXPECT_EQ(reading.rule, std::nullopt);
        EXPECT_EQ(reading.category, std::nullopt);
        EXPECT_EQ(reading.trend, Trend::not_known);
        EXPECT_EQ(reading.change, -2);
        EXPECT_FALSE(reading.is_worse_by_threshold);
    }
}

TEST(Change, CallsNothingBetterWhereNeitherDirectionIs)
{
    auto scale = lead_of("scs-26");
    scale.better = Better::neither;
    scale.lines = {{.value = 3, .kind = LineKind::cut_off}};
    const auto reading = read(scale, {1, 5});
    EXPECT_EQ(reading.verdict, Verdict::reliably_changed);
    EXPECT_EQ(reading.category, std::nullopt);
    EXPECT_FALSE(reading.is_at_best_possible);
    EXPECT_FALSE(read(scale, {5, 1}).is_worse_by_threshold);
}

TEST(Change, FollowsTheTableOfCategories)
{
    EXPECT_EQ(change_category(true, true, true, false), ChangeCategory::recovered);
    EXPECT_EQ(change_category(false, false, true, false), ChangeCategory::improved);
    EXPECT_EQ(change_category(false, true, true, false), ChangeCategory::improved);
    EXPECT_EQ(change_category(true, false, true, false), ChangeCategory::improved);
    EXPECT_EQ(change_category(true, true, false, false), ChangeCategory::unchanged);
    EXPECT_EQ(change_category(false, true, false, true), ChangeCategory::deteriorated);
}

TEST(Change, CallsItRecoveryOnlyWhenReliableAndAcrossTheCutOff)
{
    const auto phq = lead_of("phq-9");
    EXPECT_EQ(read(phq, {15, 9}).category, ChangeCategory::recovered);
    EXPECT_EQ(read(phq, {16, 10}).category, ChangeCategory::improved); // 10 is still a case.
    const auto crossed = read(phq, {12, 8});
    EXPECT_EQ(crossed.category, ChangeCategory::unchanged);
    EXPECT_TRUE(crossed.crossed_cut_off);
    EXPECT_EQ(read(phq, {8, 14}).category, ChangeCategory::deteriorated);
}

TEST(Change, CannotRecoverWhoStartedBelowTheCutOff)
{
    const auto reading = read(lead_of("phq-9"), {9, 1});
    EXPECT_FALSE(reading.was_clinical_at_first);
    EXPECT_FALSE(reading.crossed_cut_off);
    EXPECT_EQ(reading.category, ChangeCategory::improved);
}

TEST(Change, CountsTheEndStateItselfAsReached)
{
    const auto pcl = lead_of("pcl-5");
    EXPECT_EQ(read(pcl, {50, 28}).category, ChangeCategory::recovered);
    EXPECT_EQ(read(pcl, {50, 29}).category, ChangeCategory::improved);
    EXPECT_EQ(read(pcl, {28, 10}).category, ChangeCategory::improved);
}

TEST(Change, TakesTheCutOffFromBelowWhereHigherIsBetter)
{
    auto scale = lead_of("scs-26");
    scale.lines = {{.value = 3, .kind = LineKind::cut_off}};
    EXPECT_EQ(read(scale, {2, 3}).category, ChangeCategory::recovered);
    EXPECT_EQ(read(scale, {2, 2.99}).category, ChangeCategory::improved);
    EXPECT_FALSE(read(scale, {3, 4}).was_clinical_at_first);
}

TEST(Change, GivesTheRedNoteAtTheThresholdItself)
{
    EXPECT_TRUE(read(lead_of("phq-9"), {10, 16}).is_worse_by_threshold);
    EXPECT_FALSE(read(lead_of("phq-9"), {10, 15}).is_worse_by_threshold);
    EXPECT_FALSE(read(lead_of("phq-9"), {16, 10}).is_worse_by_threshold);
    const auto scs = read(lead_of("scs-26"), {3.56, 3.0});
    EXPECT_TRUE(scs.is_worse_by_threshold);
    EXPECT_EQ(scs.verdict, Verdict::within_measurement_error);
}

TEST(Change, SeesFloorAndCeilingByTheDirectionOfTheScale)
{
    EXPECT_TRUE(read(lead_of("phq-9"), {5, 0}).is_at_best_possible);
    EXPECT_TRUE(read(lead_of("phq-9"), {5, 27}).is_at_worst_possible);
    EXPECT_TRUE(read(lead_of("scs-26"), {3, 5}).is_at_best_possible);
    EXPECT_FALSE(read(lead_of("scs-26"), {5, 3}).is_at_best_possible);
    EXPECT_TRUE(read(rating_scale(), {10}).is_at_best_possible);
    EXPECT_TRUE(read(rating_scale(), {0}).is_at_worst_possible);
}

TEST(Change, UsesTrendWordsFromThreeScoresAndTheIndexFromFour)
{
    const auto scs = lead_of("scs-26");
    EXPECT_FALSE(read(scs, {2, 3}).may_use_trend_word);
    const auto three = read(scs, {2, 3, 4});
    EXPECT_TRUE(three.may_use_trend_word);
    EXPECT_EQ(three.trend, Trend::too_few);
    EXPECT_EQ(three.trend_index, std::nullopt);
    const auto four = read(scs, {2, 2.5, 3, 3.5});
    EXPECT_EQ(four.trend, Trend::rising);
    EXPECT_NEAR(four.trend_index->slope, 0.5, 1e-12); // A week.
    EXPECT_EQ(read(scs, {3.5, 3, 2.5, 2}).trend, Trend::falling);
    EXPECT_EQ(read(scs, {3, 3.1, 3, 3.1}).trend, Trend::no_trend);
}

TEST(Change, MeasuresTheTrendInWeeksWhateverTheSpacing)
{
    const auto scs = lead_of("scs-26");
    const std::vector<ScoredOn> scores{
        {2026_y / 1 / 1, 2}, {2026_y / 1 / 8, 2.25}, {2026_y / 1 / 29, 3}, {2026_y / 2 / 5, 3.25}};
    EXPECT_NEAR(read_series(scs, scores).trend_index->slope, 0.25, 1e-12);
}

TEST(Change, SeesNoTrendOnASingleDay)
{
    const std::vector<ScoredOn> scores(5, {2026_y / 1 / 1, 3});
    const auto reading = read_series(lead_of("scs-26"), scores);
    EXPECT_EQ(reading.trend, Trend::too_few);
    EXPECT_EQ(reading.verdict, Verdict::within_measurement_error);
}

TEST(Change, CallsRealUpsAndDownsUneven)
{
    const auto reading = read(lead_of("scs-26"), {1.5, 4.5, 1.5, 4.5, 1.5, 4.5});
    EXPECT_EQ(reading.trend, Trend::uneven);
    EXPECT_LT(reading.trend_index->lack_of_fit_p, 0.05);
    EXPECT_FALSE(reading.trend_disagrees);
}

TEST(Change, NoticesWhenFirstToLastAndTheTrendDisagree)
{
    const auto scs = lead_of("scs-26");
    // The published case in which six scores show what two do not, in this scale's units.
    const auto slow = read(scs, {3.0, 3.0, 3.0, 3.4, 3.4, 3.4});
    EXPECT_EQ(slow.verdict, Verdict::within_measurement_error);
    EXPECT_EQ(slow.trend, Trend::rising);
    EXPECT_TRUE(slow.trend_disagrees);

    const auto leap = read(scs, {3.0, 3.3, 3.4, 3.3, 3.35, 3.3, 3.35, 3.57});
    EXPECT_EQ(leap.verdict, Verdict::reliably_better);
    EXPECT_EQ(leap.trend, Trend::no_trend);
    EXPECT_TRUE(leap.trend_disagrees);

    EXPECT_FALSE(read(scs, {2, 2.5, 3, 3.5}).trend_disagrees);
    EXPECT_FALSE(read(scs, {3, 3.1, 3, 3.1}).trend_disagrees);
}

TEST(Change, JudgesThePhqByTheRuleAloneBecauseItsErrorIsNotKnown)
{
    const auto reading = read(lead_of("phq-9"), {20, 18, 16, 14, 12});
    EXPECT_EQ(reading.verdict, Verdict::reliably_better);
    EXPECT_EQ(reading.trend, Trend::not_known);
    EXPECT_FALSE(reading.trend_disagrees);
}

TEST(Change, ComparesTheLastScoreWithTheBestAndWithTheOneBefore)
{
    // A relapse that first to last does not show.
    const auto reading = read(lead_of("pcl-5"), {63, 27, 40, 55});
    EXPECT_EQ(reading.verdict, Verdict::within_measurement_error);
    EXPECT_EQ(reading.from_best, (Comparison{.since = {2026_y / 1 / 12, 27},
                                             .change = 28,
                                             .verdict = Verdict::reliably_worse,
                                             .is_worse_by_threshold = true}));
    EXPECT_EQ(reading.from_previous, (Comparison{.since = {2026_y / 1 / 19, 40},
                                                 .change = 15,
                                                 .verdict = Verdict::reliably_worse,
                                                 .is_worse_by_threshold = true}));
    ASSERT_NE(reading.worsening(), nullptr);
    EXPECT_EQ(reading.worsening()->since.value, 27);
}

TEST(Change, SeesAWorseningByTheDirectionOfTheScale)
{
    EXPECT_NE(read(lead_of("scs-26"), {2.0, 3.5, 2.5}).worsening(), nullptr);
    EXPECT_EQ(read(lead_of("scs-26"), {3.5, 2.0, 3.2}).worsening(), nullptr);
    EXPECT_NE(read(lead_of("phq-9"), {12, 3, 9}).worsening(), nullptr);
    EXPECT_EQ(read(lead_of("phq-9"), {3, 12, 8}).worsening(), nullptr) << "five points are not six";
}

TEST(Change, CallsTheThresholdItselfAWorseningAlsoWhereAReliableChangeMustExceedIt)
{
    const auto reading = read(lead_of("scs-26"), {3.0, 3.56, 3.0});
    ASSERT_NE(reading.worsening(), nullptr);
    EXPECT_EQ(reading.worsening()->verdict, Verdict::within_measurement_error);
    EXPECT_EQ(read(lead_of("scs-26"), {3.0, 3.56, 3.01}).worsening(), nullptr);
}

TEST(Change, TakesTheLatestOfSeveralBestScores)
{
    const auto reading = read(lead_of("phq-9"), {4, 10, 4, 12});
    EXPECT_EQ(reading.worsening()->since.on, 2026_y / 1 / 19);
}

TEST(Change, OfTwoScoresIsTheSameInAllThreeComparisons)
{
    const auto reading = read(lead_of("pcl-5"), {27, 55});
    EXPECT_EQ(reading.from_best, reading.from_previous);
    EXPECT_EQ(reading.from_best->change, reading.change);
    EXPECT_NE(reading.worsening(), nullptr);
    EXPECT_EQ(read(lead_of("pcl-5"), {55}).from_previous, std::nullopt);
}

TEST(Change, CallsNothingWorseWithoutAThresholdOrADirection)
{
    const auto rating = read(rating_scale(), {2, 9, 1});
    EXPECT_EQ(rating.worsening(), nullptr);
    EXPECT_EQ(rating.from_best->change, -8);
    EXPECT_EQ(rating.from_best->verdict, Verdict::no_reliability_known);

    auto neither = lead_of("scs-26");
    neither.better = Better::neither;
    const auto reading = read(neither, {1, 5, 1});
    EXPECT_EQ(reading.worsening(), nullptr);
    EXPECT_EQ(reading.from_best, std::nullopt);
    EXPECT_EQ(reading.from_previous->verdict, Verdict::reliably_changed);
}

TEST(Change, SaysWhenTheLastScoreIsTheBestSoFar)
{
    EXPECT_TRUE(read(lead_of("phq-9"), {12, 10, 9}).from_best->is_better);
    EXPECT_FALSE(read(lead_of("phq-9"), {12, 9, 9}).from_best->is_better);
    EXPECT_TRUE(read(lead_of("scs-26"), {2, 2.5, 2.6}).from_best->is_better);
}

TEST(Change, SortsElevenChangesAsPublished)
{
    const ReliableChangeRule more_than_two{.threshold = 2, .rule = ThresholdRule::more_than};
    int reliable_up = 0;
    int reliable_down = 0;
    for (int change = -5; change <= 5; ++change) {
        reliable_up += change > 0 && is_reliable(more_than_two, 10, 10 + change) ? 1 : 0;
        reliable_down += change < 0 && is_reliable(more_than_two, 10, 10 + change) ? 1 : 0;
    }
    EXPECT_EQ(reliable_up, 3);
    EXPECT_EQ(reliable_down, 3);
}

} // namespace model
