#include "app/screens/casebook_panel.h"
#include "app/screens/client_panel.h"
#include "app/screens/clipboard.h"
#include "app/words/button_words.h"
#include "storage/backups.h"
#include "tests/support/quick_casebook.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <gtk/gtk.h>
#include <wx/choice.h>
#include <wx/textctrl.h>

#include <filesystem>
#include <memory>
#include <optional>
#include <thread>

namespace {

using namespace std::chrono_literals;
using namespace tests;
using app::Locked;
using app::LockReason;
using model::SectionKind;
using testing::HasSubstr;

/// A casebook on disk with one client, open in a window that locks without becoming a new program.
class Lock : public WindowTest {
protected:
    Lock()
    {
        {
            auto casebook = practice_.open();
            casebook.set_therapist(example_therapist());
            client_ = casebook.add_client({.code = "A1", .name = "A. Example"});
            casebook.admit(client_, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "");
            signed_ = casebook.add_signed_note(client_, note_on(2024_y / 2 / 1), at(2024_y / 2 / 1, 16));
        }
        app::guard_clipboard();
        // The window's timers may tick once more when the test is over.
        window().allow_locking(
            {.uptime = [uptime = uptime_] { return *uptime; },
             .start_anew =
                 [this, test = std::weak_ptr{alive_}](const std::filesystem::path& folder, const Locked& locked) {
                     if (test.expired()) {
                         return;
                     }
                     // Whoever starts anew can open it: it is closed, and nobody holds it.
                     EXPECT_NO_THROW(practice_.open());
                     EXPECT_EQ(folder, practice_.folder());
                     locked_ = locked;
                 }});
        window().open(practice_.open());
    }

    void expect_locked(const Locked& why)
    {
        until("the casebook is locked", [this] { return window().casebook() == nullptr; });
        EXPECT_EQ(locked_, why);
        EXPECT_TRUE(is_seen(words_for(why))) << words_in_sight();
        EXPECT_FALSE(is_seen("A. Example"));
    }

    void unlock()
    {
        until("the password is asked for", [this] { return focus_name() == "Password"; });
        type("password");
        press("Enter");
        until("the casebook is open", [this] { return window().casebook() != nullptr; });
        settle();
    }

    void lock_and_unlock()
    {
        press("Ctrl+L");
        expect_locked({.reason = LockReason::asked});
        unlock();
    }

    wxTextCtrl& field(std::string_view name) { return dynamic_cast<wxTextCtrl&>(*control(name)); }
    wxChoice& choice(std::string_view name) { return dynamic_cast<wxChoice&>(*control(name)); }
    void choose(std::string_view name, int entry)
    {
        choice(name).SetSelection(entry);
        wxCommandEvent chosen{wxEVT_CHOICE, choice(name).GetId()};
        chosen.SetInt(entry);
        chosen.SetEventObject(&choice(name));
        choice(name).GetEventHandler()->ProcessEvent(chosen);
    }

