#pragma once

#include "app/presenters/backup_keeper.h"
#include "app/presenters/workplace.h"
#include "app/presenters/zone_presenter.h"
#include "app/screens/commands.h"
#include "app/screens/guarded.h"
#include "app/screens/lock_triggers.h"
#include "app/screens/wheel.h"
#include "app/screens/window_memory.h"
#include "app/screens/worker.h"

#include <wx/frame.h>
#include <wx/panel.h>
#include <wx/timer.h>

#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace app {

class CasebookPanel;
class NewsStrip;
class StartPanel;
class VeilPanel;
class WorkProgress;
struct RestoreOutcome;

/// The one window: the way into a casebook, then the casebook. Its title never holds a client's name.
class MainWindow : public wxFrame, public Announcer {
public:
    /// `memory_file` keeps the last casebook and the window's size; empty: nothing is kept. `cost` is what a new
    /// password slot costs.
    MainWindow(Clock clock, std::filesystem::path memory_file, storage::vault::KeyCost cost = {});
    ~MainWindow() override;

    /// What locking needs of the world around.
    struct Locking {
        std::function<IdleWatch::Time()> uptime{}; ///< Of a clock that also runs while the machine sleeps.
        /// Puts the program anew in this one's place, at the unlock page of the casebook. Should it come back, the page
        /// is shown here.
        std::function<void(const std::filesystem::path&, const Locked&)> start_anew{};
    };

    /// From now on a casebook on disk can be locked, and locks by itself. Called once.
    void allow_locking(Locking locking);

    /// Hides the casebook, keeps what was typed, also what is half typed, closes the casebook and takes back what was
    /// copied from it. What stands above the window goes first. A backup or a restoring that is under way is stopped.
    /// Where what was typed cannot be kept, say on a full disk, a veil hides it, and the window tries again every few
    /// seconds: neither do others see it, nor is it lost. The price is that the keys stay in memory meanwhile. Does
    /// nothing without a casebook on disk, and before `allow_locking`.
    void lock(const Locked& locked);
    bool can_lock() const;

    /// Says what is known of the machine's zone. Where that is not certain, and was not asked for before, the way in
    /// begins with the question.
    void settle_zone(const MachineZone& found);

    /// Shows the way into a casebook; into `folder`, if one is named, with why it was locked, if it was.
    void start(const std::optional<std::filesystem::path>& folder = std::nullopt,
               const std::optional<Locked>& locked = std::nullopt);

    /// Shows an open casebook, at the note that was being written if there is one. One that is open here is closed
    /// first; where that fails, it stays.
    void open(storage::Casebook casebook);

    /// Keeps what was typed and closes the casebook; false when something could not be kept.
    bool close_casebook();

    /// From now on makes backups without being asked: one a day, the first soon after opening, and one on closing where
    /// something was kept since the last. Closing waits for it a minute at most and shows how far it is; a second
    /// closing does not wait.
    void make_backups();

    /// From now on the way in leads to the demo practice as well, by `open_demo`; otherwise it does nothing.
    void offer_demo(std::function<void()> open_demo) { open_demo_ = std::move(open_demo); }

    /// Restores a backup while no casebook is open.
    void restore(const std::filesystem::path& backup);

    void announce(const std::string& words) override;
    /// What was announced and not yet closed.
    const std::string& news() const;

    /// Null while no casebook is open.
    CasebookPanel* casebook_panel() { return casebook_panel_; }
    storage::Casebook* casebook() { return casebook_.get(); }

private:
    std::vector<Command> commands();
    std::vector<Command> casebook_commands();
    std::vector<Command> client_commands();
    std::vector<Command> view_commands();
    bool has_casebook() const { return casebook_panel_ != nullptr && veil_ == nullptr && closing_ == nullptr; }
    bool has_client() const;

    void toggle_names();
    void show_casebook(std::unique_ptr<storage::Casebook> casebook);
    void keep(std::unique_ptr<BackupKeeper> keeper);
    void show_panel(wxWindow* panel);
    void drop_casebook(); ///< Closes it as it is.
    void heed_close(wxCloseEvent& event);
    void lock_now(const Locked& locked);
    void cover();                         ///< Hides the casebook, and stops what can be stopped.
    void let_sleep(const Locked& locked); ///< Where the machine waits for that.
    void lock_as_it_is(const Locked& locked);
    void veil(const Locked& locked, const std::string& trouble);
    void make_banners();
    void draw_banners();
    void offer_ways_out();
    std::string trouble_words() const; ///< What is wrong with the records; empty where nothing is known to be.
    bool can_change() const { return has_casebook() && !casebook_->is_read_only(); }
    void follow_settings(const storage::Settings& settings);
    void take_up(const storage::LeftOpen& left);
    bool is_backup_wanted() const;
    void close_with_backup(std::function<void()> then); ///< What was typed must have been kept.
    void show_closing();
    void heed_closing();
    void finish_closing();
    void give_up_closing();
    void heed_daily();
    void heed_keeper();
    void finish_restore(const std::optional<RestoreOutcome>& outcome);
    void ask_for_zone(const std::optional<std::filesystem::path>& folder, const std::optional<Locked>& locked);
    void remember();

    Clock clock_;
    std::optional<MachineZone> zone_in_question_;
    const model::DateHabits desktop_habits_; ///< While no casebook is open.
    Names names_;
    std::filesystem::path memory_file_;
    WindowMemory memory_;
    storage::vault::KeyCost cost_;
    std::unique_ptr<storage::Casebook> opened_; ///< By the way in, and not shown yet.
    std::unique_ptr<storage::Casebook> casebook_;
    std::unique_ptr<BackupKeeper> keeper_; ///< Of the casebook, if that is on disk.
    storage::Subscription keeper_changes_;
    bool makes_backups_ = false;
    bool is_daily_ = false;               ///< The backup that is being made is the one of the day.
    bool gave_up_backup_ = false;         ///< The one on closing failed, and it was said.
    WorkProgress* closing_ = nullptr;     ///< In sight while the backup on closing is made.
    std::function<void()> after_closing_; ///< What comes when that is done.
    WheelToPage wheel_;
    wxTimer daily_;
    wxTimer closing_limit_;
    wxPanel* banner_ = nullptr;    ///< That the casebook is read-only.
    NewsStrip* trouble_ = nullptr; ///< That records are damaged, or older than they should be.
    bool is_older_copy_ = false;   ///< As it was when the casebook opened, or until a person went on with it.
    bool asks_about_older_copy_ = false;
    NewsStrip* news_ = nullptr;
    wxWindow* panel_ = nullptr; ///< The way in, or the casebook.
    CasebookPanel* casebook_panel_ = nullptr;
    VeilPanel* veil_ = nullptr; ///< In the place of a casebook that cannot be locked yet.
    Locked veiled_for_{};       ///< Why it shall be locked.
    bool is_locking_ = false;
    wxTimer lock_again_;
    Locking locking_;
    std::function<void()> open_demo_ = [] {};
    std::unique_ptr<LockTriggers> lock_triggers_;
    storage::Subscription settings_;
    Worker worker_; ///< Last: its threads end first.
};

} // namespace app
