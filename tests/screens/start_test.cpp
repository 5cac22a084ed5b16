#include "app/drawing/recovery_layout.h"
#include "app/screens/casebook_panel.h"
#include "app/screens/sheet_form.h"
#include "app/words/start_words.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <wx/choice.h>
#include <wx/sizer.h>

#include <fstream>

namespace {

using testing::HasSubstr;

class StartWindow : public tests::WindowTest {
protected:
    void wait_for_casebook()
    {
        until("the casebook is open", [this] { return window().casebook_panel() != nullptr; });
    }

    tests::CasebookOnDisk practice_;
};

TEST_F(StartWindow, UnlocksByKeyboard)
{
    window().start(practice_.folder());
    settle();
    EXPECT_EQ(focus_name(), "Password");
    EXPECT_TRUE(is_seen("Practice"));
    type("password");
    press("Enter");
    wait_for_casebook();
    EXPECT_EQ(window().GetTitle(), "Mendline - Practice");
}

TEST_F(StartWindow, AWrongPasswordGetsOneSentenceAndTheFieldIsReady)
{
    window().start(practice_.folder());
    type("wrong");
    press("Enter");
    until("the sentence is there", [this] { return is_seen("That did not open the casebook."); });
    EXPECT_EQ(focus_name(), "Password");
    // What was wrong is selected: typing replaces it.
    type("password");
    press("Enter");
    wait_for_casebook();
}

TEST_F(StartWindow, ASecondWindowIsRefusedPolitely)
{
    const auto other = practice_.open();
    window().start(practice_.folder());
    type("password");
    press("Enter");
    until("the sentence is there", [this] { return is_seen("already open on "); });
    EXPECT_EQ(window().casebook_panel(), nullptr);
}

TEST_F(StartWindow, AsksBeforeItOpensWhatAnotherMachineHasOpen)
{
    std::ofstream{practice_.folder() / "lock"} << "practice-laptop\n4711\n\n\n1769000000\n";
    window().start(practice_.folder());
    type("password");
    press("Enter");
    until("it is asked", [this] { return is_seen("has been open on practice-laptop since 21 Jan 2026, 13:53"); });
    EXPECT_EQ(window().casebook_panel(), nullptr);
    until("nothing is nearest", [this] { return focus_name() == "Cancel"; });
    press("Esc");
    until("the password is asked again", [this] { return focus_name() == "Password"; });
    EXPECT_FALSE(is_seen("practice-laptop")) << words_in_sight();

    press("Enter");
    until("it is asked again", [this] { return is_seen("practice-laptop"); });
    press("Shift+Tab");
    EXPECT_EQ(focus_name(), "Open anyway");
    press("Space");
    wait_for_casebook();
}

TEST_F(StartWindow, AsksForTheZoneWhereTheMachineDoesNotTellAndTheGuessIsOneKeyAway)
{
    window().settle_zone(
        {.name = "Asia/Tokyo", .certainty = app::ZoneCertainty::guessed, .fitting = {"Asia/Manila", "Asia/Tokyo"}});
    window().start(practice_.folder());
    settle();
    EXPECT_EQ(focus_name(), "Time zones");
    EXPECT_TRUE(is_seen("This computer does not name its time zone.")) << words_in_sight();
    EXPECT_TRUE(is_seen("There it is now 20 Nov 2026, 23:00.")) << words_in_sight();
    press("Down");
    until("another one is chosen",
          [this] { return is_seen("There it is now 20 Nov 2026, 22:00."); }); // In Asia/Manila.
    press("Up");
    press("Ctrl+Enter");
    until("the way in goes on", [this] { return focus_name() == "Password"; });
    type("password");
    press("Enter");
    wait_for_casebook();
}

TEST_F(StartWindow, AsksForNoZoneWhereItIsKnown)
{
    window().settle_zone({.name = "UTC", .certainty = app::ZoneCertainty::known});
    window().start(practice_.folder());
    settle();
    EXPECT_EQ(focus_name(), "Password");
}

TEST_F(StartWindow, ChoosesNoZoneByItselfWhereNothingIsKnown)
{
    window().settle_zone({});
    window().start();
    settle();
    EXPECT_TRUE(is_seen("does not tell which time zone it is in")) << words_in_sight();
    EXPECT_FALSE(is_seen("There it is now")) << words_in_sight();
    press("Ctrl+Enter");
    settle();
    EXPECT_TRUE(is_seen("Your time zone")) << "nothing is chosen yet";
}

TEST_F(StartWindow, ACasebookThatCannotBeShownIsClosedAgain)
{
    {
        auto casebook = practice_.open();
        casebook.admit(casebook.add_client({.code = "A-001"}), date::year{2026} / 1 / 5, model::LevelOfCare::outpatient,
                       "");
    }
    practice_.open_bare().record.exec("PRAGMA foreign_keys = OFF; DROP TABLE client");
    window().start(practice_.folder());
    type("password");
    press("Enter");
    until("it is said", [this] { return window().news().find("damaged") != std::string::npos; });
    EXPECT_EQ(window().casebook_panel(), nullptr);
    EXPECT_EQ(window().casebook(), nullptr);
    EXPECT_EQ(focus_name(), "Password");
    EXPECT_NO_THROW(practice_.open());
}

TEST_F(StartWindow, ClosingTheCasebookLeadsBackToTheStart)
{
    window().start(practice_.folder());
    type("password");
    press("Enter");
    wait_for_casebook();
    press("Ctrl+W");
    EXPECT_EQ(window().casebook_panel(), nullptr);
    EXPECT_TRUE(is_seen("Open Practice"));
    EXPECT_EQ(window().GetTitle(), "Mendline");
    EXPECT_NO_THROW(practice_.open());
}

TEST_F(StartWindow, TheWayThroughTheRecoveryCodeSaysWhatIsWrong)
{
    window().start(practice_.folder());
    settle();
    tab_to("Use the recovery code");
    press("Space");
    EXPECT_EQ(focus_name(), "Code: eight groups of five");
    type("7k2qm 11");
    press("Enter");
    until("the sentence is there", [this] { return is_seen("of the code") || is_seen("continue with group"); });
}

TEST_F(StartWindow, EnterLeadsThroughTheEmptyLinesAndCtrlEnterActsLikeTheMainButton)
{
    window().start();
    settle();
    tab_to("New casebook…");
    press("Space");
    until("the name is asked", [this] { return focus_name() == "Name"; });
    type("Harbour");
    press("Ctrl+Enter");
    EXPECT_TRUE(is_seen("Please choose a password.")) << words_in_sight();
    tab_to("Name");
    press("Enter");
    EXPECT_EQ(focus_name(), app::start::password_label());
}

TEST_F(StartWindow, ACasebookNameMayHoldAnAmpersand)
{
    const auto folder = practice_.folder().parent_path() / "Smith & Jones.casebook";
    std::filesystem::copy(practice_.folder(), folder);
    window().start(folder);
    settle();
    EXPECT_TRUE(is_seen("Smith & Jones")) << words_in_sight();
}

TEST_F(StartWindow, GoesBackToOtherCasebooks)
{
    window().start(practice_.folder());
    settle();
    tab_to("Another casebook");
    press("Space");
    EXPECT_TRUE(is_seen("New casebook…"));
}

TEST_F(StartWindow, TheDemoPracticeIsTheThirdChoice)
{
    int asked = 0;
    window().offer_demo([&] { ++asked; });
    window().start();
    settle();
    EXPECT_EQ(focus_name(), "Open a casebook…");
    press("Tab");
    EXPECT_EQ(focus_name(), "New casebook…");
    press("Tab");
    EXPECT_EQ(focus_name(), "Open the demo practice");
    EXPECT_TRUE(is_seen("Nothing that you enter there is kept.")) << words_in_sight();
    press("Space");
    until("it was asked for", [&] { return asked == 1; });
}

/// The form of a recovery sheet by itself, before a print system that ends as a test wants.
class SheetWindow : public tests::WindowTest {
protected:
    SheetWindow()
    {
        window().start();
        settle();
        form_.add_to(*column_);
        form_.enable_groups(false);
        page_->SetSizer(column_);
        page_->SetSize(600, 400);
        page_->Raise();
        column_->Layout();
        settle();
    }

