#include "app/screens/casebook_panel.h"
#include "storage/backups.h"
#include "tests/support/tampering.h"
#include "tests/support/window.h"

#include <gmock/gmock.h>

#include <filesystem>

namespace {

using namespace tests;
namespace fs = std::filesystem;

/// A casebook of one client in a window.
class ActivityAndCheck : public WindowTest {
protected:
    ActivityAndCheck() { write_one_of_everything(practice_); }

    void open()
    {
        window().open(practice_.open());
        settle();
    }
    std::vector<model::ActKind> log(std::size_t most)
    {
        std::vector<model::ActKind> kinds;
        for (const model::Act& act : window().casebook()->acts({}, most)) {
            kinds.push_back(act.kind);
        }
        return kinds;
    }

    QuickCasebook practice_{};
};

TEST_F(ActivityAndCheck, ShowWhoDidWhatAndHideNamesThere)
{
    open();
    EXPECT_THAT(log(2), testing::Contains(model::ActKind::client_viewed));
    window().casebook_panel()->show_activity();
    until("the activity is there", [this] { return is_seen("Who did what in this casebook"); });
    EXPECT_TRUE(is_seen("Viewed the client")) << words_in_sight();
    EXPECT_TRUE(is_seen("Dana Example"));
    press("F9");
    until("names are hidden", [this] { return !is_seen("A. Example"); });
    tab_to("Close");
    press("Space");
    until("the client is back", [this] { return !is_seen("Who did what in this casebook"); });
}

TEST_F(ActivityAndCheck, AreLeftWithEscape)
{
    open();
    window().casebook_panel()->show_activity();
    until("the activity is there", [this] { return is_seen("Who did what in this casebook"); });
    press("Esc");
    EXPECT_FALSE(is_seen("Who did what in this casebook"));
    window().casebook_panel()->check();
    until("the check is done", [this] { return is_seen("Everything is as it was written"); });
    press("Esc");
    EXPECT_FALSE(is_seen("Everything is as it was written"));
    window().casebook_panel()->change_settings();
    until("the settings are open", [this] { return is_seen("Settings of this casebook"); });
    type("7");
    press("Esc");
    EXPECT_TRUE(is_seen("leaving discards it"));
    tab_to("Discard");
    press("Space");
    EXPECT_FALSE(is_seen("Settings of this casebook"));
}

TEST_F(ActivityAndCheck, SayThatEverythingIsAsItWasWritten)
{
    open();
    window().casebook_panel()->check();
    until("the check is done", [this] { return is_seen("Everything is as it was written"); });
    EXPECT_EQ(log(1).front(), model::ActKind::verified);
    EXPECT_FALSE(is_seen("damaged"));
}

TEST_F(ActivityAndCheck, LeadFromDamageThatWasMetToWhatIsDamaged)
{
    tamper(practice_, {"UPDATE note SET opening = 'Forged' WHERE id = 2"});
    open();
    until("the banner is there", [this] { return is_seen("One record is damaged"); });
    window().casebook_panel()->go({.client = {1}, .note = model::NoteId{2}});
    until("a page says so", [this] { return is_seen("This note is damaged"); });
    EXPECT_FALSE(is_seen("Forged"));
    tab_to("Back to list");
    press("Space");
    until("the list is there", [this] { return is_seen("Fri 1 Mar 2024"); });
    EXPECT_FALSE(is_seen("Forged"));
    control("Check the casebook")->SetFocus();
    press("Space");
    until("the check names it", [this] { return is_seen("One thing is not as written"); });
    EXPECT_TRUE(is_seen("Session note no. 2 · A. Example")) << words_in_sight();
}

TEST_F(ActivityAndCheck, ShowAKindPageInThePlaceOfADamagedClient)
{
    tamper(practice_, {"UPDATE client SET name = 'Forged' WHERE id = 1"});
    open();
    until("the page is there", [this] { return is_seen("This client's record is damaged"); });
    EXPECT_TRUE(is_seen("Damaged record"));
    EXPECT_FALSE(is_seen("Forged"));
    press("Ctrl+2");
    press("Ctrl+N");
    EXPECT_TRUE(is_seen("This client's record is damaged")) << "no key leads to what is not there";
}

TEST_F(ActivityAndCheck, AreNotReachedWhereACasebookCannotBeShownWhole)
{
    tamper(practice_, {"DROP TABLE setting"});
    EXPECT_THROW(window().open(practice_.open()), storage::StorageError);
    EXPECT_EQ(window().casebook_panel(), nullptr) << "no casebook is half open, and unlocked for good";
    EXPECT_EQ(window().casebook(), nullptr);
    EXPECT_FALSE(is_seen("A. Example"));
}

TEST_F(ActivityAndCheck, WarnThatTheRecordsAreAnOlderCopy)
{
    const fs::path older = practice_.folder().parent_path() / "older";
    fs::copy(practice_.folder(), older, fs::copy_options::recursive);
    practice_.open().add_client({.code = "B1"});
    fs::copy_file(older / "record.db", practice_.folder() / "record.db", fs::copy_options::overwrite_existing);
    open();
    until("the warning is there", [this] { return is_seen("These records are older than the casebook's keys say"); });

    // Going on with them takes two gestures, and the first can be taken back.
    control("Continue with these…")->SetFocus();
    press("Space");
    until("it asks", [this] { return is_seen("If you put an older copy here yourself"); });
    control("Not now")->SetFocus();
    press("Space");
    until("it warns again", [this] { return is_seen("These records are older than the casebook's keys say"); });
    control("Continue with these…")->SetFocus();
    press("Space");
    until("it asks again", [this] { return is_seen("If you put an older copy here yourself"); });
    control("Continue with these records")->SetFocus();
    press("Space");
    until("the warning is gone", [this] { return !is_seen("older than the casebook's keys"); });
    EXPECT_THAT(log(1), testing::ElementsAre(model::ActKind::older_record_accepted));
    EXPECT_FALSE(window().casebook()->is_behind_its_keys());
}

TEST_F(ActivityAndCheck, ShowADamagedNoteAsItStandsInABackup)
{
    {
        auto casebook = practice_.open();
        const auto when = at(2024_y / 4 / 30, 18);
        storage::prove(casebook.copy_for_backup(storage::place_for_backup(casebook.folder(), when), when),
                       storage::prove_databases, {});
    }
    tamper(practice_, {"UPDATE note_section SET text = 'Forged' WHERE note_id = 1"});
    open();
    window().casebook_panel()->go({.client = {1}, .note = model::NoteId{1}});
    until("a page says so", [this] { return is_seen("This note is damaged"); });
    until("and has the note of the backup", [this] { return is_seen("As it is in the backup of 30 Apr 2024, 20:00"); });
    EXPECT_TRUE(is_seen("Bring the list.")) << words_in_sight();
    EXPECT_FALSE(is_seen("Forged"));
}

} // namespace
