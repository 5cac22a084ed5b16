#include "storage/backups.h"
#include "tests/support/casebooks.h"
#include "tests/support/storage_trouble.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

/// Until when backups still hold what was erased.
namespace {

using namespace date::literals;
using storage::backups_hold_until;
using tests::at;

constexpr model::Date erased_on = 2026_y / 11 / 15;

TEST(BackupsHold, WhatWasErasedUntilTwelveLaterMonthsHaveABackup)
{
    const std::vector<model::Moment> made{at(2026_y / 11 / 13, 18)};
    EXPECT_EQ(backups_hold_until(made, at(erased_on, 9)), 2027_y / 11 / 30);
}

TEST(BackupsHold, NothingWhereThereAreNone)
{
    EXPECT_EQ(backups_hold_until(std::vector<model::Moment>{}, at(erased_on, 9)), std::nullopt);
    const tests::CasebookOnDisk practice;
    EXPECT_EQ(backups_hold_until(practice.folder(), at(erased_on, 9)), std::nullopt);
    EXPECT_EQ(backups_hold_until(std::filesystem::path{}, at(erased_on, 9)), std::nullopt) << "in memory";
}

TEST(BackupsHold, WhatWasErasedNoLongerForBeingOlderOrMore)
{
    std::vector<model::Moment> made;
    for (int back = 0; back < 10'000; ++back) {
        made.push_back(at(model::days_after(erased_on, -back), 8));
    }
    EXPECT_EQ(backups_hold_until(made, at(erased_on, 9)), 2027_y / 11 / 30);
}

TEST(BackupsHold, WhatWasErasedLongerWhereTheClockRanAheadWhenOneWasMade)
{
    const std::vector<model::Moment> made{at(2026_y / 11 / 13, 18), at(2031_y / 2 / 1, 8)};
    EXPECT_EQ(backups_hold_until(made, at(erased_on, 9)), 2032_y / 2 / 29);
}

TEST(BackupsHold, NothingAfterThatDayHoweverOftenABackupIsMadeFromTheNextMonthOn)
{
    std::mt19937 numbers{20261115};
    const auto below = [&](unsigned limit) { return static_cast<unsigned>(numbers() % limit); };
    for (int round = 0; round < 200; ++round) {
        std::vector<model::Moment> made;
        for (unsigned count = below(30) + 1; count > 0; --count) {
            made.push_back(at(model::days_after(erased_on, -static_cast<int>(below(400))), 8));
        }
        const auto until = backups_hold_until(made, at(erased_on, 9)).value();
        for (auto month = 2026_y / 12; month <= until.year() / until.month(); month += date::months{1}) {
            for (unsigned count = below(3) + 1; count > 0; --count) {
                const auto days = static_cast<unsigned>((month / date::last).day());
                made.push_back(at(month / date::day{below(days) + 1}, static_cast<int>(below(24))));
                const auto newest = *std::ranges::max_element(made);
                const auto old = storage::what_to_remove(made, newest);
                std::erase_if(made, [&](model::Moment moment) { return std::ranges::count(old, moment) > 0; });
            }
        }
        EXPECT_TRUE(std::ranges::none_of(made, [](model::Moment moment) { return moment < at(erased_on, 9); }))
            << "round " << round;
    }
}

TEST(BackupsHold, WhatWasErasedAlsoWhereTheOnlyOneIsNotVerified)
{
    const tests::CasebookOnDisk practice;
    tests::overwrite(
        storage::place_for_unproved(storage::place_for_backup(practice.folder(), at(2026_y / 11 / 13, 18))), "a copy");
    EXPECT_NE(backups_hold_until(practice.folder(), at(erased_on, 9)), std::nullopt);
}

} // namespace
