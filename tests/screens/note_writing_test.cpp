#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/words/note_words.h"
#include "app/words/session_words.h"
#include "tests/support/wheel.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <gtk/gtk.h>
#include <wx/choice.h>
#include <wx/clipbrd.h>
#include <wx/textctrl.h>

#include <vector>

namespace {

using namespace date::literals;
using app::name_of;
using model::RiskLevel;
using model::SectionKind;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

/// A new note of a client with one goal, open in a window of 1024 by 700.
class NoteWriting : public tests::WindowTest {
protected:
    void SetUp() override
    {
        tests::SmallPractice practice;
        client_ = practice.client;
        goal_ = practice.goal;
        auto last = tests::note_on(2026_y / 11 / 13);
        last.modalities = {{.modality = "emdr", .techniques = {"Closure"}}, {.modality = "somatic"}};
        practice.casebook.add_signed_note(client_, last, tests::at(2026_y / 11 / 13, 16));
        window().SetSize(1024, 700);
        window().open(std::move(practice.casebook));
        press("Ctrl+1");
        press("Ctrl+N");
        until("the note is open", [this] { return focus_name() == name_of(SectionKind::data); });
    }

    storage::Casebook& casebook() { return *window().casebook(); }
    std::vector<model::Draft> drafts() { return casebook().drafts_of(client_); }
    std::vector<model::Notice> notices() { return casebook().notices_of(client_); }

    void tab_to_risk() { tab_to(risk_name(RiskLevel::not_asked)); }

    static std::string risk_name(RiskLevel level) { return words_for(app::NoteCaption::risk) + ": " + name_of(level); }

    /// Where the caret stands on the screen, and whether that is inside the page.
    testing::AssertionResult is_caret_in_sight()
    {
        settle();
        GtkWidget* const focus = gtk_window_get_focus(GTK_WINDOW(window().GetHandle()));
        if (!GTK_IS_TEXT_VIEW(focus)) {
            return testing::AssertionFailure() << "the keyboard is not in a text but in " << focus_name();
        }
        auto* const view = GTK_TEXT_VIEW(focus);
        GdkRectangle caret;
        gtk_text_view_get_cursor_locations(view, nullptr, &caret, nullptr);
        int x = 0;
        int y = 0;
        gtk_text_view_buffer_to_window_coords(view, GTK_TEXT_WINDOW_WIDGET, caret.x, caret.y, &x, &y);
        wxWindow* const text = wxWindow::FindFocus();
        const app::ScrolledPage* page = nullptr;
        for (wxWindow* place = text; place != nullptr && page == nullptr; place = place->GetParent()) {
            page = dynamic_cast<const app::ScrolledPage*>(place);
        }
        const int top = page->ScreenToClient(text->ClientToScreen({x, y})).y;
        const int room = page->GetClientSize().y;
        const bool is_in_text = y >= 0 && y + caret.height <= text->GetSize().y;
        const bool is_in_page = top >= 0 && top + caret.height <= room;
        if (is_in_text && is_in_page) {
            return testing::AssertionSuccess();
        }
        return testing::AssertionFailure() << "the caret stands at " << top << " of " << room << " in the page, at "
                                           << y << " of " << text->GetSize().y << " in its text";
    }

    void copy(const std::string& words)
    {
        const wxClipboardLocker clipboard;
        wxTheClipboard->SetData(new wxTextDataObject{app::shown(words)});
    }

