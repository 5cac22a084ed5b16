#include "model/statistics.h"

#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <vector>

namespace model {

namespace {

std::vector<double> first_to(int count)
{
    std::vector<double> times;
    for (int i = 1; i <= count; ++i) {
        times.push_back(i);
    }
    return times;
}

} // namespace

TEST(Statistics, KnowTheNormalDistribution)
{
    EXPECT_NEAR(normal_probability(0), 0.5, 1e-15);
    EXPECT_NEAR(normal_probability(1.959963984540054), 0.975, 1e-12);
    EXPECT_NEAR(normal_probability(-8), 6.220960574271786e-16, 1e-24);
    EXPECT_NEAR(normal_quantile(0.975), 1.959963984540054, 1e-12);
    EXPECT_NEAR(normal_quantile(0.95), 1.6448536269514722, 1e-12);
    EXPECT_NEAR(normal_quantile(0.025), -1.959963984540054, 1e-12);
}

TEST(Statistics, KnowTheTailOfChiSquare)
{
    // The 5 % points of the usual table.
    EXPECT_NEAR(chi_square_upper_tail(3.841458820694124, 1), 0.05, 1e-12);
    EXPECT_NEAR(chi_square_upper_tail(5.991464547107979, 2), 0.05, 1e-12);
    EXPECT_NEAR(chi_square_upper_tail(7.814727903251179, 3), 0.05, 1e-12);
    EXPECT_NEAR(chi_square_upper_tail(18.307038053275146, 10), 0.05, 1e-12);
    EXPECT_NEAR(chi_square_upper_tail(124.3421134, 100), 0.05, 1e-8);
    EXPECT_EQ(chi_square_upper_tail(0, 4), 1);
    EXPECT_NEAR(chi_square_upper_tail(2000, 2000), 0.4957949, 1e-6);
    EXPECT_NEAR(chi_square_upper_tail(5000, 3), 0, 1e-300);
}

TEST(Statistics, GiveTheWorkedExampleOfJacobsonAndTruax)
{
    const double error = standard_error_of_measurement(7.5, 0.8);
    EXPECT_NEAR(error, 3.35, 0.005);
    EXPECT_NEAR(standard_error_of_difference(error), 4.74, 0.005);
    EXPECT_NEAR(reliable_change_index(32.5, 47.5, standard_error_of_difference(error)), 3.16, 0.005);
    EXPECT_NEAR(reliable_change_index(47.5, 32.5, standard_error_of_difference(error)), -3.16, 0.005);
    EXPECT_NEAR(reliable_change_threshold(7.5, 0.8, 0.95), 9.29692548457, 1e-9);
}

TEST(Statistics, PutTheCutOffsOnTheRightSides)
{
    const Norm clinical{40, 7.5};
    const Norm functional{60, 7.5};
    EXPECT_DOUBLE_EQ(cut_off_a(clinical, true), 55);
    EXPECT_DOUBLE_EQ(cut_off_b(functional, true), 45);
    EXPECT_DOUBLE_EQ(cut_off_c(clinical, functional), 50);

    const Norm ill{20, 6};
    const Norm healthy{5, 3};
    EXPECT_DOUBLE_EQ(cut_off_a(ill, false), 8);
    EXPECT_DOUBLE_EQ(cut_off_b(healthy, false), 11); // By the functional spread, not the clinical one.
    EXPECT_DOUBLE_EQ(cut_off_c(ill, healthy), 10);
}

TEST(Statistics, FindTheTrendThatFirstToLastMisses)
{
    const std::array height{98.0, 98.0, 98.0, 99.0, 99.0, 99.0};
    const auto trend = reliable_trend_index(first_to(6), height, 0.5);
    ASSERT_TRUE(trend);
    EXPECT_NEAR(trend->slope, 0.2571, 6e-5);
    EXPECT_NEAR(trend->standard_error, 0.1195, 6e-5);
    EXPECT_NEAR(trend->z, 2.1514, 6e-5);
    EXPECT_NEAR(trend->p, 0.0314, 6e-5);
    EXPECT_NEAR(trend->low, 0.0229, 6e-5);
    EXPECT_NEAR(trend->high, 0.4914, 6e-5);
    EXPECT_NEAR(trend->intercept, 97.6, 6e-5);
    EXPECT_NEAR(trend->intercept_error, 0.4655, 6e-5);
    EXPECT_NEAR(trend->lack_of_fit, 1.3714, 6e-5);
    EXPECT_EQ(trend->lack_of_fit_degrees, 4);
    EXPECT_NEAR(trend->lack_of_fit_p, 0.8491, 6e-5);
}

TEST(Statistics, MakeTheTrendOfTwoScoresTheReliableChangeIndex)
{
    const std::array scores{10.0, 16.0};
    const double error = standard_error_of_measurement(6, 0.8);
    const auto trend = reliable_trend_index(first_to(2), scores, error);
    ASSERT_TRUE(trend);
    EXPECT_NEAR(trend->z, 1.58113883008, 1e-9);
    EXPECT_NEAR(trend->z, reliable_change_index(10, 16, standard_error_of_difference(error)), 1e-12);
    EXPECT_EQ(trend->lack_of_fit_degrees, 0);
    EXPECT_EQ(trend->lack_of_fit_p, 1);
}

TEST(Statistics, FollowRealDataDownwards)
{
    const std::array phq{18.0, 21.0, 14.0, 17.0, 14.0, 13.0, 14.0, 11.0, 13.0, 8.0, 5.0, 6.0};
    const auto trend = reliable_trend_index(first_to(12), phq, standard_error_of_measurement(6, 0.84));
    ASSERT_TRUE(trend);
    EXPECT_NEAR(trend->slope, -1.20979020979, 1e-9);
    EXPECT_NEAR(trend->z, -6.02791115547, 1e-9);
    EXPECT_NEAR(trend->p, 1.66092305368e-09, 1e-18);
}

TEST(Statistics, HaveNoTrendWithoutTimePassing)
{
    const std::array same_day{3.0, 3.0, 3.0};
    const std::array scores{1.0, 5.0, 9.0};
    EXPECT_EQ(reliable_trend_index(same_day, scores, 1), std::nullopt);
    EXPECT_EQ(reliable_trend_index({}, {}, 1), std::nullopt);
    EXPECT_EQ(reliable_trend_index(std::array{1.0}, std::array{5.0}, 1), std::nullopt);
}

TEST(Statistics, CompareEveryPairOfBaselineAndTreatment)
{
    const std::array before{20.0, 20.0, 26.0, 25.0, 22.0, 23.0};
    const std::array after{28.0, 25.0, 24.0, 27.0, 30.0, 30.0, 29.0};
    const auto overlap = nonoverlap_of_all_pairs(before, after, true, 0.95);
    EXPECT_NEAR(overlap.nap, 0.916666666667, 1e-12);
    EXPECT_NEAR(overlap.low, 0.597340610527, 1e-4);
    EXPECT_NEAR(overlap.high, 0.98601758459, 1e-4);
    EXPECT_NEAR(nonoverlap_of_all_pairs(before, after, false, 0.95).nap, 1 - overlap.nap, 1e-12);
}

TEST(Statistics, KeepTheIntervalWithinItsEndsWhenNothingOverlaps)
{
    const std::array before{1.0, 2.0, 3.0};
    const std::array after{4.0, 5.0, 6.0};
    const auto all = nonoverlap_of_all_pairs(before, after, true, 0.95);
    EXPECT_EQ(all.nap, 1);
    EXPECT_EQ(all.high, 1);
    EXPECT_GT(all.low, 0.3);
    EXPECT_LT(all.low, 0.9);
    const auto none = nonoverlap_of_all_pairs(before, after, false, 0.95);
    EXPECT_EQ(none.nap, 0);
    EXPECT_EQ(none.low, 0);
    EXPECT_NEAR(none.high, 1 - all.low, 1e-9);
    EXPECT_DOUBLE_EQ(nonoverlap_of_all_pairs(before, before, true, 0.95).nap, 0.5);
}

TEST(Statistics, GiveTheGoalAttainmentScoresOfTheLiterature)
{
    const auto t = [](std::vector<GoalAttainment> goals) { return goal_attainment_t(goals).value(); };
    EXPECT_NEAR(t({{0}, {-1}, {0}}), 45.43565, 5e-6);
    EXPECT_NEAR(t({{1}, {1}, {1}}), 63.69306, 5e-6);
    EXPECT_NEAR(t({{-1}, {-1}, {0}, {0}, {-1}}), 40.95466, 5e-6);
    EXPECT_NEAR(t({{-1}, {-1}, {-1}, {-1}, {-1}}), 34.924, 5e-4);
    EXPECT_NEAR(t({{2}, {2}, {2}}), 77.386, 5e-4);
    EXPECT_NEAR(t({{1}, {-1}}), 50, 1e-12);
    EXPECT_NEAR(t({{1, 2}, {0, 1}, {-1, 3}, {2, 4}}), 59.8019605882, 1e-9);
    EXPECT_NEAR(t({{1, 20}, {0, 10}, {-1, 30}, {2, 40}}), 59.8019605882, 1e-9);
    EXPECT_NEAR(t({{1}, {std::nullopt, 5}, {1}}), 62.40347, 5e-6);
}

TEST(Statistics, HaveNoAttainmentScoreWithoutARating)
{
    EXPECT_EQ(goal_attainment_t({}), std::nullopt);
    EXPECT_EQ(goal_attainment_t(std::array{GoalAttainment{}}), std::nullopt);
}

} // namespace model
