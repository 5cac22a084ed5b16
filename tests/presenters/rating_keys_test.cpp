#include "app/presenters/rating_keys.h"

#include <gtest/gtest.h>

namespace {

using namespace std::chrono_literals;

TEST(RatingKeys, TakeEachDigitForARating)
{
    app::RatingKeys keys;
    EXPECT_EQ(keys.press(7, 0ms), 7);
    EXPECT_EQ(keys.press(0, 100ms), 0);
    EXPECT_EQ(keys.press(1, 200ms), 1);
}

TEST(RatingKeys, TakeAOneAndANoughtWithinASecondForTen)
{
    app::RatingKeys keys;
    EXPECT_EQ(keys.press(1, 5000ms), 1);
    EXPECT_EQ(keys.press(0, 6000ms), 10);
    EXPECT_EQ(keys.press(0, 6100ms), 0) << "ten is done";
}

TEST(RatingKeys, TakeANoughtAfterAPauseForNought)
{
    app::RatingKeys keys;
    keys.press(1, 5000ms);
    EXPECT_EQ(keys.press(0, 6001ms), 0);
}

TEST(RatingKeys, TakeANoughtAfterAnotherKeyForNought)
{
    app::RatingKeys keys;
    keys.press(1, 0ms);
    keys.press(2, 100ms);
    EXPECT_EQ(keys.press(0, 200ms), 0);
    keys.press(1, 300ms);
    keys.stop();
    EXPECT_EQ(keys.press(0, 400ms), 0);
}

TEST(RatingKeys, BeginAnewWhenTheClockOfTheKeyboardWrapsAround)
{
    app::RatingKeys keys;
    keys.press(1, 4'294'967'200ms);
    EXPECT_EQ(keys.press(0, 50ms), 0);
}

} // namespace
