#include "app/presenters/locale_habits.h"

#include <gtest/gtest.h>

namespace {

using app::habits_in;
using model::DateHabits;
using enum model::DateOrder;
using enum model::HourClock;

TEST(LocaleHabits, AreReadFromTheFormatsOfTheLocale)
{
    EXPECT_EQ(habits_in("%m/%d/%Y", "%r"), (DateHabits{.order = month_first, .hours = of_12})) << "en_US";
    EXPECT_EQ(habits_in("%D", "%I:%M:%S %p"), (DateHabits{.order = month_first, .hours = of_12}));
    EXPECT_EQ(habits_in("%d/%m/%y", "%T"), DateHabits{}) << "en_GB";
    EXPECT_EQ(habits_in("%d.%m.%Y", "%T"), DateHabits{}) << "de_DE";
    EXPECT_EQ(habits_in("%e.%-m.%Y", "%H.%M.%S"), DateHabits{}) << "fi_FI";
    EXPECT_EQ(habits_in("%A %d %b %Y", "%I:%M:%S %Z"), (DateHabits{.hours = of_12})) << "en_HK";
    EXPECT_EQ(habits_in("%Y-%m-%d", "%H:%M:%S"), DateHabits{}) << "sv_SE";
    EXPECT_EQ(habits_in("", ""), DateHabits{});
    EXPECT_EQ(habits_in("100%", "%"), DateHabits{});
}

} // namespace
