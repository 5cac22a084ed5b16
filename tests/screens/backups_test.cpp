#include "app/screens/casebook_panel.h"
#include "storage/backups.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>
#include <wx/listbox.h>
#include <wx/textctrl.h>

namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

/// A casebook on disk, open in a window that makes backups by itself.
class BackupsWindow : public tests::WindowTest {
protected:
    BackupsWindow()
    {
        window().make_backups();
        auto casebook = practice_.open();
        const auto ada = casebook.add_client({.code = "A-001", .name = "Ada Lind"});
        casebook.admit(ada, date::year{2026} / 1 / 5, model::LevelOfCare::outpatient, "");
        window().open(std::move(casebook));
        settle();
    }

    std::size_t backups() const { return storage::backups_of(practice_.folder()).size(); }
    void press_button(std::string_view name)
    {
        control(name)->SetFocus();
        press("Space");
    }
    void back_up()
    {
        window().casebook_panel()->show_backups();
        settle();
        press_button("Back up now");
        until("the backup is proved", [this] { return is_seen("A backup was made and verified"); });
    }
    /// Makes the restored casebook, up to the second question.
    void restore()
    {
        back_up();
        window().casebook()->add_client({.code = "B-001", .name = "Ben Okoro"});
        press_button("Restore…");
        settle();
        EXPECT_EQ(focus_name(), "Password or recovery code");
        type("password");
        press("Enter");
        until("it is restored", [this] { return is_seen("Should it replace Practice?"); });
    }

    tests::CasebookOnDisk practice_{};
};

TEST_F(BackupsWindow, SaysWhenTheLastOneWasProved)
{
    EXPECT_TRUE(is_seen("No backup yet"));
    back_up();
    EXPECT_TRUE(is_seen("Last verified backup: today 15:00"));
    EXPECT_EQ(backups(), 1U);
    EXPECT_EQ(window().GetTitle(), "Mendline - Practice");
}

TEST_F(BackupsWindow, MakesOneOnClosingWhenSomethingWasKept)
{
    window().casebook()->add_client({.code = "B-001", .name = "Ben Okoro"});
    press("Ctrl+w");
    until("it is closed", [this] { return window().casebook() == nullptr; });
    EXPECT_TRUE(is_seen("Restore from a backup"));
    EXPECT_EQ(backups(), 1U);
}

TEST_F(BackupsWindow, ClosesAtOnceWhenNothingWasKept)
{
    back_up();
    press("Ctrl+w");
    EXPECT_EQ(window().casebook(), nullptr);
    EXPECT_EQ(backups(), 1U);
}

TEST_F(BackupsWindow, MakesOneOnClosingForWhatAnEarlierSittingKept)
{
    press("Ctrl+w");
    until("it is closed", [this] { return window().casebook() == nullptr; });
    EXPECT_EQ(backups(), 1U) << "the client was added before the window opened";
    window().open(practice_.open());
    settle();
    press("Ctrl+w");
    EXPECT_EQ(window().casebook(), nullptr);
    EXPECT_EQ(backups(), 1U);
}

