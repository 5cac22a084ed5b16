#include "app/drawing/chart_axes.h"
#include "tests/drawing/fixed_ruler.h"

#include <gmock/gmock.h>

namespace {

using namespace app;
using namespace date::literals;
using testing::ElementsAre;
using testing::IsEmpty;

using tests::ruler;
const TextStyle small{.size = 10};

std::vector<std::string> labels(model::Period period, double width)
{
    std::vector<std::string> words;
    for (const auto& tick : time_ticks({period, 0, width}, ruler, small)) {
        words.push_back(tick.words);
    }
    return words;
}

TEST(TimeAxis, PutsTheFirstAndTheLastDayAtItsEnds)
{
    const TimeAxis axis{{2026_y / 1 / 1, 2026_y / 1 / 11}, 100, 200};
    EXPECT_EQ(axis.x(2026_y / 1 / 1), 100);
    EXPECT_EQ(axis.x(2026_y / 1 / 6), 150);
    EXPECT_EQ(axis.x(2026_y / 1 / 11), 200);
}

TEST(TimeAxis, PutsASingleDayInTheMiddle)
{
    const TimeAxis axis{{2026_y / 1 / 1, 2026_y / 1 / 1}, 100, 200};
    EXPECT_EQ(axis.x(2026_y / 1 / 1), 150);
}

TEST(TimeTicks, AreMondaysInAShortTime)
{
    EXPECT_THAT(labels({2026_y / 1 / 1, 2026_y / 1 / 29}, 400),
                ElementsAre("5 Jan 2026", "12 Jan", "19 Jan", "26 Jan"));
}

TEST(TimeTicks, AreMonthsInAYear)
{
    const auto words = labels({2025_y / 10 / 1, 2026_y / 3 / 31}, 500);
    EXPECT_THAT(words, ElementsAre("Oct 2025", "Nov", "Dec", "Jan 2026", "Feb", "Mar"));
}

TEST(TimeTicks, AreQuartersInTwoYears)
{
    EXPECT_THAT(labels({2025_y / 1 / 13, 2026_y / 11 / 20}, 500),
                ElementsAre("Apr 2025", "Jul", "Oct", "Jan 2026", "Apr", "Jul", "Oct"));
}

TEST(TimeTicks, AreYearsInALongTime)
{
    EXPECT_THAT(labels({2016_y / 5 / 1, 2026_y / 5 / 1}, 600),
                ElementsAre("2017", "2018", "2019", "2020", "2021", "2022", "2023", "2024", "2025", "2026"));
    EXPECT_THAT(labels({1926_y / 5 / 1, 2026_y / 5 / 1}, 400),
                ElementsAre("1930", "1940", "1950", "1960", "1970", "1980", "1990", "2000", "2010", "2020"));
}

TEST(TimeTicks, OfOneDayAreThatDay)
{
    EXPECT_THAT(labels({2026_y / 2 / 28, 2026_y / 2 / 28}, 300), ElementsAre("28 Feb 2026"));
}

TEST(TimeTicks, NeverStandTooNearToEachOther)
{
    for (int days = 1; days < 4000; days += 37) {
        const TimeAxis axis{{2020_y / 3 / 17, model::days_after(2020_y / 3 / 17, days)}, 10, 333};
        double free_from = -1000;
        for (const auto& tick : time_ticks(axis, ruler, small)) {
            const double half = ruler.width(tick.words, small) / 2;
            EXPECT_GE(axis.x(tick.on) - half, free_from) << days;
            free_from = axis.x(tick.on) + half;
        }
    }
}

TEST(ValueTicks, AreRoundAndHoldBothEnds)
{
    EXPECT_THAT(value_ticks({1, 5, 0, 120}, 20), ElementsAre(1, 2, 3, 4, 5));
    EXPECT_THAT(value_ticks({0, 10, 0, 120}, 30), ElementsAre(0, 5, 10));
    EXPECT_THAT(value_ticks({7, 49, 0, 120}, 20), ElementsAre(7, 20, 30, 40, 49));
    EXPECT_THAT(value_ticks({-90, 90, 0, 120}, 25), ElementsAre(-90, -50, 0, 50, 90));
}

TEST(ValueTicks, AreOnlyTheEndsOrNothingWithoutRoom)
{
    EXPECT_THAT(value_ticks({0, 27, 0, 30}, 20), ElementsAre(0, 27));
    EXPECT_THAT(value_ticks({0, 27, 0, 10}, 20), IsEmpty());
}

TEST(ValueAxis, KeepsWhatLiesBeyondTheScaleOnItsEnd)
{
    const ValueAxis axis{0, 10, 0, 100};
    EXPECT_EQ(axis.y(0), 100);
    EXPECT_EQ(axis.y(10), 0);
    EXPECT_EQ(axis.y(12), 0);
    EXPECT_EQ(axis.y(-3), 100);
}

} // namespace
