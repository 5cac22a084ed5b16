#include "app/screens/casebook_panel.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <wx/listbox.h>
#include <wx/textctrl.h>

/// Merging, removing and erasing clients in the window.
namespace tests::client_record_screens {

using testing::HasSubstr;
using testing::Not;

/// Ada was added twice; her record under A-001 has a signed note. Ben is somebody else.
class ClientRecordScreen : public WindowTest {
protected:
    ClientRecordScreen()
    {
        auto casebook = storage::Casebook::in_memory();
        casebook.set_therapist(example_therapist());
        ada_ = casebook.add_client({.code = "A-001", .name = "Ada Lind"});
        twin_ = casebook.add_client({.code = "A-OO1", .name = "Ada Lind (twice)"});
        ben_ = casebook.add_client({.code = "B-2", .name = "Ben Okoro"});
        for (const auto client : {ada_, twin_, ben_}) {
            casebook.admit(client, 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
        }
        casebook.add_signed_note(ada_, note_on(2026_y / 3 / 1, "Signed words."), at(2026_y / 3 / 1, 18));
        window().open(std::move(casebook));
        settle();
    }

    storage::Casebook& casebook() { return *window().casebook(); }
    std::optional<model::ClientId> shown_client() { return window().casebook_panel()->client(); }
    void go_to(model::ClientId client)
    {
        window().casebook_panel()->go({.client = client, .tab = app::TabKind::details});
        settle();
    }
    void open_form(std::string_view button)
    {
        tab_to(button);
        press("Enter");
        settle();
    }
    bool is_gone(model::ClientId client)
    {
        return failure_of([&] { static_cast<void>(casebook().client(client)); }) ==
               storage::StorageErrorKind::not_found;
    }

    model::ClientId ada_{};
    model::ClientId twin_{};
    model::ClientId ben_{};
};

TEST_F(ClientRecordScreen, MergesTheOtherIntoThisClientByKeyboard)
{
    go_to(ada_);
    open_form("Merge with another client…");
    EXPECT_EQ(focus_name(), "Find the other client");
    type("OO1");
    press("Tab");
    EXPECT_EQ(focus_name(), "The other client");
    press("Down");
    EXPECT_TRUE(is_seen("From A-OO1 to A-001: 1 episode of care.")) << words_in_sight();
    tab_to("Reason");
    type("Entered twice");
    tab_to("Merge clients");
    press("Enter");
    settle();
    EXPECT_TRUE(is_gone(twin_));
    EXPECT_EQ(shown_client(), ada_);
    EXPECT_TRUE(is_seen("Merged with A-OO1 on 20 Nov 2026 by Dana Example, LMFT: Entered twice")) << words_in_sight();
    EXPECT_THAT(window().news(), HasSubstr("A-OO1 was merged into A-001"));
}

TEST_F(ClientRecordScreen, ShowsTheSurvivorAndLosesNoDraftThatStoodOpen)
{
    window().casebook_panel()->go({.client = twin_, .tab = app::TabKind::sessions});
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type("Half a sentence");
    press("Ctrl+6"); // At once: nothing was saved by the clock yet.
    open_form("Merge with another client…");
    type("A-001");
    press("Tab");
    press("Down");
    tab_to("Code that stays, A-OO1");
    press("Down");
    settle();
    EXPECT_TRUE(is_seen("From A-OO1 to A-001: 1 draft and 1 episode of care.")) << words_in_sight();
    tab_to("Reason");
    type("Entered twice");
    press("Ctrl+Enter");
    settle();
    EXPECT_TRUE(is_gone(twin_));
    EXPECT_EQ(shown_client(), ada_);
    const auto drafts = casebook().drafts_of(ada_);
    ASSERT_EQ(drafts.size(), 1U);
    EXPECT_EQ(drafts.front().content.text_of(model::SectionKind::data), "Half a sentence");
    EXPECT_TRUE(is_seen("Merged with A-OO1")) << words_in_sight();
    EXPECT_THAT(window().news(), HasSubstr("A-OO1 was merged into A-001"));
    press("Ctrl+1");
    press("Ctrl+2");
    press("Ctrl+3");
    EXPECT_THAT(window().news(), Not(HasSubstr("went wrong")));
}

TEST_F(ClientRecordScreen, RemovesAClientAndGoesToTheCaseload)
{
    go_to(twin_);
    for (const char* tab : {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5", "Ctrl+6"}) {
        press(tab); // All six hear that the client is gone.
    }
    open_form("Remove client…");
    EXPECT_TRUE(is_seen("The details of A-OO1 go, with 1 episode of care. This cannot be undone.")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Cancel");
    tab_to("Remove client");
    press("Enter");
    settle();
    EXPECT_TRUE(is_gone(twin_));
    EXPECT_EQ(shown_client(), std::nullopt);
    until("the keyboard is in the caseload", [this] { return focus_name() == "Find a client"; });
    EXPECT_FALSE(is_seen("(twice)"));
    EXPECT_THAT(window().news(), HasSubstr("A-OO1 was removed"));
    EXPECT_EQ(shown_client(), std::nullopt) << "nobody is opened unasked";
    press("Down");
    until("somebody else is shown", [this] { return shown_client().has_value(); });
}

TEST_F(ClientRecordScreen, ErasesARecordOnceItsCodeWasTyped)
{
    go_to(ada_);
    open_form("Erase record…");
    EXPECT_TRUE(is_seen("Everything of A-001 goes")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Ground");
    press("Down");
    tab_to("Reason");
    type("Ten years are over");
    EXPECT_FALSE(control("Erase record")->IsEnabled());
    press("Ctrl+Enter");
    EXPECT_FALSE(is_gone(ada_)) << "the code was not typed";
    tab_to("Type A-001 to confirm");
    type("A-001");
    EXPECT_TRUE(control("Erase record")->IsEnabled());
    press("Enter");
    settle();
    EXPECT_TRUE(is_gone(ada_));
    EXPECT_EQ(casebook().erasures().front().ground, model::ErasureGround::retention_ended);
    EXPECT_EQ(shown_client(), std::nullopt);
    EXPECT_THAT(window().news(), HasSubstr("A-001 was erased"));
    EXPECT_FALSE(is_seen("Signed words."));
}

TEST_F(ClientRecordScreen, WaitsForWhatIsHalfTypedElsewhere)
{
    go_to(twin_);
    tab_to("Discharge…");
    press("Enter");
    tab_to("Reason");
    type("Moves away");
    open_form("Remove client…");
    tab_to("Remove client");
    press("Enter");
    settle();
    EXPECT_FALSE(is_gone(twin_));
    EXPECT_TRUE(is_seen("A change of care is typed here but not saved yet.")) << words_in_sight();
    EXPECT_EQ(shown_client(), twin_);
}

TEST_F(ClientRecordScreen, AsksAboutAFormBeforeItIsLeft)
{
    go_to(ada_);
    open_form("Erase record…");
    tab_to("Reason");
    type("Asked for");
    press("Ctrl+1");
    EXPECT_TRUE(is_seen("A form about this record is filled in here but not done yet.")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Keep editing");
    press("Enter");
    EXPECT_EQ(focus_name(), "Reason") << "where it was typed";
    press("Esc");
    tab_to("Discard");
    press("Enter");
    EXPECT_TRUE(is_seen("Erase record…"));
    press("Ctrl+1");
    EXPECT_FALSE(is_seen("Erase record…"));
}

TEST_F(ClientRecordScreen, SurvivesAClientWhoGoesBehindTheWindowsBack)
{
    go_to(ada_);
    casebook().erase_client(ada_, model::ErasureGround::legal_duty, "Asked for", at(2026_y / 11 / 20, 14));
    settle();
    EXPECT_EQ(shown_client(), std::nullopt);
    EXPECT_FALSE(is_seen("Ada Lind\n"));
    EXPECT_EQ(window().news(), "");
}

TEST_F(ClientRecordScreen, HidesNamesInTheListToo)
{
    go_to(ada_);
    open_form("Merge with another client…");
    auto* list = dynamic_cast<wxListBox*>(control("The other client"));
    ASSERT_NE(list, nullptr);
    EXPECT_THAT(list->GetString(1).utf8_string(), HasSubstr("Ben Okoro"));
    press("F9");
    EXPECT_EQ(list->GetString(1).utf8_string(), "B-2");
}

TEST_F(ClientRecordScreen, ShowsNoFormUntilOneIsAskedFor)
{
    go_to(ada_);
    EXPECT_TRUE(is_seen("Erase record…"));
    EXPECT_FALSE(is_seen("Cancel")) << words_in_sight();
}

TEST_F(ClientRecordScreen, BringsEachFormWhollyIntoSight)
{
    resize(1024, 700);
    go_to(ada_);
    open_form("Erase record…");
    until("its button is in sight", [&] { return is_wholly_in_sight(*control("Erase record")); });
    press("Esc");
    open_form("Merge with another client…");
    until("its button is in sight", [&] { return is_wholly_in_sight(*control("Merge clients")); });
}

} // namespace tests::client_record_screens
