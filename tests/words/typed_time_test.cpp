#include "app/words/dates.h"
#include "app/words/typed_time.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;
using app::FieldRemark;
using app::read_typed_minutes;
using app::read_typed_time;
using app::remark_on_time;
using app::TimeFault;
using enum model::HourClock;

TEST(TypedTime, IsReadAsPeopleWriteIt)
{
    for (const char* text : {"14:05", "14.05", "1405", " 14:05 ", "2:05 pm", "2.05PM", "2:05 p.m.", "205p"}) {
        EXPECT_EQ(read_typed_time(text, of_24), 14h + 5min) << text;
        EXPECT_EQ(read_typed_time(text, of_12), 14h + 5min) << text;
    }
    EXPECT_EQ(read_typed_time("14", of_24), 14h);
    EXPECT_EQ(read_typed_time("2 pm", of_24), 14h);
    EXPECT_EQ(read_typed_time("9", of_24), 9h);
    EXPECT_EQ(read_typed_time("930", of_24), 9h + 30min);
    EXPECT_EQ(read_typed_time("12 am", of_24), 0h);
    EXPECT_EQ(read_typed_time("12 pm", of_24), 12h);
    EXPECT_EQ(read_typed_time("0:00", of_24), 0h);
}

TEST(TypedTime, IsNothingWhereThereIsNoSuchTime)
{
    for (const char* text : {"", "24:00", "2460", "9:7x", "-1", "13 pm", "0 am", "99999", "lunch", "٩", "pm", ":30",
                             "14:305", "1:2:3", "9 am pm", "2..30"}) {
        EXPECT_EQ(read_typed_time(text, of_24), std::nullopt) << text;
    }
}

TEST(TypedTime, OnAClockOfTwelveHoursIsNotGuessedToBeMorningOrAfternoon)
{
    for (const char* text : {"2:30", "9", "12", "1230"}) {
        EXPECT_EQ(app::read_time(text, of_12).fault, TimeFault::which_half) << text;
    }
    EXPECT_EQ(read_typed_time("14:30", of_12), 14h + 30min);
    EXPECT_EQ(read_typed_time("0:30", of_12), 30min);
    EXPECT_EQ(remark_on_time("2:30", of_12, false), (FieldRemark{.words = "2:30 am or pm?", .is_wrong = true}));
    EXPECT_FALSE(remark_on_time("2:30", of_12, true).is_wrong);
}

TEST(RemarkOnATime, SaysAtOnceWhatThereIsNot)
{
    EXPECT_EQ(remark_on_time("25:00", of_24, true),
              (FieldRemark{.words = "There is no 25:00. Use 0:00 to 23:59.", .is_wrong = true}));
    EXPECT_EQ(remark_on_time("1475", of_24, true).words, "There is no 14:75. Use 0:00 to 23:59.");
    EXPECT_EQ(remark_on_time("13 pm", of_12, true).words, "There is no 13:00 pm. Use 12:00 am to 11:59 pm.");
    EXPECT_EQ(remark_on_time("2 pm", of_24, true), (FieldRemark{.words = "= 14:00"}));
    EXPECT_EQ(remark_on_time("14", of_12, true), (FieldRemark{.words = "= 2:00 pm"}));
    EXPECT_FALSE(remark_on_time("14:3", of_24, true).is_wrong);
    EXPECT_TRUE(remark_on_time("14:3", of_24, false).is_wrong);
    EXPECT_EQ(remark_on_time("", of_24, true), FieldRemark{});
}

TEST(TypedMinutes, RunFromOneToAWholeDay)
{
    EXPECT_EQ(read_typed_minutes("50"), 50min);
    EXPECT_EQ(read_typed_minutes(" 90 min"), 90min);
    EXPECT_EQ(read_typed_minutes("1440"), 1440min);
    for (const char* text : {"", "0", "1441", "-5", "fifty", "5.5"}) {
        EXPECT_EQ(read_typed_minutes(text), std::nullopt) << text;
    }
    EXPECT_EQ(app::remark_on_minutes("1441", true).words, "Minutes are a number from 1 to 1440.");
}

TEST(TimeWords, FollowThePracticesClock)
{
    EXPECT_EQ(app::time_words(14h + 5min, of_24), "14:05");
    EXPECT_EQ(app::time_words(14h + 5min, of_12), "2:05 pm");
    EXPECT_EQ(app::time_words(0h, of_12), "12:00 am");
    EXPECT_EQ(app::time_words(12h + 30min, of_12), "12:30 pm");
    EXPECT_EQ(app::time_words(9h, of_12), "9:00 am");
    const model::Moment moment = model::moment_of(date::year{2026} / 11 / 20, 14h + 5min, "Europe/Berlin");
    EXPECT_EQ(app::date_and_time(moment, {.zone = "Europe/Berlin", .hours = of_12}), "20 Nov 2026, 2:05 pm");
}

} // namespace
