#include "app/drawing/sparkline.h"

#include <gtest/gtest.h>

namespace {

using app::Point;
using app::sparkline_points;

TEST(Sparkline, ReachesFromTheLowestToTheHighestValue)
{
    EXPECT_EQ(sparkline_points({3, 1, 5}, {40, 10}), (std::vector<Point>{{0, 5}, {20, 10}, {40, 0}}));
}

TEST(Sparkline, LiesInTheMiddleWhenNothingChanged)
{
    EXPECT_EQ(sparkline_points({2, 2}, {40, 10}), (std::vector<Point>{{0, 5}, {40, 5}}));
    EXPECT_EQ(sparkline_points({2}, {40, 10}), (std::vector<Point>{{40, 5}}));
}

TEST(Sparkline, IsEmptyWithoutValues)
{
    EXPECT_TRUE(sparkline_points({}, {40, 10}).empty());
}

} // namespace