TEST_F(BackupsWindow, ClosesWithoutOneWhenAskedTo)
{
    // So much that nobody has it proved before the key is pressed.
    const auto client = window().casebook()->add_client({.code = "B-001", .name = "Ben Okoro"});
    for (int number = 0; number < 20; ++number) {
        window().casebook()->start_draft(
            client, tests::note_on(date::year{2026} / 11 / 19, std::string(900'000, static_cast<char>('a' + number))),
            {}, tests::at(date::year{2026} / 11 / 19, 15));
    }
    press("Ctrl+w");
    EXPECT_TRUE(is_seen("Making a backup before closing"));
    EXPECT_EQ(focus_name(), "Close without a backup");
    press("Space");
    settle();
    EXPECT_EQ(window().casebook(), nullptr);
    until("nothing is left of it", [this] { return fs::is_empty(storage::backups_folder(practice_.folder())); });
}

TEST_F(BackupsWindow, StaysOpenAndSaysWhyWhenTheOneOnClosingFails)
{
    window().casebook()->add_client({.code = "B-001", .name = "Ben Okoro"});
    fs::remove(storage::backups_folder(practice_.folder()));
    press("Ctrl+w");
    until("it says why", [this] { return window().news().find("There is no new backup.") != std::string::npos; });
    EXPECT_NE(window().casebook(), nullptr);
    EXPECT_TRUE(is_seen("Ada Lind"));
    press_button("Close without a backup");
    settle();
    EXPECT_EQ(window().casebook(), nullptr);
}

TEST_F(BackupsWindow, OffersNothingOfACasebookThatIsClosed)
{
    window().casebook()->add_client({.code = "B-001", .name = "Ben Okoro"});
    fs::remove(storage::backups_folder(practice_.folder()));
    press("Ctrl+w");
    until("it offers to close", [this] { return is_seen("Close without a backup"); });
    ASSERT_TRUE(window().close_casebook());
    EXPECT_FALSE(is_seen("Close without a backup"));
    EXPECT_EQ(window().news(), "");
}

TEST_F(BackupsWindow, KeepsTheChosenBackupChosenWhenANewerOneComes)
{
    back_up();
    move_clock(tests::at(date::year{2026} / 11 / 21, 14));
    auto& list = dynamic_cast<wxListBox&>(*control("Verified backups"));
    press_button("Back up now");
    until("there are two", [&] { return list.GetCount() == 2; });
    list.SetSelection(1);
    const auto chosen = list.GetStringSelection();
    move_clock(tests::at(date::year{2026} / 11 / 22, 14));
    press_button("Back up now");
    until("there are three", [&] { return list.GetCount() == 3; });
    EXPECT_EQ(list.GetSelection(), 2) << chosen << " was chosen";
}

TEST_F(BackupsWindow, OpensARestoredCasebookThatTakesNobodysPlace)
{
    const tests::TemporaryFolder elsewhere;
    const fs::path copy = elsewhere.path() / "Other.mendline-backup";
    const fs::path other = elsewhere.path() / "Other.casebook";
    storage::make_folder(other, storage::vault::make_vault("password", storage::vault::KeyCost::smallest()).vault);
    {
        storage::Casebook casebook{other, storage::vault::unlock(other, "password"), tests::no_time};
        casebook.add_client({.code = "Z-001", .name = "Zoe Quist"});
        storage::prove(casebook.copy_for_backup(copy, tests::at(date::year{2026} / 11 / 20, 14)),
                       storage::prove_databases, {});
    }
    window().casebook_panel()->restore(copy);
    settle();
    type("password");
    dynamic_cast<wxTextCtrl&>(*control("Location")).SetValue(elsewhere.path().string());
    press("Enter");
    until("it is restored", [this] { return is_seen("Open it"); });
    press_button("Open it");
    until("the casebook is closed and the other asks for its password", [this] { return is_seen("Unlock"); });
    EXPECT_EQ(window().casebook(), nullptr);
    type("password");
    press("Enter");
    until("it is open", [this] { return window().casebook() != nullptr; });
    EXPECT_EQ(window().casebook()->folder().parent_path(), elsewhere.path());
}

TEST_F(BackupsWindow, PutsARestoredCasebookInItsPlaceOnTheSecondYes)
{
    restore();
    EXPECT_TRUE(is_seen("1 client and 0 signed notes"));
    EXPECT_EQ(focus_name(), "Keep both");
    press_button("Replace");
    until("the casebook is closed and asks for its password", [this] { return is_seen("Unlock"); });
    EXPECT_THAT(window().news(), HasSubstr("Practice (before restore of 2026-11-20)"));
    EXPECT_EQ(practice_.open().caseload(date::year{2026} / 11 / 20).size(), 1U);
    EXPECT_EQ(backups(), 1U);
}

TEST_F(BackupsWindow, SaysWhoWasErasedSinceAndIsBack)
{
    back_up();
    auto& casebook = *window().casebook();
    casebook.remove_client(casebook.client_with_code("A-001").value(), tests::at(date::year{2026} / 11 / 20, 14));
    settle();
    window().casebook_panel()->show_backups();
    settle();
    press_button("Restore…");
    settle();
    type("password");
    press("Enter");
    until("it is restored", [this] { return is_seen("Should it replace Practice?"); });
    EXPECT_TRUE(is_seen("Since this backup, A-001 was removed on 20 Nov 2026 (added by mistake); it is back in the "
                        "restored casebook. Erase it again if it must go."))
        << words_in_sight();
}

TEST_F(BackupsWindow, EscapeLeadsBackFromRestoring)
{
    back_up();
    press_button("Restore…");
    settle();
    press("Esc");
    EXPECT_TRUE(is_seen("Back up now")) << words_in_sight();
    press_button("Restore…");
    settle();
    type("pass");
    press("Esc");
    EXPECT_TRUE(is_seen("leaving discards it")) << words_in_sight();
}

TEST_F(BackupsWindow, KeepsARestoredCasebookBesideAndGoesOn)
{
    restore();
    press_button("Keep both");
    settle();
    EXPECT_THAT(window().news(), HasSubstr("(restored from 2026-11-20).casebook"));
    EXPECT_EQ(window().casebook()->caseload(date::year{2026} / 11 / 20).size(), 2U);
}

TEST_F(BackupsWindow, RestoresFromTheWayInWhenTheKeysAreGone)
{
    back_up();
    const auto backup = storage::backups_of(practice_.folder()).front().file;
    ASSERT_TRUE(window().close_casebook());
    fs::remove(practice_.folder() / "keys");
    fs::remove(practice_.folder() / "keys.bak");
    window().start();
    settle();
    EXPECT_TRUE(is_seen("Restore from a backup"));
    window().restore(backup);
    settle();
    type("password");
    press("Enter");
    until("it is restored", [this] { return is_seen("Should it replace Practice?"); });
    press_button("Replace");
    until("it asks for the password", [this] { return is_seen("Unlock"); });
    type("password");
    press("Enter");
    until("the casebook is open", [this] { return window().casebook_panel() != nullptr; });
    EXPECT_TRUE(is_seen("Ada Lind"));
}

} // namespace
