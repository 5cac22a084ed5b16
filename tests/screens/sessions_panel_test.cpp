#include "app/screens/form.h"
#include "app/screens/goal_chart.h"
#include "app/screens/text.h"
#include "app/words/button_words.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <wx/clipbrd.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>

#include <functional>

namespace {

using namespace date::literals;
using namespace std::chrono_literals;
using model::SectionKind;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// The Sessions tab of a client with one goal, seen in the main window.
class SessionsTab : public tests::WindowTest {
protected:
    void SetUp() override
    {
        tests::SmallPractice practice;
        client_ = practice.client;
        goal_ = practice.goal;
        window().open(std::move(practice.casebook));
        press("Ctrl+1");
        until("the list is up", [this] { return is_seen("New note"); });
    }

    storage::Casebook& casebook() { return *window().casebook(); }
    std::vector<model::Draft> drafts() { return casebook().drafts_of(client_); }
    std::vector<model::NoteOutline> notes() { return casebook().notes_of(client_); }

    /// All words in sight that are no field.
    void each_label(const std::function<void(const wxStaticText&)>& look) { each_label_in(window(), look); }

    model::ClientId client_{};
    model::GoalId goal_{};

private:
    static void each_label_in(const wxWindow& place, const std::function<void(const wxStaticText&)>& look)
    {
        for (const wxWindow* child : place.GetChildren()) {
            const auto* label = dynamic_cast<const wxStaticText*>(child);
            if (label != nullptr && label->IsShownOnScreen()) {
                look(*label);
            }
            each_label_in(*child, look);
        }
    }
};

TEST_F(SessionsTab, ANoteIsWrittenRatedAndSignedByKeyboardAlone)
{
    press("Ctrl+N");
    EXPECT_EQ(focus_name(), "Data");
    type("She said no. سلام 🙂");
    press("Tab");
    EXPECT_EQ(focus_name(), "Assessment");
    tab_to("Say no, your rating, not rated");
    press("7");
    tab_to("Say no, the client's rating, not rated");
    press("x");
    press("Ctrl+Enter");
    press("Ctrl+Enter"); // Risk was not asked about.
    until("the note is signed", [this] { return notes().size() == 1; });
    EXPECT_THAT(notes().front().ratings, ElementsAre(model::Rating{.goal = goal_, .by_therapist = 7, .by_client = 10}));
    EXPECT_EQ(casebook().note(notes().front().id).content.text_of(SectionKind::data), "She said no. سلام 🙂");
    until("it is shown", [this] { return is_seen("Signed by Dana Example"); });
    press("Esc");
    until("the list is back", [this] { return is_seen("1 session"); });
}

TEST_F(SessionsTab, CtrlEnterAddsNoLineToTheTextItSigns)
{
    press("Ctrl+N");
    type("one line");
    press("Ctrl+Enter");
    press("Ctrl+Enter"); // Risk was not asked about.
    until("the note is signed", [this] { return notes().size() == 1; });
    EXPECT_EQ(casebook().note(notes().front().id).content.text_of(SectionKind::data), "one line");
}

TEST_F(SessionsTab, WhatIsTypedIsKeptWithinTwoSecondsAndReopensAtTheCaret)
{
    press("Ctrl+N");
    const auto begun = std::chrono::steady_clock::now();
    type("Kept by itself");
    until("a draft is kept", [this] { return drafts().size() == 1; });
    EXPECT_LT(std::chrono::steady_clock::now() - begun, 2s);
    until("all of it is kept",
          [this] { return drafts().front().content.text_of(SectionKind::data) == "Kept by itself"; });
    EXPECT_EQ(drafts().front().caret, (model::Caret{.section = SectionKind::data, .position = 14}));
    until("it says so", [this] { return is_seen("saved 15:00"); });

    press("Esc");
    until("the list is back", [this] { return is_seen("1 session, 1 not signed"); });
    press("Enter");
    until("the note is open", [this] { return focus_name() == "Data"; });
    type("!");
    press("Esc");
    until("the rest is kept",
          [this] { return drafts().front().content.text_of(SectionKind::data) == "Kept by itself!"; });
}

TEST_F(SessionsTab, ANoteLeftUntouchedLeavesNothingBehind)
{
    press("Ctrl+N");
    press("Esc");
    until("the list is back", [this] { return is_seen("No sessions yet"); });
    EXPECT_THAT(drafts(), IsEmpty());
}

TEST_F(SessionsTab, TypingIsUndoneAndRedone)
{
    press("Ctrl+N");
    type("first second");
    auto* text = dynamic_cast<wxTextCtrl*>(control("Data"));
    press("Ctrl+Z");
    EXPECT_EQ(text->GetValue(), "first ");
    EXPECT_EQ(text->GetInsertionPoint(), 6);
    press("Ctrl+Z");
    EXPECT_EQ(text->GetValue(), "");
    press("Ctrl+Shift+Z");
    press("Ctrl+Y");
    EXPECT_EQ(text->GetValue(), "first second");
}

TEST_F(SessionsTab, TellsInWordsWhyANoteCannotBeSignedAndGoesThere)
{
    press("Ctrl+N");
    tab_to("Date");
    type("21 Nov 2026");
    tab_to("Plan");
    type("Next week");
    press("Ctrl+Enter");
    EXPECT_TRUE(is_seen("This session begins in the future.")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Date");
    EXPECT_THAT(notes(), IsEmpty());
}

TEST_F(SessionsTab, AsksForTheTherapistInPlaceBeforeTheFirstSignature)
{
    casebook().set_therapist({.id = {1}, .name = "Dana Example"});
    press("Ctrl+N");
    type("words");
    press("Ctrl+Enter");
    until("it is asked", [this] { return is_seen("A signature needs your name"); });
    tab_to("Credentials");
    type("LMFT");
    press("Tab");
    type("12345");
    tab_to("Save");
    press("Enter");
    until("the question is gone", [this] { return !is_seen("A signature needs your name"); });
    press("Ctrl+Enter");
    press("Ctrl+Enter"); // Risk was not asked about.
    until("the note is signed", [this] { return notes().size() == 1; });
}

TEST_F(SessionsTab, TheQuestionForTheTherapistCanBePutAside)
{
    casebook().set_therapist({.id = {1}, .name = "Dana Example"});
    press("Ctrl+N");
    type("words");
    press("Ctrl+Enter");
    until("it is asked", [this] { return is_seen("Licence number"); });
    tab_to("Cancel");
    press("Enter");
    until("the form is gone", [this] { return !is_seen("Licence number"); });
    EXPECT_TRUE(is_seen("words"));
    press("Ctrl+Enter");
    until("it is asked again", [this] { return is_seen("Licence number"); });
}

TEST_F(SessionsTab, WhatWasTypedAboutTheTherapistIsAskedAboutWhenTheNoteCloses)
{
    casebook().set_therapist({.id = {1}, .name = "Dana Example"});
    press("Ctrl+N");
    type("words");
    press("Ctrl+Enter");
    until("it is asked", [this] { return is_seen("Licence number"); });
    tab_to("Credentials");
    type("LMFT");
    press("Esc");
    until("it is asked about", [this] { return is_seen(app::discard_button()); });
    tab_to(app::keep_editing_button());
    press("Enter");
    EXPECT_TRUE(is_seen("LMFT")) << "kept in sight";
    press("Esc");
    tab_to(app::discard_button());
    press("Enter");
    until("it is gone", [this] { return !is_seen("LMFT"); });
    EXPECT_EQ(casebook().therapist().credentials, "");
    EXPECT_EQ(drafts().size(), 1U) << "the note itself is kept";
}

TEST_F(SessionsTab, AHelpPageInTheMiddleOfANoteLeadsBackToItsCaret)
{
    press("Ctrl+N");
    press("F1");
    press("Esc");
    EXPECT_EQ(focus_name(), "Data") << "though nothing was written yet";
    type("Half a sentence");
    press("F1");
    until("the keys are shown", [this] { return is_seen("These shortcuts are quicker"); });
    press("Esc");
    until("the note is back", [this] { return focus_name() == "Data"; });
    type(", and the rest.");
    press("Esc");
    until("the list is back", [this] { return is_seen("1 session, 1 not signed"); });
    EXPECT_EQ(drafts().front().content.text_of(SectionKind::data), "Half a sentence, and the rest.");
}

TEST_F(SessionsTab, AnAddendumAndAMarkAreAddedToASignedNote)
{
    casebook().add_signed_note(client_, tests::note_on(2026_y / 11 / 19), tests::at(2026_y / 11 / 19, 16));
    until("it is listed", [this] { return is_seen("19 Nov 2026"); });
    tab_to("Sessions");
    press("Enter");
    until("it is shown", [this] { return is_seen("We talked."); });
    tab_to("Add an addendum");
    press("Enter");
    EXPECT_EQ(focus_name(), "Addendum");
    type("The GP called.");
    press("Tab");
    EXPECT_EQ(focus_name(), "Reason");
    type("Came later");
    press("Ctrl+Enter");
    until("it is added", [this] { return is_seen("Reason: Came later"); });
    tab_to("Entered in error");
    press("Enter");
    EXPECT_EQ(focus_name(), "Reason");
    type("Wrong client");
    press("Ctrl+Enter");
    until("it is marked", [this] { return notes().front().is_entered_in_error; });
    EXPECT_TRUE(is_seen("It stays readable and no longer counts.")) << words_in_sight();
}

TEST_F(SessionsTab, AnAddendumThatIsBeingWrittenHoldsItsNote)
{
    casebook().add_signed_note(client_, tests::note_on(2026_y / 11 / 19), tests::at(2026_y / 11 / 19, 16));
    tab_to("Sessions");
    press("Enter");
    tab_to("Add an addendum");
    press("Enter");
    type("The GP");
    press("Esc");
    EXPECT_TRUE(is_seen("not added to the note yet")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Keep editing");
    press("Enter");
    EXPECT_EQ(focus_name(), "Addendum");
    type(" called.");
    press("Ctrl+N");
    EXPECT_TRUE(is_seen("The GP called.")) << words_in_sight();
    EXPECT_FALSE(window().Close());

    tab_to("Discard");
    press("Enter");
    EXPECT_EQ(focus_name(), "Add an addendum");
    press("Esc");
    EXPECT_TRUE(is_seen("1 session")) << words_in_sight();
}

TEST_F(SessionsTab, WhatKeepsAnAddendumIsInSightHoweverLongTheNote)
{
    std::string lines;
    for (int line = 1; line <= 40; ++line) {
        lines += "Line " + std::to_string(line) + "\n";
    }
    casebook().add_signed_note(client_, tests::note_on(2026_y / 11 / 19, lines), tests::at(2026_y / 11 / 19, 16));
    tab_to("Sessions");
    press("Enter");
    until("it is shown", [this] { return is_seen("Line 40"); });
    for (const auto& size : {wxSize{1280, 800}, wxSize{1024, 700}}) {
        resize(size);
        tab_to("Add an addendum");
        press("Enter");
        until("the form is up", [this] {
            return is_wholly_in_sight(*control("Addendum")) && is_wholly_in_sight(*control("Reason")) &&
                   is_wholly_in_sight(*control("Add addendum"));
        });
        EXPECT_TRUE(is_wholly_in_sight(*control("Add addendum")));
        EXPECT_TRUE(is_wholly_in_sight(*control("Cancel")));
        EXPECT_TRUE(is_seen("Reason (required)"));
        EXPECT_TRUE(is_wholly_in_sight(*control("Reason")));
        press("Esc");
    }
}

TEST_F(SessionsTab, TheButtonsBesideANoteShowTheirWholeWords)
{
    resize(1024, 700);
    press("Ctrl+N");
    until("the note is up", [this] { return focus_name() == "Data"; });
    for (const char* name : {"Back to list", "Discard draft", "Move to another client…"}) {
        EXPECT_GE(control(name)->GetSize().x, control(name)->GetBestSize().x) << name;
    }
}

TEST_F(SessionsTab, AnAddendumSaysWhatIsMissingAndLeadsThere)
{
    casebook().add_signed_note(client_, tests::note_on(2026_y / 11 / 19), tests::at(2026_y / 11 / 19, 16));
    tab_to("Sessions");
    press("Enter");
    tab_to("Add an addendum");
    press("Enter");
    type("The GP called.");
    press("Ctrl+Enter");
    EXPECT_TRUE(is_seen("Please say briefly why.")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Reason");
    type("Came later");
    press("Enter");
    until("it is added", [this] { return is_seen("Reason: Came later"); });
    EXPECT_EQ(focus_name(), "Add an addendum");
}

TEST_F(SessionsTab, TheListIsAsItWasWhenANoteWasOpened)
{
    for (int day = 1; day <= 28; ++day) {
        for (const unsigned month : {8U, 9U, 10U}) {
            const model::Date on = 2026_y / month / day;
            casebook().add_signed_note(client_, tests::note_on(on), tests::at(on, 16));
        }
    }
    resize(1024, 700);
    tab_to("Sessions");
    auto* list = dynamic_cast<wxDataViewCtrl*>(control("Sessions"));
    ASSERT_NE(list, nullptr);
    const auto* rows = dynamic_cast<wxDataViewVirtualListModel*>(list->GetModel());
    for (int step = 0; step < 40; ++step) {
        press("Down");
    }
    for (int step = 0; step < 4; ++step) {
        press("Up");
    }
    const unsigned selected = rows->GetRow(list->GetSelection());
    const unsigned top = rows->GetRow(list->GetTopItem());
    EXPECT_GT(top, 0U);
    press("Enter");
    tab_to("Add an addendum");
    press("Enter");
    type("The GP called.");
    press("Tab");
    type("Came later");
    press("Enter");
    until("it is added", [this] { return is_seen("Reason: Came later"); });
    press("Esc");
    until("the list is back", [&] { return list->IsShownOnScreen(); });
    EXPECT_EQ(rows->GetRow(list->GetSelection()), selected);
    EXPECT_EQ(rows->GetRow(list->GetTopItem()), top);

    casebook().start_draft(client_, tests::note_on(2026_y / 11 / 19), {}, tests::at(2026_y / 11 / 19, 16));
    settle();
    EXPECT_EQ(rows->GetRow(list->GetSelection()), selected + 1) << "the same note, one row further down";
}

TEST_F(SessionsTab, ADraftIsDiscardedInTwoSteps)
{
    casebook().start_draft(client_, tests::note_on(2026_y / 11 / 19), {}, tests::at(2026_y / 11 / 19, 16));
    until("it is listed", [this] { return is_seen("19 Nov 2026"); });
    tab_to("Sessions");
    press("Enter");
    tab_to("Discard draft");
    press("Enter");
    EXPECT_EQ(focus_name(), "Keep it");
    press("Esc");
    EXPECT_THAT(drafts(), SizeIs(1));
    tab_to("Discard draft");
    press("Enter");
    tab_to("Discard for good");
    press("Enter");
    until("it is gone", [this] { return drafts().empty(); });
}

TEST_F(SessionsTab, ADraftGoesToTheRightClientAndTheWindowWithIt)
{
    const auto right = casebook().add_client({.code = "B2", .name = "Bettina Right"});
    casebook().admit(right, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "");
    casebook().start_draft(client_, tests::note_on(2026_y / 11 / 19), {}, tests::at(2026_y / 11 / 19, 16));
    until("it is listed", [this] { return is_seen("19 Nov 2026"); });
    tab_to("Sessions");
    press("Enter");
    tab_to("Move to another client…");
    press("Enter");
    EXPECT_EQ(focus_name(), "Find by name or code");
    press("F9");
    EXPECT_TRUE(is_seen("B2"));
    EXPECT_FALSE(is_seen("Bettina Right · B2"));
    type("b2");
    press("Enter");
    press("Enter");
    until("it has moved", [this, right] { return casebook().drafts_of(right).size() == 1; });
    EXPECT_THAT(drafts(), IsEmpty());
}

TEST_F(SessionsTab, ANoteStandsWholeOnThePageRightAfterItWasSigned)
{
    press("Ctrl+N");
    type("The first line.\nThe second line.\nThe third line.");
    press("Ctrl+Enter");
    press("Ctrl+Enter"); // Risk was not asked about.
    until("it is shown", [this] { return is_seen("Signed by Dana Example"); });
    const auto three_lines = 3 * window().GetCharHeight();
    until("all its lines are in sight", [&] { return control("Data")->GetSize().y >= three_lines; });
    each_label([](const wxStaticText& label) {
        if (dynamic_cast<const app::Paragraph*>(&label) == nullptr) {
            EXPECT_GE(label.GetSize().x, label.GetBestSize().x) << app::utf8(label.GetLabelText());
        }
    });
}

TEST_F(SessionsTab, AFullDiskHoldsTheWindowUntilSomebodySaysThatItMayClose)
{
    const tests::CasebookOnDisk place;
    {
        auto casebook = place.open();
        casebook.admit(casebook.add_client({.code = "A1"}), 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
    }
    window().open(place.open());
    press("Ctrl+F");
    type("a1");
    press("Enter");
    press("Ctrl+N");
    type("Nowhere to put this");
    {
        const tests::FileSizeLimit full{1024};
        window().Close();
        settle();
        EXPECT_NE(window().casebook(), nullptr);
        EXPECT_TRUE(is_seen("Nowhere to put this"));
        wxWindow* const way_out = control("Close without saving it");
        ASSERT_NE(way_out, nullptr);
        wxCommandEvent pressed{wxEVT_BUTTON, way_out->GetId()};
        way_out->ProcessWindowEvent(pressed);
    }
    EXPECT_EQ(window().casebook(), nullptr);
    EXPECT_NO_THROW(place.open());
}

/// The part of a control that is not cut off by what it stands in.
wxRect part_in_sight(const wxWindow& control)
{
    wxRect part{control.GetScreenPosition(), control.GetSize()};
    for (const wxWindow* around = control.GetParent(); around != nullptr; around = around->GetParent()) {
        part.Intersect({around->ClientToScreen(wxPoint{0, 0}), around->GetClientSize()});
    }
    return part;
}

app::GoalChartView* goal_chart_in(wxWindow& place)
{
    if (auto* chart = dynamic_cast<app::GoalChartView*>(&place)) {
        return chart->IsShownOnScreen() ? chart : nullptr;
    }
    for (wxWindow* child : place.GetChildren()) {
        if (auto* chart = goal_chart_in(*child)) {
            return chart;
        }
    }
    return nullptr;
}

TEST_F(SessionsTab, TheChartOfTheGoalIsNeverSliced)
{
    std::string long_ago;
    for (int sentence = 0; sentence < 12; ++sentence) {
        long_ago += "She sat outside for ten minutes and did nothing at all. ";
    }
    for (const auto day : {2026_y / 10 / 1, 2026_y / 11 / 2}) {
        auto content = tests::note_on(day, long_ago);
        content.write(SectionKind::plan, long_ago);
        content.homework = long_ago;
        content.ratings = {{goal_, 3, 4}};
        casebook().add_signed_note(client_, content, tests::at(day, 16));
    }
    press("Ctrl+N");
    until("the chart is there", [this] { return is_seen("This goal"); });
    for (const wxSize size : {wxSize{1280, 800}, wxSize{1024, 700}, wxSize{960, 620}, wxSize{1900, 1060}}) {
        resize(size);
        const auto* chart = goal_chart_in(window());
        ASSERT_NE(chart, nullptr) << size.x;
        EXPECT_EQ(part_in_sight(*chart).GetSize(), chart->GetSize()) << size.x;
        EXPECT_GE(chart->GetSize().y, 72) << size.x;
        EXPECT_EQ(part_in_sight(*control("Back to list")).GetSize(), control("Back to list")->GetSize()) << size.x;
    }
}

} // namespace
