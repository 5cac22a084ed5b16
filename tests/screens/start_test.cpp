#include "app/screens/casebook_panel.h"
#include "app/words/start_words.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>

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
    until("the sentence is there", [this] { return is_seen("of the code") || is_seen("go on with group"); });
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

} // namespace
