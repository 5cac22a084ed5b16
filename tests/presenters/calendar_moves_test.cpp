#include "app/presenters/calendar_moves.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;
using app::moved;
using enum app::CalendarMove;

TEST(CalendarMoves, GoOverTheEndsOfMonthsAndYears)
{
    EXPECT_EQ(moved(2026_y / 11 / 30, day_after), 2026_y / 12 / 1);
    EXPECT_EQ(moved(2027_y / 1 / 1, day_before), 2026_y / 12 / 31);
    EXPECT_EQ(moved(2026_y / 11 / 28, week_after), 2026_y / 12 / 5);
    EXPECT_EQ(moved(2026_y / 12 / 5, week_before), 2026_y / 11 / 28);
    EXPECT_EQ(moved(2026_y / 12 / 31, month_before), 2026_y / 11 / 30);
    EXPECT_EQ(moved(2026_y / 1 / 31, month_after), 2026_y / 2 / 28);
}

TEST(CalendarMoves, EndWhereDatesThatCanBeTypedEnd)
{
    EXPECT_EQ(moved(2199_y / 12 / 31, day_after), 2199_y / 12 / 31);
    EXPECT_EQ(moved(1900_y / 1 / 3, month_before), 1900_y / 1 / 1);
}

} // namespace
