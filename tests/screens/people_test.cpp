#include "app/presenters/people_presenter.h"
#include "app/screens/casebook_panel.h"
#include "app/words/button_words.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>

#include <chrono>
#include <filesystem>

namespace {

using testing::HasSubstr;

class PeopleWindow : public tests::WindowTest {
protected:
    PeopleWindow()
    {
        {
            auto casebook = practice_.open();
            casebook.set_therapist(tests::example_therapist());
            const auto sam =
                storage::vault::seal_person(casebook.vault(), "second", storage::vault::KeyCost::smallest());
            casebook.add_person(sam.person, {.name = "Sam Second", .credentials = "PhD"});
        }
        window().open(practice_.open());
        settle();
    }

    tests::CasebookOnDisk practice_;
};

TEST_F(PeopleWindow, ListsThePeopleAndSaysQuietlyWhoIsSignedIn)
{
    EXPECT_TRUE(is_seen("Signed in: Dana Example")) << words_in_sight();
    window().casebook_panel()->show_people();
    settle();
    EXPECT_TRUE(is_seen("Dana Example (you)")) << words_in_sight();
    EXPECT_TRUE(is_seen("Sam Second"));
    EXPECT_TRUE(is_seen("PhD"));
}

TEST_F(PeopleWindow, RemovesSomebodyOnlyAfterASecondQuestionWhoseFirstAnswerIsNo)
{
    window().casebook_panel()->show_people();
    settle();
    tab_to("Remove Sam Second");
    press("Space");
    EXPECT_TRUE(is_seen("Remove Sam Second?")) << words_in_sight();
    EXPECT_TRUE(is_seen("ask for their sheet back"));
    EXPECT_EQ(focus_name(), "Cancel");
    press("Space");
    EXPECT_TRUE(is_seen("Sam Second"));
    EXPECT_EQ(window().casebook()->people().size(), 2U);

    tab_to("Remove Sam Second");
    press("Space");
    tab_to("Remove them");
    press("Space");
    EXPECT_THAT(window().news(), HasSubstr("no longer opens this casebook"));
    EXPECT_FALSE(is_seen("Sam Second")) << words_in_sight();
    EXPECT_EQ(window().casebook()->people().size(), 1U);
}

TEST_F(PeopleWindow, WhoRemovesThemselvesIsLedOut)
{
    window().casebook_panel()->show_people();
    settle();
    tab_to("Remove Dana Example");
    press("Space");
    EXPECT_TRUE(is_seen("it will be closed at once")) << words_in_sight();
    tab_to("Remove yourself");
    press("Space");
    until("the casebook is closed", [this] { return window().casebook_panel() == nullptr; });
    EXPECT_THROW(practice_.unlock(), storage::StorageError);
    EXPECT_NO_THROW(storage::vault::unlock(practice_.folder(), "second"));
}

TEST_F(PeopleWindow, SomebodyNewIsAskedForAPasswordAndThenForTheSheet)
{
    window().casebook_panel()->show_people();
    settle();
    tab_to("Add a person…");
    press("Space");
    EXPECT_EQ(focus_name(), "Name");
    press("Ctrl+Enter");
    EXPECT_TRUE(is_seen("Please enter the new person's name.")) << words_in_sight();
    type("Toni Third");
    tab_to("Their password");
    type("third words");
    press("Tab");
    type("third words");
    press("Enter");
    until("the sheet is there", [this] { return is_seen("Recovery sheet of Toni Third"); });
    EXPECT_EQ(window().casebook()->people().size(), 2U) << "not before the sheet was read back";
    tab_to("Cancel");
    press("Space");
    tab_to(app::discard_button());
    press("Space");
    EXPECT_TRUE(is_seen("Add a person…"));
}

TEST_F(PeopleWindow, EscapeLeadsBackAndAsksBeforeAnythingTypedIsLost)
{
    window().casebook_panel()->show_people();
    settle();
    tab_to("Add a person…");
    press("Space");
    press("Esc");
    EXPECT_TRUE(is_seen("Add a person…")) << words_in_sight();
    tab_to("Add a person…");
    press("Space");
    type("Toni");
    press("Esc");
    EXPECT_TRUE(is_seen("leaving discards it")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Keep editing");
    press("Space");
    EXPECT_EQ(focus_name(), "Name");
    press("Esc");
    tab_to("Discard");
    press("Space");
    EXPECT_TRUE(is_seen("Add a person…")) << words_in_sight();
    press("Esc");
    EXPECT_FALSE(is_seen("Add a person…")) << words_in_sight();
}

TEST_F(PeopleWindow, ANewSheetIsMadeFromTheMenusCommand)
{
    window().casebook_panel()->renew_sheet();
    until("the sheet is there", [this] { return is_seen("Recovery sheet of Dana Example"); });
    EXPECT_TRUE(is_seen("destroy the old sheet"));
}

TEST_F(PeopleWindow, APasswordThatIsBeingChangedIsChangedBeforeTheCasebookLocks)
{
    window().allow_locking({.uptime = [] { return std::chrono::seconds{1000}; },
                            .start_anew = [](const std::filesystem::path&, const app::Locked&) {}});
    window().casebook_panel()->change_password();
    settle();
    type("password");
    press("Tab");
    type("new words");
    press("Tab");
    type("new words");
    press("Enter");
    window().lock({.reason = app::LockReason::asked});
    until("the casebook is locked", [this] { return window().casebook() == nullptr; });
    EXPECT_NO_THROW(storage::vault::unlock(practice_.folder(), "new words"));
    EXPECT_THROW(practice_.unlock(), storage::StorageError);
}

class LostKeysWindow : public tests::WindowTest {
protected:
    tests::TemporaryFolder temporary_;
};

TEST_F(LostKeysWindow, TheSheetOpensTheRecordAlone)
{
    namespace fs = std::filesystem;
    const auto made = storage::vault::make_vault("lost", storage::vault::KeyCost::smallest());
    const fs::path folder = temporary_.path() / "Practice.casebook";
    storage::make_folder(folder, made.vault);
    fs::remove(folder / "keys");
    fs::remove(folder / "keys.bak");
    fs::remove(folder / "private.db");

    window().start(folder);
    settle();
    EXPECT_TRUE(is_seen("get your recovery sheet")) << words_in_sight();
    tab_to("Use the recovery sheet");
    press("Space");
    EXPECT_EQ(focus_name(), "Code: eight groups of five");
    type(made.sheet.code.text());
    tab_to("Letters beside the QR code, starting with MENDLINE1");
    type(made.sheet.slot);
    tab_to("New password");
    type("found again");
    press("Tab");
    type("found again");
    press("Enter");
    until("the casebook is open", [this] { return window().casebook_panel() != nullptr; });
    EXPECT_THAT(window().news(), HasSubstr("private notes was missing"));
    EXPECT_EQ(window().GetTitle(), "Mendline - Practice");
}

} // namespace
