#pragma once

#include "app/presenters/backup_keeper.h"
#include "app/presenters/people_presenter.h"
#include "app/presenters/slow_work.h"
#include "app/presenters/workplace.h"
#include "app/screens/caseload_panel.h"
#include "app/screens/client_panel.h"
#include "app/screens/guarded.h"
#include "app/screens/panel.h"
#include "app/screens/restore_panel.h"
#include "app/screens/sash.h"
#include "app/screens/window_memory.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// An open casebook: the caseload on the left, a client or another page on the right.
class CasebookPanel : public Panel, public Announcer {
public:
    /// `keeper` is null for a casebook that is not on disk.
    CasebookPanel(wxWindow* parent, storage::Casebook& casebook, const Clock& clock, const Names& names,
                  SlowWork slow_work, BackupKeeper* keeper = nullptr);

    /// Somebody wants a restored casebook in the place of another, or wants to open it; this one must be closed for
    /// that. It must not destroy the panel before it returns.
    std::function<void(RestoreOutcome)> on_swap = [](const RestoreOutcome&) {};

    /// Leads to a client's tab, and there to a note or draft. Does nothing when what was typed cannot be kept.
    void go(const Destination& destination);

    /// How wide its user wants the caseload's column; where the window has less room, it is narrower for so long.
    void set_side_width(int width);
    std::function<void(int)> on_side_width = [](int) {}; ///< Its user chose another width.
    /// Gives the keyboard to the line that divides the columns.
    void divide() { sash_->take_keyboard(); }

    std::optional<model::ClientId> client() const;
    void show_tab(TabKind kind);
    void start_note();
    bool is_writing_note(); ///< Whether one is open, in front.
    void lead_to_goals();   ///< Of that note.
    void lead_to_risk();
    void walk(int step); ///< To the next part of the window (1) or the one before (-1).
    void find_client() { caseload_->focus_search(); }
    void add_client();
    void ask_for_practice();
    void change_settings();
    void change_password();
    void show_people();
    void renew_sheet();
    void show_keys();
    void show_backups();
    void restore(const std::filesystem::path& backup);
    /// Says in the caseload's column when the last backup was made.
    void show_backup_line();
    void import_scores();
    void show_activity();
    void check(); ///< Shows the check of the casebook and begins it.
    void names_changed();

    /// Runs when whoever has the casebook open may no longer do so.
    std::function<void()> on_leave_for_good = [] {};

    /// Keeps what was typed; false, with a word about it, when that failed.
    bool leave();

    /// Hides everything. Where the keyboard was is remembered for `leave_open`.
    void cover();
    /// Stops a restoring, or the reading of a file, that is under way.
    void stop_work();

    /// Keeps what can be kept, whatever else is half typed, and says where everything was left.
    storage::LeftOpen leave_open();

    /// Leads back there. Hands out what was typed and finds no field.
    std::vector<storage::LeftOpen::Typed> take_up(const storage::LeftOpen& left);

    /// Hands the words on to the window.
    void announce(const std::string& words) override;

    /// Puts the keyboard where work begins.
    void focus_first();

private:
    /// A page on the right. `leave` is for pages that are no client's and have something to keep.
    struct Page {
        wxWindow* window = nullptr;
        std::function<bool()> leave{};
        std::function<void()> names_changed{};
    };

    /// The field that has the keyboard.
    struct Caret {
        std::string field{}; ///< Its name; empty where nobody could type.
        int tab = 0;         ///< As `storage::LeftOpen::focus_tab`.
        long at = 0;
    };

    /// What a page covers for a while.
    struct Work {
        Destination place{};
        bool is_new_note = false; ///< Without a word yet, so that no draft leads back to it.
    };

    wxSizer* lay_out_side();
    void give_side_its_width();
    void heed(const storage::Change& change);
    bool is_there(model::ClientId client) const;
    void select(std::optional<model::ClientId> client);
    // These say whether the page before could be left.
    bool show_page(const std::function<Page()>& make_page);
    /// A parent for a page that shall scroll where the window is lower than what is on it.
    wxWindow* place_to_scroll();
    /// What is shown for this page: itself, or what it scrolls in.
    wxWindow* in_its_place(wxWindow* page);
    bool show_client(model::ClientId client, TabKind tab);
    bool is_damaged(model::ClientId client) const;
    Page damaged_page(model::ClientId client);
    bool back_to_client();
    void show_people_page(bool with_own_sheet);
    void people_done(PeopleDone done);
    /// Shows a page that leads back to what it covers.
    void interrupt_with(const std::function<Page()>& make_page);
    void back_to_work();
    Caret caret() const;
    /// Hands back what found no field.
    std::vector<storage::LeftOpen::Typed> type_where_it_was(const std::vector<storage::LeftOpen::Typed>& typed);
    void put_back_focus(const storage::LeftOpen& left);
    ClientPanel* client_panel() const { return dynamic_cast<ClientPanel*>(page_); }

    Workplace place_;
    BackupKeeper* keeper_;
    storage::Subscription gone_clients_{}; ///< Told before any part of the window.
    bool is_client_gone_ = false;          ///< Whose page stands on the right: nothing there can be kept any more.
    CaseloadPanel* caseload_ = nullptr;
    wxBoxSizer* side_ = nullptr; ///< The caseload's column.
    Sash* sash_ = nullptr;
    int side_width_ = usual_side_width;          ///< As wanted.
    wxWindow* page_ = nullptr;                   ///< What stands on the right.
    wxWindow* page_place_ = nullptr;             ///< The page itself, or what it scrolls in.
    std::optional<model::ClientId> chosen_{};    ///< Whose page may stand on the right.
    std::string said_;                           ///< What was announced last.
    std::function<bool()> leave_page_{};         ///< Of the page on the right, if it has one.
    std::function<void()> page_names_changed_{}; ///< Of the page on the right, if it shows names and is no client's.
    std::optional<Work> work_{};                 ///< What the page on the right covers.
    Caret caret_before_cover_{};
};

} // namespace app
