#pragma once

#include "app/presenters/demo_casebook.h"
#include "app/screens/casebook_panel.h"
#include "app/words/details_words.h"
#include "app/words/goal_words.h"
#include "app/words/import_words.h"
#include "app/words/lock_words.h"
#include "app/words/measure_words.h"
#include "app/words/people_words.h"
#include "app/words/session_words.h"
#include "app/words/start_words.h"
#include "app/words/trajectory_tab_words.h"
#include "storage/backups.h"
#include "tests/support/file_chosen.h"
#include "tests/support/storage_trouble.h"
#include "tests/support/window.h"

#include <wx/control.h>

#include <chrono>
#include <filesystem>
#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace tests {

/// A window that leads to every page there is, for what must be so on all of them.
class EveryPage : public WindowTest {
protected:
    /// Called on each page in turn, with the page's name for messages.
    using Look = std::function<void(const std::string& page)>;

    /// The pages outside a casebook.
    void visit_the_way_in(const Look& look)
    {
        namespace words = app::start;
        window().start();
        look("start");
        press_button(words::make_new());
        look("new casebook");
        window().start(practice_.folder());
        look("unlock");
        press_button(words::password_lost());
        look("recovery code");
        window().open(storage::Casebook::in_memory());
        look("empty casebook");
        window().close_casebook();
    }

    /// The pages of a client, with the demo's people, notes and measures.
    void visit_the_client(const Look& look)
    {
        open_demo();
        look("the note that was left open");
        for (int tab = 1; tab <= 6; ++tab) {
            press("Esc");
            press("Ctrl+" + std::to_string(tab));
            look("tab " + std::to_string(tab));
        }
        visit_notes(look);
        visit_forms(look);
        window().close_casebook();
    }

    /// The pages of the casebook that are no client's.
    void visit_the_casebook(const Look& look)
    {
        window().make_backups();
        window().allow_locking({.uptime = [] { return std::chrono::seconds{1000}; },
                                .start_anew = [](const std::filesystem::path&, const app::Locked&) {}});
        auto casebook = practice_.open();
        casebook.set_therapist(example_therapist());
        const auto client = casebook.add_client({.code = "A-001", .name = "Ada Lind"});
        casebook.admit(client, date::year{2026} / 1 / 5, model::LevelOfCare::outpatient, "");
        window().open(std::move(casebook));
        settle();
        press("Ctrl+Shift+N");
        look("new client");
        press("Esc");
        for (const auto& [page, show] : casebook_pages()) {
            show(*window().casebook_panel());
            settle();
            look(page);
            press("Esc");
        }
        visit_imports(look);
        visit_people(look);
        visit_backups(look);
        visit_veil(look);
    }

    void press_button(const std::string& words)
    {
        wxWindow* const button = control(utf8_without_key(words));
        ASSERT_NE(button, nullptr) << words;
        button->SetFocus();
        press("Space");
        settle();
    }

private:
    static std::string utf8_without_key(const std::string& words)
    {
        return wxControl::RemoveMnemonics(wxString::FromUTF8(words)).utf8_string();
    }

    void open_demo()
    {
        window().open(app::make_demo_casebook(
            folder_.path(), {.now = [] { return at(date::year{2026} / 11 / 20, 14); }, .zone = "Europe/Berlin"}));
        settle();
    }

    static std::vector<std::pair<std::string, std::function<void(app::CasebookPanel&)>>> casebook_pages()
    {
        using Panel = app::CasebookPanel;
        return {
            {"practice", [](Panel& panel) { panel.ask_for_practice(); }},
            {"settings", [](Panel& panel) { panel.change_settings(); }},
            {"password", [](Panel& panel) { panel.change_password(); }},
            {"help", [](Panel& panel) { panel.show_keys(); }},
            {"activity", [](Panel& panel) { panel.show_activity(); }},
            {"check", [](Panel& panel) { panel.check(); }},
        };
    }

    void visit_notes(const Look& look)
    {
        using app::NoteButton;
        press("Ctrl+1");
        press("Ctrl+N");
        look("new note");
        type("Words.");
        press_button(words_for(NoteButton::move));
        look("move a note");
        press_button(words_for(NoteButton::keep_here));
        press_button(words_for(NoteButton::discard));
        look("discard a note");
        press_button(words_for(NoteButton::discard_for_good));
        settle();
        press("Down");
        press("Down");
        press("Enter");
        until("a signed note is open", [this] { return is_seen(words_for(NoteButton::mark_in_error)); });
        look("signed note");
        press_button(words_for(NoteButton::add_addendum));
        look("addendum");
        press("Esc");
        settle();
        press("Esc");
        settle();
    }

    void visit_forms(const Look& look)
    {
        press("Ctrl+2");
        press_button(app::trajectory_tab_words::table_button());
        look("trajectory as table");
        press("Ctrl+3");
        press_button(app::goal_words::new_goal_button());
        look("new goal");
        press("Esc");
        press("Ctrl+4");
        press_button(app::measure_words::enter_button());
        look("administration of a measure");
        press_button(app::measure_words::cancel_entry_button());
        press("Ctrl+6");
        press_button(app::details_words::discharge_button());
        look("discharge");
        press("Esc");
    }

    void visit_imports(const Look& look)
    {
        const std::filesystem::path file = folder_.path() / "scores.csv";
        const auto read = [&](const std::string& lines) {
            overwrite(file, "client,date,measure,score\n" + lines);
            press_button(app::import_words::read_again_button());
        };
        overwrite(file, "client,date,measure\n");
        window().casebook_panel()->import_scores();
        settle();
        look("import scores");
        {
            const FileChosen chosen{file};
            press_button(app::import_words::choose_file_button());
        }
        until("it is read", [this] { return is_seen("The file needs a correction"); });
        look("import scores: a correction");
        read("Ada Lend,2026-01-05,phq-9,12\n");
        until("it asks", [this] { return is_seen("Who is meant"); });
        look("import scores: a question");
        read("A-001,2026-01-05,phq-9,12\n");
        until("the preview is there", [this] { return is_seen("1 new score"); });
        look("import scores: the preview");
        press_button(app::import_words::import_button(1));
        until("they are imported", [this] { return is_seen("Scores imported"); });
        look("import scores: what was done");
        press("Esc");
    }

    void visit_people(const Look& look)
    {
        window().casebook_panel()->show_people();
        settle();
        look("people");
        press_button(app::people_words::add_button());
        look("new person");
        press("Esc");
        press("Esc");
        window().casebook_panel()->renew_sheet();
        until("the sheet is there", [this] { return is_seen(utf8_without_key(app::people_words::replace_button())); });
        look("recovery sheet");
        press("Esc");
        press("Esc");
    }

    void visit_backups(const Look& look)
    {
        window().casebook()->add_client({.code = "B-001", .name = "Ben Okoro"});
        window().casebook_panel()->show_backups();
        settle();
        look("backups");
        press("Ctrl+W");
        until("it is closed", [this] { return window().casebook() == nullptr; });
        const auto made = storage::backups_of(practice_.folder());
        ASSERT_FALSE(made.empty());
        window().restore(made.front().file);
        settle();
        look("restore");
    }

    void visit_veil(const Look& look)
    {
        window().open(practice_.open());
        settle();
        press("Ctrl+N");
        settle();
        type("Words");
        {
            const FileSizeLimit full{1};
            press("Ctrl+L");
            until("the veil is up", [this] { return is_seen(app::lock_words::veil_heading()); });
        }
        look("veil");
    }

    CasebookOnDisk practice_{};
    TemporaryFolder folder_{};
};

} // namespace tests
