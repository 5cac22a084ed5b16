#include "app/drawing/column_widths.h"

#include <gmock/gmock.h>

#include <algorithm>

namespace {

using app::column_widths;
using testing::ElementsAre;

TEST(ColumnWidths, AreWhatIsWantedAndTheGrowingOneTakesTheRest)
{
    EXPECT_THAT(column_widths({{100, 80}, {200, 50, true}, {60, 60}}, 500), ElementsAre(100, 340, 60));
    EXPECT_THAT(column_widths({{100, 80}, {60, 60}}, 300), ElementsAre(100, 200)) << "else the last one";
}

TEST(ColumnWidths, GiveWayTheGrowingOneFirst)
{
    EXPECT_THAT(column_widths({{100, 80}, {200, 50, true}, {60, 40}}, 260), ElementsAre(100, 100, 60));
    EXPECT_THAT(column_widths({{100, 80}, {200, 50, true}, {60, 40}}, 190), ElementsAre(90, 50, 50));
}

TEST(ColumnWidths, LeaveOutASpareColumnWhereTheRestWouldNotFit)
{
    EXPECT_THAT(column_widths({{100, 80}, {.wanted = 90, .least = 70, .is_spare = true}, {60, 40, true}}, 160),
                ElementsAre(100, 0, 60));
    EXPECT_THAT(column_widths({{100, 80}, {.wanted = 90, .least = 70, .is_spare = true}, {60, 40, true}}, 190),
                ElementsAre(80, 70, 40));
    EXPECT_THAT(
        column_widths({{100, 96}, {62, 58}, {.wanted = 128, .least = 104, .grows = true, .is_spare = true}}, 200),
        ElementsAre(100, 100, 0))
        << "what is left over goes to one that is shown";
}

TEST(ColumnWidths, FillTheRoomAndNeverReachBeyondIt)
{
    for (int room = 1; room < 900; ++room) {
        const auto widths = column_widths({{131, 77}, {200, 51, true}, {61, 40}, {97, 33, true}}, room);
        EXPECT_EQ(widths[0] + widths[1] + widths[2] + widths[3], room);
        EXPECT_GE(*std::ranges::min_element(widths), 0);
    }
}

} // namespace
