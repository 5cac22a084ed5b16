#include "app/words/numbers.h"

#include <gtest/gtest.h>

#include <charconv>
#include <limits>

namespace {

using namespace app;

const model::Scale sum{};
const model::Scale mean{.method = model::ScoringMethod::mean};

TEST(Numbers, SumsHaveNoDecimalsUnlessProrated)
{
    EXPECT_EQ(score_words(14, sum), "14");
    EXPECT_EQ(score_words(10.5, sum), "10.5");
    EXPECT_EQ(score_words(10.5625, sum), "10.56");
    EXPECT_EQ(score_words(0, sum), "0");
}

TEST(Numbers, MeansHaveTwoDecimals)
{
    EXPECT_EQ(score_words(3, mean), "3.00");
    EXPECT_EQ(score_words(2.9166666, mean), "2.92");
}

TEST(Numbers, ChangesShowTheirSign)
{
    EXPECT_EQ(change_words(1.4, mean), "+1.40");
    EXPECT_EQ(change_words(-3, sum), "−3");
    EXPECT_EQ(change_words(0, sum), "0");
    EXPECT_EQ(change_words(0, mean), "0.00");
}

TEST(Numbers, ThereIsNoMinusZero)
{
    EXPECT_EQ(change_words(-0.001, mean), "0.00");
    EXPECT_EQ(score_words(-0.0, sum), "0");
    EXPECT_EQ(plain_number(-0.001), "0");
}

TEST(Numbers, ThresholdsHaveTheDecimalsTheyNeed)
{
    EXPECT_EQ(plain_number(6), "6");
    EXPECT_EQ(plain_number(0.56), "0.56");
    EXPECT_EQ(plain_number(6.75), "6.75");
    EXPECT_EQ(plain_number(100), "100");
    EXPECT_EQ(plain_number(-2.5), "−2.5");
}

TEST(Numbers, SmallSlopesKeepAFigureThatSaysSomething)
{
    EXPECT_EQ(slope_words(1.5), "1.5");
    EXPECT_EQ(slope_words(0.0164), "0.016");
    EXPECT_EQ(slope_words(-0.0164), "−0.016");
    EXPECT_EQ(slope_words(-0.0001), "0");
}

TEST(Numbers, ExactOnesReadBackAsTheSameNumber)
{
    for (const double value : {0.1, 1.0 / 3, 34.0, -2.5, 1e-300, std::numeric_limits<double>::max()}) {
        const auto written = exact_number(value);
        double read = 0;
        std::from_chars(written.data(), written.data() + written.size(), read);
        EXPECT_EQ(read, value) << written;
    }
    EXPECT_EQ(exact_number(34), "34");
    EXPECT_EQ(exact_number(0.1), "0.1");
}

TEST(Numbers, CountsAgreeWithTheirWord)
{
    EXPECT_EQ(counted(1, "score", "scores"), "1 score");
    EXPECT_EQ(counted(0, "score", "scores"), "0 scores");
}

} // namespace
