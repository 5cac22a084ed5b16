#include "app/words/button_words.h"
#include "app/words/goal_words.h"
#include "tests/support/window.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;

/// The goals tab of a client whose one goal is "Say no".
class GoalsTab : public tests::WindowTest {
protected:
    void SetUp() override
    {
        tests::SmallPractice practice;
        client_ = practice.client;
        window().open(std::move(practice.casebook));
        press("Ctrl+3");
        until("the tab is up", [this] { return is_seen("Being worked on"); });
    }

    std::vector<model::Goal> kept() { return window().casebook()->goals_of(client_); }

    model::ClientId client_{};
};

TEST_F(GoalsTab, AGoalIsAddedByKeyboardAlone)
{
    tab_to("New goal…");
    press("Enter");
    EXPECT_EQ(focus_name(), "Goal, in the client's words");
    press("Enter");
    EXPECT_TRUE(is_seen("Please put the goal into words first.")) << words_in_sight();
    type("Να ξεκουράζομαι");
    press("Enter");
    until("the goal stands in the list", [this] { return kept().size() == 2; });
    EXPECT_EQ(kept().back().details.wording, "Να ξεκουράζομαι");
    EXPECT_TRUE(is_seen("agreed 20 Nov 2026")) << words_in_sight();
    EXPECT_EQ(focus_name(), "New goal…");
}

TEST_F(GoalsTab, AGoalIsClosedWithAReasonAndOpenedAgain)
{
    tab_to("Close the goal: Say no");
    press("Enter");
    EXPECT_EQ(focus_name(), "Reason");
    type("Reached");
    press("Enter");
    until("the goal is closed", [this] { return is_seen("Closed 20 Nov 2026: Reached"); });
    EXPECT_TRUE(is_seen("No goal is open at present."));

    tab_to("Reopen the goal: Say no");
    press("Enter");
    until("the goal is open", [this] { return is_seen("Being worked on") && !is_seen("Reached"); });
    EXPECT_EQ(kept().front().closed_on, std::nullopt);
}

TEST_F(GoalsTab, TypedWordsHoldTheTabUntilTheyAreKeptOrThrownAway)
{
    tab_to("New goal…");
    press("Enter");
    type("Rest");
    press("Ctrl+1");
    ASSERT_TRUE(is_seen("A new goal is typed but not added yet.")) << words_in_sight();
    press("Enter"); // Keep editing.
    EXPECT_FALSE(is_seen("not added yet"));
    tab_to("Goal, in the client's words");
    press("Enter");
    EXPECT_EQ(kept().size(), 2U);
}

TEST_F(GoalsTab, AGoalIsRewordedByKeyboardAloneAndItsOldWordsStayInSight)
{
    tab_to("Change the wording of the goal: Say no");
    press("Enter");
    EXPECT_EQ(focus_name(), app::goal_words::new_wording_label());
    EXPECT_TRUE(is_seen(app::goal_words::reword_explanation(true))) << words_in_sight();
    press("End");
    type(" kindly");
    press("Ctrl+Enter");
    until("it is reworded", [this] { return kept().front().details.wording == "Say no kindly"; });
    EXPECT_TRUE(is_seen("Until 20 Nov 2026: Say no")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Change the wording of the goal: Say no kindly");
}

TEST_F(GoalsTab, EscapeAndCancelMeanTheSameInEveryForm)
{
    for (const char* opener : {"New goal…", "Change the wording of the goal: Say no", "Close the goal: Say no"}) {
        SCOPED_TRACE(opener);
        for (const bool by_key : {true, false}) {
            const auto cancel = [&] {
                if (by_key) {
                    press("Esc");
                } else {
                    tab_to("Cancel");
                    press("Enter");
                }
            };
            tab_to(opener);
            press("Enter");
            EXPECT_NE(focus_name(), opener);
            cancel();
            EXPECT_EQ(focus_name(), opener) << "nothing was typed";
            press("Enter");
            type("Rest");
            cancel();
            EXPECT_EQ(focus_name(), app::keep_editing_button()) << "what is typed is asked about";
            press("Tab");
            press("Enter");
            EXPECT_EQ(focus_name(), opener);
        }
    }
    EXPECT_EQ(kept().size(), 1U);
}

TEST_F(GoalsTab, ManyGoalsAreAllThere)
{
    for (int i = 2; i <= 40; ++i) {
        window().casebook()->add_goal(
            client_, {.wording = "Goal " + std::to_string(i), .family = "boundaries", .agreed_on = 2024_y / 2 / 1});
    }
    EXPECT_TRUE(is_seen("Goal 40"));
}

} // namespace
