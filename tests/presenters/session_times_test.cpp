#include "app/presenters/session_times.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;
using namespace std::chrono_literals;
using app::length_until;

TEST(SessionLength, GoesOverMidnight)
{
    const model::Session late{.held_on = 2026_y / 11 / 20, .starts_at = 23h + 50min, .zone = "Europe/Berlin"};
    EXPECT_EQ(app::end_of(late), 40min);
    EXPECT_EQ(length_until(late, 30min), 40min);
    EXPECT_EQ(length_until(late, 23h + 55min), 5min);
}

TEST(SessionLength, CountsMinutesNotClockHandsWhenClocksChange)
{
    model::Session spring{.held_on = 2026_y / 3 / 29, .starts_at = 1h + 30min, .zone = "Europe/Berlin"};
    EXPECT_EQ(length_until(spring, 3h + 20min), 50min);
    spring.length = 50min;
    EXPECT_EQ(app::end_of(spring), 3h + 20min);

    model::Session autumn{.held_on = 2026_y / 10 / 25, .starts_at = 1h + 30min, .zone = "Europe/Berlin"};
    EXPECT_EQ(length_until(autumn, 3h + 30min), 180min);
}

TEST(SessionLength, IsAWholeDayWhenStartAndEndAgree)
{
    const model::Session session{.held_on = 2026_y / 11 / 20, .starts_at = 9h};
    EXPECT_EQ(length_until(session, 9h), 1440min);
}

/// A clock that stands still at a time in Berlin.
app::Clock clock_at(model::Date day, std::chrono::minutes time)
{
    const auto moment = model::moment_of(day, time, "Europe/Berlin");
    return {.now = [moment] { return moment; }, .zone = "Europe/Berlin"};
}

TEST(SessionJustHeld, BeganItsLengthAgoOnAFullFiveMinutes)
{
    const auto session = app::session_just_held(clock_at(2026_y / 11 / 20, 14h + 53min), std::nullopt, {});
    EXPECT_EQ(session.held_on, 2026_y / 11 / 20);
    EXPECT_EQ(session.starts_at, 14h);
    EXPECT_EQ(session.length, 50min);
    EXPECT_EQ(session.zone, "Europe/Berlin");
}

TEST(SessionJustHeld, BeganYesterdayWhenItIsJustPastMidnight)
{
    const auto session = app::session_just_held(clock_at(2026_y / 11 / 21, 20min), std::nullopt, {});
    EXPECT_EQ(session.held_on, 2026_y / 11 / 20);
    EXPECT_EQ(session.starts_at, 23h + 30min);
}

TEST(SessionJustHeld, IsAsTheLastOneAndAtTheLevelOfItsDay)
{
    const model::Session last{.length = 90min, .format = model::SessionFormat::video};
    const std::vector<model::EpisodeOfCare> episodes{
        {.admitted_on = 2026_y / 1 / 1,
         .levels = {{.from = 2026_y / 1 / 1}, {.from = 2026_y / 11 / 1, .level = model::LevelOfCare::intensive}}}};
    const auto session = app::session_just_held(clock_at(2026_y / 11 / 20, 15h), last, episodes);
    EXPECT_EQ(session.length, 90min);
    EXPECT_EQ(session.starts_at, 13h + 30min);
    EXPECT_EQ(session.format, model::SessionFormat::video);
    EXPECT_EQ(session.level_of_care, model::LevelOfCare::intensive);
}

} // namespace
