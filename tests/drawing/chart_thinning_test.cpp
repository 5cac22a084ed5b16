#include "app/drawing/chart_thinning.h"

#include <gmock/gmock.h>

#include <random>

namespace {

using namespace app;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(Thinning, KeepsEverythingThatStandsInAColumnOfItsOwn)
{
    const std::vector<Point> points{{0, 5}, {1, 6}, {2.5, 5}};
    EXPECT_THAT(thinned(points), ElementsAre(0, 1, 2));
    EXPECT_THAT(thinned({}), IsEmpty());
}

TEST(Thinning, KeepsFirstLastLowestAndHighestOfAColumn)
{
    const std::vector<Point> points{{0.1, 5}, {0.2, 5}, {0.3, 9}, {0.4, 5}, {0.5, 1}, {0.6, 5}, {0.7, 4}};
    EXPECT_THAT(thinned(points), ElementsAre(0, 2, 4, 6));
}

TEST(Thinning, OfTenThousandPointsLeavesAtMostFourAColumnAndBothExtremes)
{
    std::mt19937 chance{3};
    std::uniform_real_distribution<double> any{0, 100};
    std::vector<Point> points;
    for (int i = 0; i < 10'000; ++i) {
        points.push_back({i * 0.05, any(chance)});
    }
    points[4321].y = 500;
    const auto kept = thinned(points);
    EXPECT_LE(kept.size(), 4U * 500U);
    EXPECT_THAT(kept, testing::Contains(4321U));
    EXPECT_EQ(kept.front(), 0U);
    EXPECT_EQ(kept.back(), 9'999U);
    EXPECT_TRUE(std::ranges::is_sorted(kept));
}

TEST(Spacing, KeepsFirstAndLast)
{
    const std::vector<Point> points{{0, 0}, {1, 0}, {5, 0}, {6, 0}};
    EXPECT_THAT(spaced(points, 4), ElementsAre(0, 2, 3));
    EXPECT_THAT(spaced({}, 4), IsEmpty());
}

} // namespace
