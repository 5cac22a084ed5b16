#include "app/screens/text.h"
#include "app/words/button_words.h"
#include "app/words/measure_words.h"
#include "tests/support/window.h"

#include <gtest/gtest.h>
#include <wx/stattext.h>

#include <string_view>

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
    until("the notice is up",
          [this] { return is_seen("Item 9 positive (score 2): assess suicide risk. PHQ-9 of 20 Nov 2026."); });
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

TEST_F(MeasuresTab, AWorseScoreIsReadFirstAndStaysAsAQuietNotice)
{
    auto& casebook = *window().casebook();
    const auto client = *casebook.client_with_code("A1");
    for (const auto& [day, total] : {std::pair{2026_y / 11 / 1, 4.0}, std::pair{2026_y / 11 / 19, 16.0}}) {
        casebook.add_administration(client, {.measure = "phq-9", .taken_on = day, .total = total},
                                    tests::at(2026_y / 11 / 19, 16));
    }
    until("the notice is up", [this] { return is_seen("Worse since 1 Nov 2026: PHQ-9 went from 4 to 16"); });
    EXPECT_TRUE(is_seen("Worse since 1 Nov 2026: 4 to 16 (+12), reliable deterioration.")) << words_in_sight();
    EXPECT_FALSE(is_seen("NHS Talking Therapies"));
    tab_to("How this is calculated");
    press("Space");
    until("it is told", [this] { return is_seen("NHS Talking Therapies"); });
}

TEST_F(MeasuresTab, AnswersThatAreNotSavedHoldTheTab)
{
    begin();
    type("12");
    press("Ctrl+1");
    ASSERT_TRUE(is_seen("An administration is not saved yet: PHQ-9.")) << words_in_sight();
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

/// The measures tab of a client who never filled in anything: the form is the first that this window opens.
class FirstForm : public MeasuresTab {
protected:
    void SetUp() override
    {
        tests::SmallPractice practice;
        client_ = practice.client;
        window().open(std::move(practice.casebook));
        press("Ctrl+4");
        until("the tab is up", [this] { return is_seen("Enter an administration"); });
        tab_to(app::measure_words::list_name());
        for (int row = 0; row < 20 && !is_seen("Patient Health Questionnaire"); ++row) {
            press("Down");
        }
    }

    /// The control in sight whose label has these words in it.
    const wxWindow* words_with(std::string_view part) { return words_with(window(), part); }

private:
    static const wxWindow* words_with(const wxWindow& place, std::string_view part)
    {
        for (const wxWindow* child : place.GetChildren()) {
            const bool is_it = dynamic_cast<const wxStaticText*>(child) != nullptr && child->IsShownOnScreen() &&
                               app::utf8(child->GetLabel()).find(part) != std::string::npos;
            if (const wxWindow* found = is_it ? child : words_with(*child, part)) {
                return found;
            }
        }
        return nullptr;
    }
};

TEST_F(FirstForm, HasAGridThatIsAsTallAsItsRows)
{
    for (const auto& size : {wxSize{1280, 800}, wxSize{1024, 700}}) {
        resize(size.x, size.y);
        tab_to("Enter an administration");
        press("Enter");
        until("the form is up", [this] { return focus_name() == "Item 1, 1 of 9, no answer"; });
        EXPECT_LE(control("Item 1, 1 of 9, no answer")->GetSize().y, 2 * 56 + 8);
        press("Esc");
    }
}

TEST_F(FirstForm, ShowsAnAlertBelowTheAnswersWhereTheEyeIs)
{
    resize(1024, 700);
    tab_to("Enter an administration");
    press("Enter");
    type("000000001");
    const wxWindow* alert = words_with("Item 9");
    ASSERT_NE(alert, nullptr) << words_in_sight();
    until("the alert is in sight", [&] { return is_wholly_in_sight(*alert); });
    const wxWindow& grid = *control("Item 9, 9 of 9, answer 1");
    EXPECT_TRUE(is_wholly_in_sight(grid));
    EXPECT_LE(alert->GetScreenRect().y - grid.GetScreenRect().GetBottom(), 40) << "right below the grid";
}

TEST_F(MeasuresTab, AWrongAnswerIsCorrectedByKeyboardAlone)
{
    tab_to(app::measure_words::history_caption());
    press("Down");
    press("Up");
    until("the old one is shown", [this] { return is_seen(app::measure_words::correct_button()); });
    tab_to(app::measure_words::correct_button());
    press("Enter");
    EXPECT_EQ(focus_name(), "Item 1, 1 of 9, answer 2");
    EXPECT_TRUE(is_seen("Correcting the administration of 1 Oct 2026"));
    type("3");
    press("Ctrl+Enter");
    EXPECT_TRUE(is_seen("Please say briefly what was wrong.")) << words_in_sight();
    tab_to(app::measure_words::reason_label());
    type("Misread");
    press("Enter");
    until("it is corrected", [this] { return is_seen("Corrected: PHQ-9 of 1 Oct 2026, 19."); });
    ASSERT_EQ(kept().size(), 2U);
    EXPECT_EQ(kept().front().entered_in_error->reason, "Misread");
    EXPECT_EQ(kept().back().details.answers, (model::Answers{3, 2, 2, 2, 2, 2, 2, 2, 2}));
}

TEST_F(MeasuresTab, AfterAFormWasMarkedInErrorTheKeyboardIsInTheListOfForms)
{
    tab_to(app::measure_words::history_caption());
    press("Down");
    press("Up");
    tab_to(app::measure_words::mark_in_error_button());
    press("Enter");
    press("Ctrl+Enter");
    EXPECT_TRUE(is_seen("Please say briefly what was wrong.")) << words_in_sight();
    type("Other client");
    press("Ctrl+Enter");
    until("it is marked", [this] { return kept().front().entered_in_error.has_value(); });
    EXPECT_EQ(focus_name(), app::measure_words::history_caption());
}

TEST_F(MeasuresTab, EscapeAndCancelAskTheSame)
{
    begin();
    press("Esc");
    EXPECT_FALSE(is_seen("New filling-in")) << "nothing was answered";
    for (const bool by_key : {true, false}) {
        begin();
        type("12");
        if (by_key) {
            press("Esc");
        } else {
            tab_to(app::measure_words::cancel_entry_button());
            press("Enter");
        }
        EXPECT_EQ(focus_name(), app::keep_editing_button());
        press("Esc"); // Keeps what was entered.
        EXPECT_FALSE(is_seen("not saved yet"));
        press("Esc");
        tab_to(app::discard_button());
        press("Enter");
        EXPECT_FALSE(is_seen("New filling-in"));
    }
}

} // namespace
