#include "tests/support/window.h"

#include <gtest/gtest.h>

namespace {

using namespace date::literals;

/// The measures tab of a client who filled in the PHQ-9 some weeks ago, so that it is the one that is shown.
class MeasuresTab : public tests::WindowTest {
protected:
    void SetUp() override
    {
        tests::SmallPractice practice;
        client_ = practice.client;
        practice.casebook.add_administration(
            client_, {.measure = "phq-9", .taken_on = 2026_y / 10 / 1, .answers = model::Answers(9, 2)},
            tests::at(2026_y / 10 / 1, 12));
        window().open(std::move(practice.casebook));
        press("Ctrl+4");
        until("the tab is up", [this] { return is_seen("Patient Health Questionnaire"); });
    }

    void begin()
    {
        tab_to("Enter an administration");
        press("Enter");
        until("the form is up", [this] { return is_seen("New administration"); });
    }

    std::vector<model::Administration> kept() { return window().casebook()->administrations_of(client_); }

    model::ClientId client_{};
};

TEST_F(MeasuresTab, AFormIsEnteredOneKeyEachAndSavedByKeyboardAlone)
{
    begin();
    type("111111110");
    EXPECT_TRUE(is_seen("9 of 9 answered.")) << words_in_sight();
    press("Enter");
    EXPECT_EQ(focus_name(), "Save");
    press("Enter");
    EXPECT_TRUE(is_seen("Saved: PHQ-9 of 20 Nov 2026, 8.")) << words_in_sight();
    ASSERT_EQ(kept().size(), 2U);
    EXPECT_EQ(kept().back().details.answers, (model::Answers{1, 1, 1, 1, 1, 1, 1, 1, 0}));
}

TEST_F(MeasuresTab, TheGridSaysWhichItemIsNext)
{
    begin();
    EXPECT_EQ(focus_name(), "Item 1, 1 of 9, no answer");
    type("3");
    EXPECT_EQ(focus_name(), "Item 2, 2 of 9, no answer");
    press("Backspace");
    EXPECT_EQ(focus_name(), "Item 1, 1 of 9, answer 3");
    press("Delete");
    EXPECT_EQ(focus_name(), "Item 1, 1 of 9, no answer");
    press("Space");
    press("Right");
    EXPECT_EQ(focus_name(), "Item 3, 3 of 9, no answer");
}

TEST_F(MeasuresTab, AKeyOutsideTheRangeIsSaidAndNotTaken)
{
    begin();
    type("7");
    EXPECT_TRUE(is_seen("The answer 7 to item 1 is not between 0 and 3.")) << words_in_sight();
    type("2");
    EXPECT_FALSE(is_seen("is not between"));
}

TEST_F(MeasuresTab, ARiskAnswerIsLoudAtOnceAndStaysAsANotice)
{
    begin();
    type("000000002");
    EXPECT_TRUE(is_seen("Item 9 positive (score 2): assess suicide risk.")) << words_in_sight();
    press("Enter");
    press("Enter");
    until("the notice is up", [this] { return is_seen("Risk: PHQ-9 of 20 Nov 2026, item 9"); });
}

TEST_F(MeasuresTab, ATotalAloneCanBeEntered)
{
    begin();
    press("Alt+t");
    tab_to("Score: Depression, 0 to 27");
    type("31");
    press("Enter");
    EXPECT_TRUE(is_seen("This score is outside the range of the measure.")) << words_in_sight();
    press("Backspace");
    type("\n");
    EXPECT_TRUE(is_seen("Saved: PHQ-9 of 20 Nov 2026, 3.")) << words_in_sight();
    EXPECT_EQ(kept().back().details.total, 3);
}

TEST_F(MeasuresTab, AnswersThatAreNotSavedHoldTheTab)
{
    begin();
    type("12");
    press("Ctrl+1");
    ASSERT_TRUE(is_seen("Answers are entered but not saved yet: PHQ-9.")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Keep editing");
    press("Enter");
    EXPECT_FALSE(is_seen("not saved yet"));
    EXPECT_TRUE(is_seen("New administration"));

    press("Ctrl+1");
    tab_to("Discard");
    press("Enter");
    press("Ctrl+1");
    EXPECT_FALSE(is_seen("Patient Health Questionnaire"));
    EXPECT_EQ(kept().size(), 1U);
}

} // namespace
