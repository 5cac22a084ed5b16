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

TEST_F(GoalsTab, ManyGoalsAreAllThere)
{
    for (int i = 2; i <= 40; ++i) {
        window().casebook()->add_goal(
            client_, {.wording = "Goal " + std::to_string(i), .family = "boundaries", .agreed_on = 2024_y / 2 / 1});
    }
    EXPECT_TRUE(is_seen("Goal 40"));
}

} // namespace
