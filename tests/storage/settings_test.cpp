#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

using namespace storage;
using tests::failure_of;

namespace {

/// Somebody in the middle of everything at once.
LeftOpen busy_desk()
{
    return {
        .client = model::ClientId{3},
        .tab = 2,
        .note = model::DraftId{7},
        .is_starting_note = true,
        .is_adding_client = true,
        .names_are_hidden = true,
        .focus_tab = 0,
        .focus = "Data",
        .caret = 5'000'000'000,
        .typed = {{.tab = 0, .field = "Data", .text = "Ναι\n話しました", .is_kept = true},
                  {.tab = -1, .field = "What was done", .text = "Called"}},
    };
}

TEST(Settings, LockAfterFiveMinutesUntilSomebodyChoosesOtherwise)
{
    const tests::QuickCasebook practice;
    {
        auto casebook = practice.open();
        EXPECT_EQ(casebook.settings().lock_after_minutes, 5);
        tests::News news{casebook};
        casebook.set_settings({.lock_after_minutes = 60});
        const std::vector<Change> expected{{Changed::settings, std::nullopt}};
        EXPECT_EQ(news.told(), expected);
    }
    EXPECT_EQ(practice.open().settings().lock_after_minutes, 60);
}

TEST(Settings, KeepHowThePracticeWritesDaysAndTimes)
{
    const tests::QuickCasebook practice;
    const model::DateHabits american{.order = model::DateOrder::month_first, .hours = model::HourClock::of_12};
    {
        auto casebook = practice.open();
        EXPECT_EQ(casebook.settings().habits, model::DateHabits{});
        casebook.set_settings({.habits = {.hours = model::HourClock::of_12}});
        EXPECT_EQ(casebook.settings().habits.order, model::DateOrder::day_first);
        casebook.set_settings({.habits = american});
    }
    EXPECT_EQ(practice.open().settings().habits, american);
}

TEST(Settings, NeverToLockIsRefused)
{
    auto casebook = Casebook::in_memory();
    for (const int minutes : {0, -1, 61, 1'000'000}) {
        EXPECT_EQ(failure_of([&] { casebook.set_settings({.lock_after_minutes = minutes}); }),
                  StorageErrorKind::refused);
    }
    EXPECT_EQ(casebook.settings(), Settings{});
}

TEST(LeftOpen, ComesBackAsItWasUntilItIsForgotten)
{
    const tests::QuickCasebook practice;
    {
        auto casebook = practice.open();
        EXPECT_EQ(casebook.left_open(), std::nullopt);
        casebook.keep_left_open(LeftOpen{.client = model::ClientId{1}, .typed = {{.field = "Old"}}});
        casebook.keep_left_open(busy_desk());
    }
    auto casebook = practice.open();
    EXPECT_EQ(casebook.left_open(), busy_desk());
    casebook.keep_left_open(std::nullopt);
    EXPECT_EQ(casebook.left_open(), std::nullopt);
}

TEST(LeftOpen, NamesASignedNoteAsWellAsADraft)
{
    auto casebook = Casebook::in_memory();
    const LeftOpen left{.note = model::NoteId{9}};
    casebook.keep_left_open(left);
    EXPECT_EQ(casebook.left_open(), left);
}

} // namespace
