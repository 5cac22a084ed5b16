#include "model/calendar.h"

#include <gtest/gtest.h>

namespace model {

namespace {

using namespace date::literals;
using namespace std::chrono_literals;

constexpr std::string_view berlin = "Europe/Berlin";

Moment utc(Date day, std::chrono::seconds time)
{
    return date::sys_days{day} + time;
}

} // namespace

TEST(Calendar, ReadsADateOnlyInItsOneForm)
{
    EXPECT_EQ(parse_date("2026-11-20"), 2026_y / 11 / 20);
    for (const auto* text : {"", "2026-11-2", "2026-1-20", "20-11-2026", "2026/11/20", "2026-11-20 ", " 2026-11-20",
                             "2026-11-2O", "+026-11-20", "2026-+1-20", "２０２６-11-20"}) {
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
    }
}

TEST(Calendar, KnowsWhichDaysExist)
{
    EXPECT_EQ(parse_date("2024-02-29"), 2024_y / 2 / 29);
    EXPECT_EQ(parse_date("2000-02-29"), 2000_y / 2 / 29);
    for (const auto* text : {"2023-02-29", "1900-02-29", "2024-02-30", "2024-04-31", "2024-00-10", "2024-13-01",
                             "2024-01-00", "2024-01-32"}) {
        EXPECT_EQ(parse_date(text), std::nullopt) << text;
    }
}

TEST(Calendar, WritesADateAsItReadsIt)
{
    for (const auto* text : {"2026-11-20", "0001-01-01", "0987-06-05", "9999-12-31"}) {
        const auto day = parse_date(text);
        ASSERT_TRUE(day) << text;
        EXPECT_EQ(iso_date(*day), text);
    }
}

TEST(Calendar, ReadsTheTimesOfOneDay)
{
    EXPECT_EQ(parse_time_of_day("00:00"), 0min);
    EXPECT_EQ(parse_time_of_day("9:30"), 570min);
    EXPECT_EQ(parse_time_of_day("23:59"), 1439min);
    for (const auto* text : {"", ":30", "24:00", "12:60", "12:5", "12.30", "012:30", "-1:30", "12:3a", "12:30:00"}) {
        EXPECT_EQ(parse_time_of_day(text), std::nullopt) << text;
    }
}

TEST(Calendar, WritesTimesWithTwoDigits)
{
    EXPECT_EQ(clock_time(0min), "00:00");
    EXPECT_EQ(clock_time(545min), "09:05");
    EXPECT_EQ(clock_time(1439min), "23:59");
}

TEST(Calendar, CountsDaysAcrossLeapDays)
{
    EXPECT_EQ(days_between(2024_y / 2 / 28, 2024_y / 3 / 1), 2);
    EXPECT_EQ(days_between(2023_y / 2 / 28, 2023_y / 3 / 1), 1);
    EXPECT_EQ(days_between(2024_y / 3 / 1, 2024_y / 2 / 28), -2);
    EXPECT_EQ(days_after(2024_y / 2 / 28, 1), 2024_y / 2 / 29);
    EXPECT_EQ(days_after(2025_y / 1 / 1, -1), 2024_y / 12 / 31);
}

TEST(Calendar, GoesToTheLastDayWhereAMonthIsShorter)
{
    EXPECT_EQ(months_after(2024_y / 1 / 31, 1), 2024_y / 2 / 29);
    EXPECT_EQ(months_after(2023_y / 1 / 31, 1), 2023_y / 2 / 28);
    EXPECT_EQ(months_after(2024_y / 1 / 31, 2), 2024_y / 3 / 31);
    EXPECT_EQ(months_after(2024_y / 3 / 31, -1), 2024_y / 2 / 29);
    EXPECT_EQ(months_after(2024_y / 12 / 31, 2), 2025_y / 2 / 28);
    EXPECT_EQ(months_after(2024_y / 2 / 29, 12), 2025_y / 2 / 28);
}

TEST(Calendar, TellsTimeZonesFromOtherWords)
{
    EXPECT_TRUE(is_time_zone("Europe/Berlin"));
    EXPECT_TRUE(is_time_zone("America/New_York"));
    EXPECT_TRUE(is_time_zone("Etc/UTC"));
    EXPECT_FALSE(is_time_zone("Europe/Atlantis"));
    EXPECT_FALSE(is_time_zone(""));
    EXPECT_FALSE(is_time_zone("../../etc/passwd"));
}

TEST(Calendar, FindsTheMomentOfAWallClockTime)
{
    EXPECT_EQ(moment_of(2026_y / 1 / 15, 14h, berlin), utc(2026_y / 1 / 15, 13h));
    EXPECT_EQ(moment_of(2026_y / 7 / 15, 14h, berlin), utc(2026_y / 7 / 15, 12h));
    EXPECT_EQ(moment_of(2026_y / 1 / 15, 14h, "Asia/Kathmandu"), utc(2026_y / 1 / 15, 8h + 15min));
}

TEST(Calendar, TakesTheFirstMomentAfterAGapInTheClock)
{
    // Clocks in Berlin went from 02:00 to 03:00 on 29 March 2026, which is 01:00 UTC.
    EXPECT_EQ(moment_of(2026_y / 3 / 29, 2h + 30min, berlin), utc(2026_y / 3 / 29, 1h));
    EXPECT_EQ(moment_of(2026_y / 3 / 29, 1h + 59min, berlin), utc(2026_y / 3 / 29, 59min));
    EXPECT_EQ(moment_of(2026_y / 3 / 29, 3h, berlin), utc(2026_y / 3 / 29, 1h));
}

TEST(Calendar, TakesTheEarlierOfTwoMomentsWhenClocksGoBack)
{
    // 02:30 came twice in Berlin on 25 October 2026: at 00:30 and at 01:30 UTC.
    EXPECT_EQ(moment_of(2026_y / 10 / 25, 2h + 30min, berlin), utc(2026_y / 10 / 25, 30min));
    EXPECT_EQ(time_in_zone(utc(2026_y / 10 / 25, 30min), berlin), 150min);
    EXPECT_EQ(time_in_zone(utc(2026_y / 10 / 25, 1h + 30min), berlin), 150min);
}

TEST(Calendar, ShowsTheDateThatTheZoneShows)
{
    const auto late = utc(2026_y / 12 / 31, 23h + 30min);
    EXPECT_EQ(date_in_zone(late, "Etc/UTC"), 2026_y / 12 / 31);
    EXPECT_EQ(date_in_zone(late, berlin), 2027_y / 1 / 1);
    EXPECT_EQ(time_in_zone(late, berlin), 30min);
    EXPECT_EQ(date_in_zone(late, "America/New_York"), 2026_y / 12 / 31);
    EXPECT_EQ(time_in_zone(late + 59s, "America/New_York"), 18h + 30min);
}

TEST(Calendar, TakesAZoneThatThisMachineDoesNotKnowForUtc)
{
    EXPECT_EQ(moment_of(2026_y / 1 / 15, 14h, "Mars/Olympus"), utc(2026_y / 1 / 15, 14h));
    EXPECT_EQ(date_in_zone(utc(2026_y / 1 / 15, 14h), "Mars/Olympus"), 2026_y / 1 / 15);
    EXPECT_EQ(time_in_zone(utc(2026_y / 1 / 15, 14h), "Mars/Olympus"), 14h);
}

TEST(Calendar, HoldsBeforeTheYear1970)
{
    const auto moment = utc(1960_y / 2 / 29, 23h + 59min + 59s);
    EXPECT_EQ(date_in_zone(moment, "Etc/UTC"), 1960_y / 2 / 29);
    EXPECT_EQ(time_in_zone(moment, "Etc/UTC"), 1439min);
}

} // namespace model
