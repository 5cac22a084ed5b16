#include "app/screens/casebook_panel.h"
#include "app/screens/scrolled_page.h"
#include "app/words/button_words.h"
#include "app/words/lock_words.h"
#include "app/words/main_words.h"
#include "app/words/people_words.h"
#include "app/words/practice_words.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <wx/dataview.h>
#include <wx/textctrl.h>

#include <functional>
#include <string>

namespace {

using namespace date::literals;
using testing::HasSubstr;
using testing::Not;

/// A practice of three: Ada and Ben are in care, Cleo is not.
class MainWindow : public tests::WindowTest {
protected:
    MainWindow()
    {
        auto casebook = storage::Casebook::in_memory();
        casebook.set_therapist(tests::example_therapist());
        ada_ = casebook.add_client({.code = "A-001", .name = "Ada Lind"});
        ben_ = casebook.add_client({.code = "B-001", .name = "Ben Okoro"});
        casebook.add_client({.code = "C-001", .name = "Cleo Marsh"});
        casebook.admit(ada_, 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
        casebook.admit(ben_, 2026_y / 2 / 5, model::LevelOfCare::outpatient, "");
        window().open(std::move(casebook));
        settle();
    }

    storage::Casebook& casebook() { return *window().casebook(); }
    app::TabKind tab() { return chosen_tabs().kind(); }
    app::TabBar& chosen_tabs()
    {
        for (wxWindow* child : window().casebook_panel()->GetChildren()) {
            if (auto* client = dynamic_cast<app::ClientPanel*>(child); client != nullptr && client->IsShown()) {
                return client->tabs();
            }
        }
        throw std::logic_error{"no client is shown"};
    }

    /// The names in the list, set apart by commas.
    std::string caseload()
    {
        auto* list = dynamic_cast<wxDataViewCtrl*>(control("Clients"));
        auto* rows = dynamic_cast<wxDataViewVirtualListModel*>(list->GetModel());
        std::string names;
        for (unsigned row = 0; row < rows->GetCount(); ++row) {
            wxVariant name;
            rows->GetValueByRow(name, row, 0);
            names += (row > 0 ? ", " : "") + name.GetString().utf8_string();
        }
        return names;
    }

    model::ClientId ada_{};
    model::ClientId ben_{};
};

TEST_F(MainWindow, OpensOnTheFirstClientInCare)
{
    EXPECT_EQ(window().casebook_panel()->client(), ada_);
    EXPECT_TRUE(is_seen("Ada Lind"));
    EXPECT_TRUE(is_seen("A-001 · in care since 5 Jan 2026 · outpatient"));
    EXPECT_FALSE(is_seen("Cleo"));
}

TEST_F(MainWindow, SaysWhatAListenerCouldNotDoWithNewsThatIsKept)
{
    const auto failing = casebook().subscribe(
        [](const storage::Change&) { throw storage::StorageError{storage::StorageErrorKind::disk_error}; });
    const auto client = casebook().add_client({.code = "D-001"});
    EXPECT_EQ(casebook().client(client).details.code, "D-001");
    EXPECT_THAT(window().news(), HasSubstr("The disk could not be read"));
}

TEST_F(MainWindow, ShowsEveryColumnOfTheCaseloadAtOnce)
{
    // A casebook with a session and a notice, as it stands right after opening.
    tests::SmallPractice practice;
    auto note = tests::note_on(2026_y / 11 / 19);
    note.risk.level = model::RiskLevel::plan;
    practice.casebook.add_signed_note(practice.client, note, tests::at(2026_y / 11 / 19, 16));
    window().open(std::move(practice.casebook));
    settle();
    const auto* list = dynamic_cast<wxDataViewCtrl*>(control("Clients"));
    ASSERT_NE(list, nullptr);
    int taken = 0;
    for (unsigned column = 0; column < list->GetColumnCount(); ++column) {
        taken += list->GetColumn(column)->IsHidden() ? 0 : list->GetColumn(column)->GetWidth();
    }
    EXPECT_LE(taken, list->GetClientSize().x) << "the last ones would be out of sight";
}

TEST_F(MainWindow, FindsAClientByKeyboard)
{
    press("Ctrl+F");
    EXPECT_EQ(focus_name(), "Find a client");
    type("OKO");
    EXPECT_EQ(caseload(), "Ben Okoro");
    press("Down");
    EXPECT_EQ(focus_name(), "Clients");
    EXPECT_EQ(window().casebook_panel()->client(), ben_);
    press("Ctrl+F");
    press("Esc");
    EXPECT_EQ(caseload(), "Ada Lind, Ben Okoro");
    EXPECT_EQ(window().casebook_panel()->client(), ben_);
}

TEST_F(MainWindow, WalksTheListWithTheArrows)
{
    press("Ctrl+F");
    press("Enter");
    press("Down");
    EXPECT_EQ(window().casebook_panel()->client(), ben_);
    press("Up");
    EXPECT_EQ(window().casebook_panel()->client(), ada_);
}

TEST_F(MainWindow, F9HidesEveryNameAndShowsItAgain)
{
    for (const char* key : {"Ctrl+1", "Ctrl+2", "Ctrl+3", "Ctrl+4", "Ctrl+5"}) {
        press(key);
        EXPECT_THAT(words_in_sight(), HasSubstr("Ada Lind"));
        press("F9");
        EXPECT_THAT(words_in_sight(), Not(HasSubstr("Ada"))) << key;
        EXPECT_THAT(words_in_sight(), Not(HasSubstr("Ben"))) << key;
        EXPECT_TRUE(is_seen("A-001"));
        press("F9");
    }
    EXPECT_TRUE(is_seen("Ada Lind"));
}

TEST_F(MainWindow, NoNameEverStandsInTheTitle)
{
    for (const char* key : {"Ctrl+1", "Ctrl+5", "Ctrl+6", "Ctrl+N"}) {
        press(key);
        EXPECT_EQ(window().GetTitle(), "Mendline");
    }
}

TEST_F(MainWindow, NumbersChooseTabs)
{
    for (int number = 6; number >= 1; --number) {
        press("Ctrl+" + std::to_string(number));
        EXPECT_EQ(static_cast<int>(tab()), number - 1);
    }
    press("Ctrl+P");
    EXPECT_EQ(tab(), app::TabKind::summaries);
}

TEST_F(MainWindow, TheTabStaysWhenTheClientChanges)
{
    press("Ctrl+4");
    press("Ctrl+F");
    type("ben");
    press("Enter");
    EXPECT_EQ(tab(), app::TabKind::measures);
}

TEST_F(MainWindow, DetailsAreSavedOnLeavingAField)
{
    press("Ctrl+6");
    EXPECT_EQ(focus_name(), "Name");
    press("Ctrl+a");
    type("Ada Lindqvist");
    press("Tab");
    EXPECT_EQ(focus_name(), "Preferred name");
    EXPECT_EQ(casebook().client(ada_).details.name, "Ada Lindqvist");
    EXPECT_TRUE(is_seen("Ada Lindqvist"));

    type("Ada");
    press("Ctrl+1");
    EXPECT_EQ(casebook().client(ada_).details.preferred_name, "Ada");
}

TEST_F(MainWindow, DetailsAreKeptWithinTwoSecondsWhileTheKeyboardStays)
{
    press("Ctrl+6");
    tab_to("Safety plan");
    const auto begun = std::chrono::steady_clock::now();
    type("Call Kim");
    until("it is kept", [this] { return casebook().client(ada_).details.safety_plan == "Call Kim"; });
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds{2});
    EXPECT_EQ(focus_name(), "Safety plan");
    type(" or the ward");
    until("the rest is kept too",
          [this] { return casebook().client(ada_).details.safety_plan == "Call Kim or the ward"; });
}

TEST_F(MainWindow, ABadDateKeepsItsTabUntilItIsMended)
{
    press("Ctrl+6");
    tab_to("Date of birth");
    type("30 Feb 1990");
    press("Ctrl+1");
    EXPECT_EQ(tab(), app::TabKind::details);
    EXPECT_EQ(focus_name(), "Date of birth");
    EXPECT_TRUE(is_seen("There is no 30 Feb."));
    press("Ctrl+F");
    type("ben");
    press("Enter");
    EXPECT_EQ(window().casebook_panel()->client(), ada_);
    EXPECT_FALSE(window().Close());
    EXPECT_TRUE(is_seen("30 Feb 1990"));
    EXPECT_THAT(window().news(), HasSubstr("is not saved yet"));

    tab_to("Date of birth");
    type("28 Feb 1990");
    press("Ctrl+1");
    EXPECT_EQ(tab(), app::TabKind::sessions);
    EXPECT_EQ(casebook().client(ada_).details.born_on, 1990_y / 2 / 28);
}

TEST_F(MainWindow, TheFormOfADischargeComesIntoSight)
{
    window().SetSize(1280, 800);
    press("Ctrl+6");
    tab_to("Discharge…");
    press("Enter");
    EXPECT_EQ(focus_name(), "On");
    const auto is_in_sight = [this](std::string_view name) {
        const wxWindow* const field = control(name);
        const wxWindow* page = field->GetParent();
        while (dynamic_cast<const app::ScrolledPage*>(page) == nullptr) {
            page = page->GetParent();
        }
        return page->GetScreenRect().Contains(field->GetScreenRect());
    };
    until("its first field is in sight", [&] { return is_in_sight("On"); });
    tab_to("Save");
    until("its button is in sight", [&] { return is_in_sight("Save"); });
}

TEST_F(MainWindow, AHalfTypedDischargeHoldsItsTab)
{
    press("Ctrl+6");
    tab_to("Discharge…");
    press("Enter");
    tab_to("Reason");
    type("Moves away");
    press("Ctrl+1");
    EXPECT_EQ(tab(), app::TabKind::details);
    EXPECT_TRUE(is_seen("typed here but not saved yet")) << words_in_sight();
    EXPECT_EQ(focus_name(), "Keep editing");
    press("Enter");
    EXPECT_EQ(focus_name(), "Reason") << "where it was typed";
    press("Ctrl+1");
    tab_to("Discard");
    press("Enter");
    press("Ctrl+1");
    EXPECT_EQ(tab(), app::TabKind::sessions);
}

TEST_F(MainWindow, AClientWhoCannotBeReadIsNamedSoAndTheOthersGoOn)
{
    const tests::CasebookOnDisk place;
    {
        auto casebook = place.open();
        const auto broken = casebook.add_client({.code = "B-001", .name = "Ben Okoro"});
        const auto sound = casebook.add_client({.code = "A-001", .name = "Ada Lind"});
        for (const auto client : {broken, sound}) {
            casebook.admit(client, 2026_y / 1 / 5, model::LevelOfCare::outpatient, "");
            casebook.start_draft(client, tests::note_on(2026_y / 11 / 19), {}, tests::at(2026_y / 11 / 20, 13));
        }
    }
    place.open_bare().record.exec("PRAGMA ignore_check_constraints = ON; UPDATE client SET born_on = 'x' WHERE id = 1");
    window().open(place.open());
    until("the sound client is shown", [this] { return is_seen("A-001 · in care"); });
    EXPECT_TRUE(is_seen("Damaged record"));
    for (int attempt = 0; attempt < 2; ++attempt) {
        window().casebook_panel()->go({.client = {1}});
        until("the damaged one is named so", [this] { return is_seen("This client's record is damaged"); });
        EXPECT_FALSE(is_seen("A-001 · in care"));
        window().casebook_panel()->go({.client = {2}});
        until("the sound one is back", [this] { return is_seen("A-001 · in care"); });
    }
}

TEST_F(MainWindow, APasswordThatIsBeingChangedHoldsItsPage)
{
    const tests::CasebookOnDisk place;
    window().open(place.open());
    window().casebook_panel()->change_password();
    settle();
    type("password");
    press("Tab");
    type("new words");
    press("Tab");
    type("new words");
    press("Enter");
    EXPECT_FALSE(window().Close());
    EXPECT_THAT(window().news(), HasSubstr("please wait"));
    until("its outcome is told", [this] {
        return window().news().find("changed") != std::string::npos &&
               window().news().find("wait") == std::string::npos;
    });
    EXPECT_TRUE(is_seen("An empty casebook"));
}

TEST_F(MainWindow, AddsAClientByKeyboard)
{
    press("Ctrl+Shift+N");
    EXPECT_EQ(focus_name(), "Name");
    type("Dora Quist");
    tab_to("In care since (first session or admission)");
    type("3 Nov 2026");
    press("Enter");
    const auto dora = casebook().client_with_code("D-001");
    ASSERT_TRUE(dora);
    EXPECT_EQ(window().casebook_panel()->client(), dora);
    EXPECT_TRUE(is_seen("D-001 · in care since 3 Nov 2026 · outpatient"));
}

TEST_F(MainWindow, ARiskNoticeStaysUntilItIsReviewed)
{
    auto note = tests::note_on(2026_y / 11 / 20);
    note.risk.level = model::RiskLevel::ideation;
    casebook().start_draft(ada_, note, {}, tests::at(2026_y / 11 / 20, 14));
    settle();
    const std::string sentence = "Risk: the note of 20 Nov 2026 records active suicidal ideation.";
    ASSERT_TRUE(is_seen(sentence));
    press("Ctrl+F");
    tab_to("Review… " + sentence);
    press("Space");
    EXPECT_EQ(focus_name(), "What was done");
    type("Safety plan gone through");
    press("Enter");
    EXPECT_FALSE(is_seen(sentence));
    EXPECT_TRUE(tests::open_notices(casebook()).empty());
}

TEST_F(MainWindow, AReviewThatWasBegunHoldsItsClient)
{
    auto note = tests::note_on(2026_y / 11 / 20);
    note.risk.level = model::RiskLevel::plan;
    casebook().start_draft(ada_, note, {}, tests::at(2026_y / 11 / 20, 14));
    press("Ctrl+F");
    tab_to("Review… Risk: the note of 20 Nov 2026 records a suicide plan.");
    press("Space");
    type("Called");
    press("Ctrl+F");
    type("ben");
    press("Enter");
    EXPECT_EQ(window().casebook_panel()->client(), ada_);
    EXPECT_EQ(focus_name(), app::keep_editing_button());
    press("Enter");
    EXPECT_EQ(focus_name(), "What was done");
    press("Enter");
    EXPECT_TRUE(tests::open_notices(casebook()).empty());
}

TEST_F(MainWindow, AfterAReviewTheKeyboardIsOnTheNextNoticeAndThenInTheTab)
{
    for (const auto risk : {model::RiskLevel::plan, model::RiskLevel::ideation}) {
        auto note = tests::note_on(2026_y / 11 / 20);
        note.risk.level = risk;
        casebook().start_draft(ada_, note, {}, tests::at(2026_y / 11 / 20, 14));
    }
    const std::string next = "Review… Risk: the note of 20 Nov 2026 records a suicide plan.";
    press("Ctrl+F");
    tab_to("Review… Risk: the note of 20 Nov 2026 records active suicidal ideation.");
    press("Space");
    press("Enter");
    EXPECT_TRUE(is_seen("Please say briefly what was done."));
    type("Called");
    press("Ctrl+Enter");
    EXPECT_EQ(focus_name(), next);
    press("Space");
    press("Esc");
    EXPECT_EQ(focus_name(), next) << "nothing was typed";
    press("Space");
    type("Called");
    press("Enter");
    EXPECT_TRUE(tests::open_notices(casebook()).empty());
    EXPECT_EQ(focus_name(), "Sessions");
}

TEST_F(MainWindow, AHalfWrittenNewClientIsNotThrownAway)
{
    press("Ctrl+Shift+N");
    type("Dora");
    press("Ctrl+F");
    press("Enter");
    press("Down");
    EXPECT_TRUE(is_seen("Dora"));
    EXPECT_EQ(window().casebook_panel()->client(), ada_);
    tab_to("Cancel");
    press("Space");
    EXPECT_TRUE(is_seen("Dora")) << "in sight until it is answered";
    tab_to(app::discard_button());
    press("Space");
    EXPECT_FALSE(is_seen("Dora"));
    EXPECT_TRUE(is_seen("Ada Lind"));
}

TEST_F(MainWindow, FormsThatCoverAClientObeyTheSameKeys)
{
    struct Form {
        std::function<void()> open;
        std::string required; ///< The label of a field that stands nowhere else.
    };
    auto& panel = *window().casebook_panel();
    for (const Form& form :
         {Form{[&] { panel.add_client(); }, app::main_words::code_label()},
          Form{[&] { panel.ask_for_practice(); }, "Licence number"},
          Form{[&] { panel.change_settings(); }, app::lock_words::idle_label(storage::Settings::shortest_idle_minutes,
                                                                             storage::Settings::longest_idle_minutes)},
          Form{[&] {
                   panel.show_people();
                   press("Enter");
               },
               app::people_words::their_password_label()}}) {
        SCOPED_TRACE(form.required);
        const std::string label = form.required + " (required)";
        form.open();
        until("the form is up", [&] { return is_seen(label); });
        press("Esc");
        EXPECT_FALSE(is_seen(label)) << "nothing was typed";
        if (is_seen(app::people_words::heading())) {
            press("Esc");
        }
        for (const bool by_key : {true, false}) {
            form.open();
            until("the form is up", [&] { return is_seen(label); });
            type("7");
            if (by_key) {
                press("Esc");
            } else {
                tab_to("Cancel");
                press("Enter");
            }
            EXPECT_TRUE(is_seen(label)) << "in sight until it is answered";
            EXPECT_EQ(focus_name(), app::keep_editing_button());
            tab_to(app::discard_button());
            press("Enter");
            EXPECT_FALSE(is_seen(label));
            if (is_seen(app::people_words::heading())) {
                press("Esc");
            }
        }
    }
}

TEST_F(MainWindow, TheDraftThatWasOpenIsOpenAgain)
{
    auto other = storage::Casebook::in_memory();
    other.add_client({.code = "A-001"});
    const auto client = other.add_client({.code = "B-001"});
    other.start_draft(client, tests::note_on(2026_y / 11 / 19, "An unfinished sentence"), {},
                      tests::at(2026_y / 11 / 20, 13));
    window().open(std::move(other));
    until("the draft is open", [this] { return is_seen("An unfinished sentence"); });
    EXPECT_EQ(window().casebook_panel()->client(), client);
}

TEST_F(MainWindow, AStrayKeyOnTheDetailsDoesNotTakeThePlaceOfAName)
{
    press("Ctrl+6");
    until("the details are up", [this] { return focus_name() == "Name"; });
    settle();
    type("x");
    EXPECT_EQ(dynamic_cast<wxTextCtrl&>(*control("Name")).GetValue(), "Ada Lindx");
}

TEST_F(MainWindow, AnEmptyCasebookSaysWhatToDo)
{
    window().open(storage::Casebook::in_memory());
    settle();
    EXPECT_TRUE(is_seen("An empty casebook"));
    EXPECT_TRUE(is_seen("No clients yet."));
}

TEST_F(MainWindow, AMessageGoesWhenItIsClosed)
{
    window().announce("The disk is full.");
    EXPECT_TRUE(is_seen("The disk is full."));
    press("Ctrl+F");
    for (int times = 0; times < 80 && focus_name() != "Close this message"; ++times) {
        press("Shift+Tab");
    }
    press("Space");
    EXPECT_FALSE(is_seen("The disk is full."));
}

} // namespace