    void print_ending_in(app::PrintOutcome outcome)
    {
        outcome_ = outcome;
        control("Print…")->SetFocus();
        press("Space");
    }

    wxPanel* page_ = new wxPanel(&window());
    wxBoxSizer* column_ = new wxBoxSizer(wxVERTICAL);
    app::PrintOutcome outcome_{};
    std::vector<app::Scene> printed_{};
    bool on_letter_ = false;
    std::vector<bool> told_{};
    app::SheetForm form_{*page_,
                         {.first = 3, .second = 6},
                         [] {
                             return std::optional{app::RecoverySheet{.casebook_name = "Practice",
                                                                     .made_on = "20 November 2026",
                                                                     .code = "7K2QM-11111",
                                                                     .payload = "MENDLINE1:ABC"}};
                         },
                         [this](bool is_saved) {
                             told_.push_back(is_saved);
                             form_.enable_groups(is_saved);
                         },
                         [this](wxWindow&, const std::string& title, std::vector<app::Scene> pages, bool on_letter) {
                             EXPECT_EQ(title, "Recovery sheet") << "no name goes to the print system";
                             printed_ = std::move(pages);
                             on_letter_ = on_letter;
                             return outcome_;
                         }};
};

TEST_F(SheetWindow, IsPrintedWithoutAFileAndThenAskedFor)
{
    dynamic_cast<wxChoice&>(*control("Paper")).SetSelection(1);
    print_ending_in(app::PrintOutcome::printed);
    EXPECT_EQ(told_, std::vector{true});
    ASSERT_EQ(printed_.size(), 1U);
    EXPECT_TRUE(on_letter_);
    EXPECT_THAT(app::scene_text(printed_.front()), HasSubstr("7K2QM"));
    EXPECT_TRUE(is_seen("Sent to the printer.")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Group 3");
}

TEST_F(SheetWindow, SaysKindlyThatThereIsNoPrinter)
{
    print_ending_in(app::PrintOutcome::no_printer);
    EXPECT_TRUE(is_seen("There is no printer on this computer. You can save the sheet as a PDF")) << words_in_sight();
    EXPECT_TRUE(told_.empty());
    EXPECT_FALSE(control("Group 3")->IsEnabled());
}

TEST_F(SheetWindow, SaysThatItWasNotPrintedAndNothingWhereTheTherapistChangedTheirMind)
{
    print_ending_in(app::PrintOutcome::cancelled);
    EXPECT_FALSE(is_seen("could not be printed"));
    print_ending_in(app::PrintOutcome::failed);
    EXPECT_TRUE(is_seen("The sheet could not be printed.")) << words_in_sight();
    EXPECT_TRUE(told_.empty());
}

} // namespace
