#include "app/presenters/settings_presenter.h"

#include <gtest/gtest.h>

namespace {

TEST(SettingsPresenter, KeepsAnotherNumberOfMinutes)
{
    auto casebook = storage::Casebook::in_memory();
    app::SettingsPresenter settings{casebook};
    EXPECT_EQ(settings.screen(), (app::SettingsPresenter::Screen{.idle_minutes = "5"}));

    settings.type_idle_minutes(" 20 ");
    EXPECT_TRUE(settings.screen().can_save);
    EXPECT_FALSE(settings.is_untouched());
    settings.save();

    EXPECT_EQ(casebook.settings().lock_after_minutes, 20);
    EXPECT_EQ(settings.screen(), (app::SettingsPresenter::Screen{.idle_minutes = "20"}));
    EXPECT_TRUE(settings.is_untouched());
}

TEST(SettingsPresenter, SavesNothingThatIsNoNumberOfMinutes)
{
    auto casebook = storage::Casebook::in_memory();
    app::SettingsPresenter settings{casebook};
    for (const char* typed : {"", "0", "61", "-3", "never", "5 minutes", "4.5", "99999999999999999999"}) {
        settings.type_idle_minutes(typed);
        EXPECT_EQ(settings.screen(), (app::SettingsPresenter::Screen{.idle_minutes = typed, .is_out_of_bounds = true}));
        settings.save();
    }
    EXPECT_EQ(casebook.settings().lock_after_minutes, 5);
}

TEST(SettingsPresenter, KeepsHowDaysAndTimesAreWritten)
{
    auto casebook = storage::Casebook::in_memory();
    app::SettingsPresenter settings{casebook};
    const model::DateHabits american{.order = model::DateOrder::month_first, .hours = model::HourClock::of_12};
    settings.choose(american);
    EXPECT_TRUE(settings.screen().can_save);
    EXPECT_FALSE(settings.is_untouched());
    settings.type_idle_minutes("no number");
    EXPECT_FALSE(settings.screen().can_save);
    settings.type_idle_minutes("7");
    settings.save();
    EXPECT_EQ(casebook.settings(), (storage::Settings{.lock_after_minutes = 7, .habits = american}));
    EXPECT_TRUE(settings.is_untouched());
}

} // namespace