    model::ClientId client_{};
    model::GoalId goal_{};
};

TEST_F(NoteWriting, RaisesNothingForRiskChoicesThatWerePassedOver)
{
    type("x");
    tab_to_risk();
    press("Down");
    press("Down");
    EXPECT_EQ(focus_name(), risk_name(RiskLevel::passive_thoughts));
    until("the draft is kept meanwhile",
          [this] { return !drafts().empty() && drafts().front().content.risk.level == RiskLevel::passive_thoughts; });
    EXPECT_THAT(notices(), IsEmpty()) << "though the draft was kept while the keyboard passed";
    press("Up");
    press("Tab");
    press("Esc");
    until("it is kept", [this] { return drafts().front().content.risk.level == RiskLevel::none; });
    EXPECT_THAT(notices(), IsEmpty());
}

TEST_F(NoteWriting, RaisesTheNoticeOnceTheKeyboardLeavesTheRiskChoices)
{
    tab_to_risk();
    press("Down");
    press("Down");
    EXPECT_THAT(notices(), IsEmpty());
    press("Tab");
    until("the notice is raised", [this] { return notices().size() == 1; });
    EXPECT_EQ(notices().front().risk, RiskLevel::passive_thoughts);
    EXPECT_FALSE(notices().front().is_taken_back);
}

TEST_F(NoteWriting, RaisesTheNoticeWhenTheNoteIsLeftFromWithinTheRiskChoices)
{
    tab_to_risk();
    press("Down");
    press("Down");
    press("Down");
    press("Esc");
    until("the notice is raised", [this] { return notices().size() == 1; });
    EXPECT_EQ(notices().front().risk, RiskLevel::ideation);
}

TEST_F(NoteWriting, RaisesTheNoticeWhenTheNoteIsSignedFromWithinTheRiskChoices)
{
    type("words");
    tab_to_risk();
    press("Down");
    press("Down");
    press("Ctrl+Enter");
    until("the note is signed", [this] { return casebook().notes_of(client_).size() == 2; });
    ASSERT_THAT(notices(), SizeIs(1));
    EXPECT_EQ(notices().front().risk, RiskLevel::passive_thoughts);
}

TEST_F(NoteWriting, TakesAOneAndANoughtForTen)
{
    tab_to(app::rating_row_name("Say no", model::Rater::therapist) + ", " + app::rating_value_words(std::nullopt));
    press("1");
    press("0");
    tab_to(app::rating_row_name("Say no", model::Rater::client) + ", " + app::rating_value_words(std::nullopt));
    press("x");
    press("Esc");
    until("it is kept", [this] { return drafts().size() == 1; });
    EXPECT_THAT(drafts().front().content.ratings,
                ElementsAre(model::Rating{.goal = goal_, .by_therapist = 10, .by_client = 10}));
}

TEST_F(NoteWriting, AsksOnceInPlaceBeforeItSignsWithoutAWordAboutRisk)
{
    type("words");
    press("Ctrl+Enter");
    settle();
    EXPECT_THAT(casebook().notes_of(client_), SizeIs(1)) << "it was signed without a question";
    EXPECT_EQ(focus_name(), risk_name(RiskLevel::not_asked));
    press("Ctrl+Enter");
    until("the note is signed", [this] { return casebook().notes_of(client_).size() == 2; });
}

TEST_F(NoteWriting, FollowsTheCaretWhereverItGoes)
{
    tab_to(name_of(SectionKind::plan));
    EXPECT_TRUE(is_caret_in_sight()) << "after Tab";
    for (int line = 0; line < 30; ++line) {
        type("line\n");
        ASSERT_TRUE(is_caret_in_sight()) << "after line " << line;
    }
    for (int line = 0; line < 30; ++line) {
        press("Up");
    }
    until("the page has followed the way up", [this] { return bool{is_caret_in_sight()}; });
    press("Ctrl+End");
    EXPECT_TRUE(is_caret_in_sight()) << "after the jump to the end";
    std::string lines;
    for (int line = 0; line < 40; ++line) {
        lines += "pasted\n";
    }
    copy(lines);
    press("Ctrl+V");
    settle();
    EXPECT_TRUE(is_caret_in_sight()) << "after a long text was pasted";
    press("Ctrl+Home");
    EXPECT_TRUE(is_caret_in_sight());
    press("Ctrl+Z");
    EXPECT_TRUE(is_caret_in_sight()) << "after the paste was undone";
    press("Ctrl+Y");
    EXPECT_TRUE(is_caret_in_sight()) << "after it was done again";
    press("Shift+Tab");
    EXPECT_TRUE(is_caret_in_sight()) << "after Shift+Tab";
    press("Tab");
    EXPECT_TRUE(is_caret_in_sight()) << "back in the long text";
}

TEST_F(NoteWriting, LaysThePageOutAnewAtOnceWhenTheFormChanges)
{
    type("Data");
    press("Tab");
    type("Assessment");
    press("Tab");
    type("Plan");
    auto* const form = dynamic_cast<wxChoice*>(control(words_for(app::NoteCaption::form)));
    form->SetSelection(1);
    wxCommandEvent chosen{wxEVT_CHOICE, form->GetId()};
    chosen.SetInt(1);
    form->ProcessWindowEvent(chosen);
    settle();
    const auto bottom_of = [](const wxWindow& any) { return any.GetScreenRect().GetBottom(); };
    const auto top_of = [](const wxWindow& any) { return any.GetScreenRect().GetTop(); };
    wxWindow& plan = *control(name_of(SectionKind::plan));
    wxWindow& data = *control(name_of(SectionKind::data));
    wxWindow& risk = *control(risk_name(RiskLevel::not_asked));
    wxWindow& homework = *control(words_for(app::NoteCaption::homework));
    until("nothing is painted over anything else",
          [&] { return top_of(data) > bottom_of(plan) && top_of(risk) > bottom_of(data); });
    EXPECT_GT(top_of(homework), bottom_of(risk));
    const int end = homework.GetParent()->GetScreenRect().GetBottom();
    EXPECT_LE(bottom_of(homework), end) << "the page is too short for what stands on it";
}

TEST_F(NoteWriting, StaysWhereSomebodyScrolledToUntilTheNextLetter)
{
    for (int line = 0; line < 30; ++line) {
        type("line\n");
    }
    ASSERT_TRUE(is_caret_in_sight());
    wxWindow& data = *control(name_of(SectionKind::data));
    for (int notch = 0; notch < 30; ++notch) {
        tests::turn_wheel_over(data, GDK_SCROLL_UP);
    }
    settle();
    EXPECT_FALSE(is_caret_in_sight()) << "the page came back by itself";
    type("x");
    EXPECT_TRUE(is_caret_in_sight());
}

TEST_F(NoteWriting, IsWalkedPartByPart)
{
    const std::vector<std::string> parts{risk_name(RiskLevel::not_asked), words_for(app::NoteCaption::homework),
                                         words_for(app::NoteButton::sign)};
    for (const auto& part : parts) {
        press("F6");
        EXPECT_EQ(focus_name(), part);
    }
    press("F6");
    EXPECT_EQ(focus_name(), "Clients") << "around the end comes the caseload";
    press("F6");
    EXPECT_EQ(focus_name(), name_of(app::TimeField::date));
    press("F6");
    EXPECT_THAT(focus_name(), testing::StartsWith("EMDR"));
    press("F6");
    EXPECT_THAT(focus_name(), testing::StartsWith("Say no, your rating"));
    press("F6");
    EXPECT_EQ(focus_name(), name_of(SectionKind::data));
    press("Shift+F6");
    EXPECT_THAT(focus_name(), testing::StartsWith("Say no, your rating"));
}

TEST_F(NoteWriting, LeadsToGoalsAndRiskByOneKeyEach)
{
    press("Ctrl+G");
    EXPECT_THAT(focus_name(), testing::StartsWith("Say no, your rating"));
    press("Ctrl+R");
    EXPECT_EQ(focus_name(), risk_name(RiskLevel::not_asked));
}

TEST_F(NoteWriting, DropsWhatCameAlongByOneKey)
{
    EXPECT_TRUE(is_seen(app::from_last_time())) << words_in_sight();
    press("Ctrl+G");
    press("Shift+F6");
    press("Delete");
    settle();
    EXPECT_FALSE(is_seen("EMDR"));
    EXPECT_FALSE(is_seen("Somatic"));
    EXPECT_FALSE(is_seen(app::from_last_time()));
    EXPECT_EQ(focus_name(), words_for(app::NoteButton::add_modality)) << "the keyboard must not be lost";
    press("Esc");
    until("the list is back", [this] { return is_seen("1 session"); });
    EXPECT_THAT(drafts(), IsEmpty()) << "nothing was typed";
}

TEST_F(NoteWriting, SaysInTheTooltipHowTenIsTyped)
{
    press("Ctrl+G");
    const std::string tip = app::utf8(wxWindow::FindFocus()->GetToolTipText());
    EXPECT_EQ(tip, app::rating_keys_words());
    EXPECT_THAT(tip, testing::AllOf(testing::HasSubstr("x"), testing::HasSubstr("1 and 0")));
}

} // namespace