    QuickCasebook practice_{};
    model::ClientId client_{};
    model::NoteId signed_{};
    std::shared_ptr<std::chrono::seconds> uptime_ = std::make_shared<std::chrono::seconds>(1000);
    std::shared_ptr<bool> alive_ = std::make_shared<bool>(true);
    std::optional<Locked> locked_{};
};

TEST_F(Lock, ComesBackToTheSameNoteAndTheSameCaret)
{
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type("Half a sentence");
    press("Left");
    press("Left");
    lock_and_unlock();

    until("the note is open again", [this] { return focus_name() == "Data"; });
    EXPECT_EQ(field("Data").GetValue(), "Half a sentence");
    EXPECT_EQ(field("Data").GetInsertionPoint(), 13);
    EXPECT_EQ(window().casebook()->left_open(), std::nullopt) << "it is forgotten once it was used";
}

TEST_F(Lock, ComesBackWithoutAClientWhoWasErasedMeanwhile)
{
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type("Half a sentence");
    press("Ctrl+L");
    expect_locked({.reason = LockReason::asked});
    practice_.open().erase_client(client_, model::ErasureGround::legal_duty, "Asked for", at(2026_y / 11 / 20, 14));
    unlock();
    EXPECT_TRUE(window().casebook()->clients().empty());
    EXPECT_EQ(window().casebook_panel()->client(), std::nullopt);
    EXPECT_FALSE(is_seen("Half a sentence")) << words_in_sight();
}

TEST_F(Lock, HandsOutTheReasonOfAnErasureThatWasNotDone)
{
    press("Ctrl+6");
    tab_to("Erase record…");
    press("Enter");
    tab_to("Reason");
    type("Asked for by letter");
    lock_and_unlock();
    EXPECT_EQ(window().casebook()->clients().size(), 1U);
    EXPECT_TRUE(is_seen("Asked for by letter")) << words_in_sight();
}

TEST_F(Lock, ComesBackToTheTabInFrontOfTheNote)
{
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type("Words");
    press("Ctrl+6");
    until("the details are shown", [this] { return is_seen("Referrer") || is_seen("Contact"); });
    lock_and_unlock();

    until("the details are shown again", [this] { return is_seen("Contact"); });
    press("Ctrl+1");
    EXPECT_EQ(field("Data").GetValue(), "Words");
}

TEST_F(Lock, KeepsATimeThatCannotBeRead)
{
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type("Words");
    field("Start").SetValue("half past");
    lock_and_unlock();

    until("the note is open again", [this] { return is_seen("half past"); });
    EXPECT_EQ(field("Data").GetValue(), "Words");
}

TEST_F(Lock, KeepsTwoHalfEnteredAdministrationsEachWithItsOwnDate)
{
    press("Ctrl+4");
    const auto go_to_measure = [this](const char* key) {
        tab_to("Measures");
        press(key);
        settle();
    };
    const auto enter = [this](const char* date) {
        tab_to("Enter an administration");
        press("Enter");
        type("1");
        field("Date administered").SetValue(date);
    };
    go_to_measure("Home");
    enter("1 Nov 2026");
    go_to_measure("Down");
    enter("19 Nov 2026");
    lock_and_unlock();
    EXPECT_EQ(field("Date administered").GetValue(), "19 Nov 2026");
    go_to_measure("Up");
    EXPECT_EQ(field("Date administered").GetValue(), "1 Nov 2026");

    lock_and_unlock();
    EXPECT_EQ(field("Date administered").GetValue(), "1 Nov 2026");
    go_to_measure("Down");
    EXPECT_EQ(field("Date administered").GetValue(), "19 Nov 2026");
}

TEST_F(Lock, KeepsAnAddendumThatIsHalfTyped)
{
    window().casebook_panel()->go({.client = client_, .note = signed_});
    settle();
    auto* add = control("Add an addendum");
    wxCommandEvent pressed{wxEVT_BUTTON, add->GetId()};
    pressed.SetEventObject(add);
    add->GetEventHandler()->ProcessEvent(pressed);
    until("the addendum is asked for", [this] { return is_seen("Reason"); });
    field("Addendum").SetValue("It was a Tuesday");
    field("Reason").SetValue("Wrong d");
    field("Reason").SetFocus();
    field("Reason").SetInsertionPoint(5);
    lock_and_unlock();

    until("the addendum is open again", [this] { return focus_name() == "Reason"; });
    EXPECT_EQ(field("Addendum").GetValue(), "It was a Tuesday");
    EXPECT_EQ(field("Reason").GetValue(), "Wrong d");
    EXPECT_EQ(field("Reason").GetInsertionPoint(), 5);
}

TEST_F(Lock, KeepsAMarkOfErrorAndTheClientWhoWasChosenForTheNote)
{
    window().casebook()->add_client({.code = "Y-9", .name = "Yara Example"});
    window().casebook()->add_client({.code = "Z-9", .name = "Zoe Example"});
    window().casebook_panel()->go({.client = client_, .note = signed_});
    settle();
    tab_to("Entered in error");
    press("Enter");
    until("the mark is asked for", [this] { return focus_name() == "Reason"; });
    type("Wrong c");
    press("Tab");
    type("example");
    press("Down");
    press("End");
    until("somebody is chosen", [this] { return is_seen("A draft of this note will be made for Zoe Example"); });
    lock_and_unlock();

    until("the form is open again", [this] { return is_seen("The note belongs to"); });
    EXPECT_EQ(field("Reason").GetValue(), "Wrong c");
    EXPECT_EQ(field("If it belongs to another client: find by name or code").GetValue(), "example");
    EXPECT_TRUE(is_seen("A draft of this note will be made for Zoe Example")) << words_in_sight();
}

TEST_F(Lock, KeepsAClientWhoIsHalfAdded)
{
    press("Ctrl+Shift+N");
    until("the form is open", [this] { return focus_name() == "Name"; });
    type("Ben Oko");
    lock_and_unlock();

    until("the form is open again", [this] { return focus_name() == "Name"; });
    EXPECT_EQ(field("Name").GetValue(), "Ben Oko");
    EXPECT_EQ(field("Name").GetInsertionPoint(), 7);
}

TEST_F(Lock, KeepsTheLevelChosenForAClientWhoIsHalfAdded)
{
    press("Ctrl+Shift+N");
    until("the form is open", [this] { return focus_name() == "Name"; });
    type("Ben Oko");
    choose("Level of care", 1);
    const wxString chosen = choice("Level of care").GetStringSelection();
    lock_and_unlock();

    until("the form is open again", [this] { return focus_name() == "Name"; });
    EXPECT_EQ(choice("Level of care").GetStringSelection(), chosen);
}

TEST_F(Lock, KeepsAPersonWhoIsHalfAddedButNotTheirPassword)
{
    window().casebook_panel()->show_people();
    settle();
    tab_to("Add a person…");
    press("Space");
    type("Toni Third");
    tab_to("Credentials");
    type("PhD");
    tab_to("Their password");
    type("third words");
    field("Credentials").SetFocus();
    lock_and_unlock();

    until("the form is open again", [this] { return focus_name() == "Credentials"; });
    EXPECT_EQ(field("Name").GetValue(), "Toni Third");
    EXPECT_EQ(field("Credentials").GetValue(), "PhD");
    EXPECT_EQ(field("Their password").GetValue(), "");
    tab_to("Cancel");
    press("Space");
    tab_to(app::discard_button());
    press("Space");
    tab_to("Done");
    press("Space");
    EXPECT_TRUE(is_seen("New note")) << words_in_sight();
}

TEST_F(Lock, KeepsSettingsThatAreHalfTyped)
{
    window().casebook_panel()->change_settings();
    until("the settings are open", [this] { return is_seen("Settings of this casebook"); });
    const std::string name = focus_name();
    field(name).SetValue("9x");
    lock_and_unlock();

    until("the settings are open again", [this] { return is_seen("Settings of this casebook"); });
    EXPECT_EQ(field(name).GetValue(), "9x");
    EXPECT_NE(window().casebook()->settings().lock_after_minutes, 9);
}

TEST_F(Lock, KeepsNamesHidden)
{
    press("F9");
    EXPECT_FALSE(is_seen("A. Example"));
    lock_and_unlock();
    EXPECT_FALSE(is_seen("A. Example"));
    EXPECT_TRUE(is_seen("A1"));
}

TEST_F(Lock, HandsOutWordsWhoseFieldIsGone)
{
    window().casebook()->keep_left_open(
        storage::LeftOpen{.client = client_, .typed = {{.tab = 2, .field = "Gone", .text = "Not to be lost"}}});
    ASSERT_TRUE(window().close_casebook());
    window().open(practice_.open());
    EXPECT_THAT(window().news(), HasSubstr("Gone: Not to be lost"));
}

TEST_F(Lock, HappensAfterAsManyIdleMinutesAsAreChosen)
{
    window().casebook()->set_settings({.lock_after_minutes = 2});
    *uptime_ += 100s;
    press("Down");
    *uptime_ += 119s;
    std::this_thread::sleep_for(1500ms); // The clock of the window looks once a second.
    settle();
    EXPECT_NE(window().casebook(), nullptr) << "the last key was not two minutes ago";
    *uptime_ += 1s;
    expect_locked({.reason = LockReason::idle, .idle_minutes = 2});
}

TEST_F(Lock, HidesWhatCannotBeKeptAndLocksOnceThereIsRoom)
{
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type("Precious");
    {
        const FileSizeLimit full{1};
        press("Ctrl+L");
        until("the veil is up", [this] { return is_seen("Almost locked"); });
        EXPECT_FALSE(is_seen("Precious"));
        EXPECT_FALSE(is_seen("A. Example"));
        EXPECT_TRUE(is_seen("The disk is full"));
        EXPECT_EQ(locked_, std::nullopt);
    }
    expect_locked({.reason = LockReason::asked});
    unlock();
    until("the note is open again", [this] { return is_seen("Precious"); });
}

TEST_F(Lock, LosesWhatCannotBeKeptOnlyWhenSomebodySaysSo)
{
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type("Unsaved");
    const FileSizeLimit full{1};
    press("Ctrl+L");
    until("the veil is up", [this] { return is_seen("Almost locked"); });
    press("Ctrl+W");
    EXPECT_TRUE(is_seen("Almost locked")) << "no command reaches what is behind the veil";
    auto* give_up = control("Lock without saving it");
    wxCommandEvent pressed{wxEVT_BUTTON, give_up->GetId()};
    pressed.SetEventObject(give_up);
    give_up->GetEventHandler()->ProcessEvent(pressed);
    expect_locked({.reason = LockReason::unsaved});
}

TEST_F(Lock, StaysHiddenWhenTheProgramEndsOnAFullDisk)
{
    ASSERT_TRUE(window().close_casebook());
    window().make_backups();
    window().open(practice_.open());
    window().casebook()->add_client({.code = "B1", .name = "B. Example"});
    settle();
    const FileSizeLimit full{1};
    press("Ctrl+L");
    until("the veil is up", [this] { return is_seen("Almost locked"); });
    press("Ctrl+q");
    until("something comes of it", [this] { return has_ended() || !window().news().empty(); });
    ASSERT_TRUE(has_ended()) << words_in_sight();
}

TEST_F(Lock, StaysHiddenWhenTheBackupOnClosingFails)
{
    ASSERT_TRUE(window().close_casebook());
    window().make_backups();
    window().open(practice_.open());
    window().casebook()->add_client({.code = "B1", .name = "B. Example"});
    settle();
    const FileSizeLimit full{1};
    window().lock({.reason = LockReason::screen});
    window().Close(); // Before the window comes to lock.
    until("the veil is up", [this] { return is_seen("Almost locked"); });
    settle();
    EXPECT_FALSE(is_seen("A. Example"));
    EXPECT_FALSE(is_seen("Making a backup")) << "nobody is asked about the backup any more";
}

TEST_F(Lock, HidesTheCasebookBeforeItKeepsWhatWasTyped)
{
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type("Words");
    bool is_hidden = false;
    const auto saved =
        window().casebook()->subscribe([&](const storage::Change&) { is_hidden = !is_seen("A. Example"); });
    press("Ctrl+L");
    expect_locked({.reason = LockReason::asked});
    EXPECT_TRUE(is_hidden);
}

TEST_F(Lock, StopsABackupThatIsBeingMade)
{
    // So much that nobody has it proved before the window locks.
    for (int number = 0; number < 20; ++number) {
        window().casebook()->start_draft(client_, note_on(2024_y / 2 / 2, std::string(900'000, 'a')), {},
                                         at(2024_y / 2 / 2, 15));
    }
    window().casebook_panel()->show_backups();
    settle();
    control("Back up now")->SetFocus();
    press("Space");
    EXPECT_TRUE(is_seen("Stop")) << words_in_sight();
    press("Ctrl+L");
    expect_locked({.reason = LockReason::asked});
    EXPECT_TRUE(std::filesystem::is_empty(storage::backups_folder(practice_.folder())));
}

TEST_F(Lock, TakesWhatFoundNoFieldOffTheScreenWhenTheCasebookIsClosed)
{
    window().casebook()->keep_left_open(
        storage::LeftOpen{.client = client_, .typed = {{.tab = 2, .field = "Gone", .text = "Not for everybody"}}});
    ASSERT_TRUE(window().close_casebook());
    window().open(practice_.open());
    EXPECT_TRUE(is_seen("Not for everybody"));
    press("Ctrl+w");
    EXPECT_EQ(window().casebook(), nullptr);
    EXPECT_FALSE(is_seen("Not for everybody"));
}

TEST_F(Lock, KeepsAMeasureThatIsHalfEntered)
{
    press("Ctrl+4");
    until("the measures are shown", [this] { return is_seen("Enter an administration"); });
    auto* enter = control("Enter an administration");
    wxCommandEvent pressed{wxEVT_BUTTON, enter->GetId()};
    pressed.SetEventObject(enter);
    enter->GetEventHandler()->ProcessEvent(pressed);
    until("the form is up", [this] { return is_seen("New administration"); });
    type("31");
    const auto before = words_in_sight();
    lock_and_unlock();
    until("the measure is open again", [&] { return words_in_sight() == before; });
}

TEST_F(Lock, IsNothingForACasebookThatHasNoPassword)
{
    window().open(storage::Casebook::in_memory());
    press("Ctrl+L");
    EXPECT_NE(window().casebook(), nullptr);
    EXPECT_THAT(window().news(), HasSubstr("demo has no password"));
}

/// Whether the clipboard offers this kind of content.
bool offers(const char* target)
{
    GtkSelectionData* content =
        gtk_clipboard_wait_for_contents(gtk_clipboard_get(GDK_SELECTION_CLIPBOARD), gdk_atom_intern(target, FALSE));
    const bool is_there = content != nullptr && gtk_selection_data_get_length(content) > 0;
    if (content != nullptr) {
        gtk_selection_data_free(content);
    }
    return is_there;
}

std::string on_clipboard()
{
    char* const words = gtk_clipboard_wait_for_text(gtk_clipboard_get(GDK_SELECTION_CLIPBOARD));
    const std::string text = words != nullptr ? words : "";
    g_free(words);
    return text;
}

TEST_F(Lock, TakesBackWhatWasCopied)
{
    press("Ctrl+N");
    until("a note is open", [this] { return focus_name() == "Data"; });
    type("Secret");
    press("Ctrl+a");
    press("Ctrl+c");
    EXPECT_EQ(on_clipboard(), "Secret");
    EXPECT_TRUE(offers("x-kde-passwordManagerHint"));
    press("Ctrl+x");
    EXPECT_EQ(on_clipboard(), "Secret");
    EXPECT_EQ(field("Data").GetValue(), "");
    press("Ctrl+v");
    EXPECT_EQ(field("Data").GetValue(), "Secret");
    press("Ctrl+L");
    expect_locked({.reason = LockReason::asked});
    EXPECT_EQ(on_clipboard(), "");
}

TEST_F(Lock, LeavesAloneWhatWasCopiedElsewhere)
{
    app::copy_for_a_while("Ours");
    gtk_clipboard_set_text(gtk_clipboard_get(GDK_SELECTION_CLIPBOARD), "Theirs", -1);
    press("Ctrl+L");
    expect_locked({.reason = LockReason::asked});
    EXPECT_EQ(on_clipboard(), "Theirs");
}

TEST_F(Lock, TakesBackACopyAfterAWhile)
{
    app::copy_for_a_while("Secret", 1500ms);
    settle();
    EXPECT_EQ(on_clipboard(), "Secret");
    until("it is taken back", [] { return on_clipboard().empty(); });
}

} // namespace
