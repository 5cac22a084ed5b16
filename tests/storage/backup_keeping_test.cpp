#include "storage/backups.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <vector>

/// Which backups are kept, and what they are called.
namespace {

using namespace date::literals;
using model::Moment;
using storage::what_to_remove;
using testing::ElementsAre;
using testing::IsEmpty;

Moment noon(model::Date day)
{
    return date::sys_days{day} + std::chrono::hours{12};
}

/// What stays of these.
std::vector<Moment> kept(const std::vector<Moment>& made, Moment proved_last)
{
    const auto removed = what_to_remove(made, proved_last);
    std::vector<Moment> left;
    std::ranges::copy_if(made, std::back_inserter(left),
                         [&](Moment moment) { return std::ranges::count(removed, moment) == 0; });
    return left;
}

std::vector<Moment> every_day(model::Date first, int days)
{
    std::vector<Moment> made;
    for (int day = 0; day < days; ++day) {
        made.push_back(noon(model::days_after(first, day)));
    }
    return made;
}

TEST(KeepingBackups, RemovesNothingWhileThereAreOneOrTwo)
{
    const Moment one = noon(2026_y / 11 / 20);
    const Moment before = noon(2020_y / 1 / 1);
    EXPECT_THAT(what_to_remove(std::vector<Moment>{}, one), IsEmpty());
    EXPECT_THAT(what_to_remove(std::vector{one}, one), IsEmpty());
    EXPECT_THAT(what_to_remove(std::vector{before, one}, one), IsEmpty());
}

TEST(KeepingBackups, KeepsTheNewestOfADay)
{
    const Moment morning = noon(2026_y / 11 / 20) - std::chrono::hours{4};
    const Moment evening = morning + std::chrono::hours{10};
    EXPECT_THAT(what_to_remove(std::vector{morning, evening}, evening), ElementsAre(morning));
}

TEST(KeepingBackups, KeepsSevenDaysFourWeeksAndTwelveMonths)
{
    const auto made = every_day(2025_y / 1 / 1, 689); // To Friday 20 Nov 2026.
    const auto left = kept(made, made.back());
    std::vector<Moment> expected;
    for (const model::Date month_end :
         {model::Date{2025_y / 12 / 31}, model::Date{2026_y / 1 / 31}, model::Date{2026_y / 2 / 28},
          model::Date{2026_y / 3 / 31}, model::Date{2026_y / 4 / 30}, model::Date{2026_y / 5 / 31},
          model::Date{2026_y / 6 / 30}, model::Date{2026_y / 7 / 31}, model::Date{2026_y / 8 / 31},
          model::Date{2026_y / 9 / 30}, model::Date{2026_y / 10 / 31}}) {
        expected.push_back(noon(month_end));
    }
    for (const model::Date sunday : {model::Date{2026_y / 11 / 1}, model::Date{2026_y / 11 / 8}}) {
        expected.push_back(noon(sunday));
    }
    for (const Moment day : every_day(2026_y / 11 / 14, 7)) { // The Sunday of the week before is among them.
        expected.push_back(day);
    }
    EXPECT_EQ(left, expected);
}

TEST(KeepingBackups, CountsOnlyDaysThatHaveOne)
{
    std::vector<Moment> made;
    for (int number = 0; number < 7; ++number) {
        made.push_back(noon(model::days_after(2020_y / 1 / 1, 200 * number)));
    }
    EXPECT_THAT(what_to_remove(made, made.back()), IsEmpty());
}

TEST(KeepingBackups, NeverRemovesTheOneThatWasProvedLastWhateverTheClockSaid)
{
    auto made = every_day(2030_y / 1 / 1, 500); // Made while the clock was wrong.
    const Moment today = noon(2026_y / 11 / 20);
    made.push_back(today);
    const auto left = kept(made, today);
    EXPECT_EQ(left.back(), today);
    const auto without_rule = kept(made, made.front());
    EXPECT_EQ(std::ranges::count(without_rule, today), 0) << "the rule was not needed here";
}

TEST(KeepingBackups, KeepsTwentyThreeAtMostOfTenThousandAndRemovesNoMoreTheNextTime)
{
    std::mt19937 random{20261120};
    std::uniform_int_distribution<int> minutes{0, 3 * 365 * 24 * 60};
    std::vector<Moment> made;
    for (int number = 0; number < 10'000; ++number) {
        made.push_back(noon(2024_y / 1 / 1) + std::chrono::minutes{minutes(random)});
    }
    const Moment newest = *std::ranges::max_element(made);
    const auto left = kept(made, newest);
    EXPECT_LE(left.size(), 23U);
    EXPECT_GT(left.size(), 12U);
    EXPECT_EQ(std::ranges::count(left, newest), 1);
    EXPECT_THAT(what_to_remove(left, newest), IsEmpty());
}

TEST(BackupName, IsTheMomentInUtcAndCanBeReadBack)
{
    const Moment moment =
        date::sys_days{2026_y / 11 / 20} + std::chrono::hours{18} + std::chrono::minutes{4} + std::chrono::seconds{5};
    EXPECT_EQ(storage::backup_name(moment), "2026-11-20T18-04-05Z.mendline-backup");
    EXPECT_EQ(storage::moment_of_backup("2026-11-20T18-04-05Z.mendline-backup"), moment);
    for (const char* other :
         {"", "2026-11-20", "2026-11-20T18-04-05Z.mendline-backup.new", ".2026-11-20T18-04-05Z.mendline-backup",
          "2026-11-31T18-04-05Z.mendline-backup", "2026-11-20T18-64-05Z.mendline-backup",
          "2026-11-20T-8-04-05Z.mendline-backup", "record.db.before-0002"}) {
        EXPECT_EQ(storage::moment_of_backup(other), std::nullopt) << other;
    }
}

} // namespace
