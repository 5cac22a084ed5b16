#include "app/screens/main_window.h"

#include "app/screens/casebook_panel.h"
#include "app/screens/layout.h"
#include "app/screens/news_strip.h"
#include "app/screens/panel.h"
#include "app/screens/restore_panel.h"
#include "app/screens/start_panel.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/screens/veil_panel.h"
#include "app/screens/work_progress.h"
#include "app/words/main_words.h"
#include "app/words/verification_words.h"

#include <wx/app.h>
#include <wx/display.h>
#include <wx/sizer.h>

#include <algorithm>
#include <exception>
#include <utility>

namespace app {

MainWindow::MainWindow(Clock clock, std::filesystem::path memory_file, storage::vault::KeyCost cost)
    : wxFrame(nullptr, wxID_ANY, shown(window_title({}))), clock_{std::move(clock)}, desktop_habits_{clock_.habits},
      memory_file_{std::move(memory_file)}, cost_{cost}, worker_{*this}
{
    if (!memory_file_.empty()) {
        memory_ = read_memory(memory_file_);
    }
    make_menu_bar(*this, commands());
    make_banners();
    news_ = new NewsStrip{this};
    auto* column = new wxBoxSizer(wxVERTICAL);
    // What is said stands below: what comes and goes there moves no field that somebody is typing in.
    column->Add(banner_, wxSizerFlags().Expand());
    column->Add(trouble_, wxSizerFlags().Expand());
    column->Add(news_, wxSizerFlags().Expand());
    SetSizer(column);
    // At twice the size, a screen of 1920 x 1080 has 960 x 540, of which frame and panel of the desktop take some.
    SetMinClientSize({px(*this, 800), px(*this, 420)});
    const wxSize room = wxDisplay{this}.GetClientArea().GetSize();
    SetSize(std::min(memory_.width, room.x), std::min(memory_.height, room.y));
    Maximize(memory_.is_maximized);
    daily_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(*this, [this] { heed_daily(); }); });
    closing_limit_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(*this, [this] { finish_closing(); }); });
    Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) { heed_close(event); });
}

void MainWindow::make_banners()
{
    banner_ = new Panel(this);
    give_style(*banner_, "mendline-notice");
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(new Paragraph(banner_, main_words::read_only_banner()),
             wxSizerFlags(1).CentreVertical().Border(wxALL, px(*this, gap::small)));
    banner_->SetSizer(row);
    banner_->Hide();
    trouble_ = new NewsStrip{this, "mendline-notice", verification_words::name_of_trouble()};
    // A disk may turn read-only at any act, and damage is met while reading.
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        draw_banners();
        event.Skip();
    });
}

void MainWindow::draw_banners()
{
    const bool is_needed = casebook_ != nullptr && casebook_->is_read_only();
    if (is_needed != banner_->IsShown()) {
        banner_->Show(is_needed);
        Layout();
    }
    if (const std::string words = trouble_words(); words != trouble_->words()) {
        trouble_->say(words);
        if (!words.empty()) {
            offer_ways_out();
        }
    }
}

void MainWindow::offer_ways_out()
{
    if (asks_about_older_copy_) {
        trouble_->offer(verification_words::accept_older_button(), [this] {
            asks_about_older_copy_ = false;
            casebook_->accept_older_record();
            is_older_copy_ = casebook_->is_behind_its_keys();
        });
        trouble_->offer(verification_words::not_now_button(), [this] { asks_about_older_copy_ = false; });
        return;
    }
    trouble_->offer(verification_words::check_button(), [this] { casebook_panel_->check(); });
    if (is_older_copy_ && !casebook_->is_read_only()) {
        trouble_->offer(verification_words::go_on_with_older_button(), [this] { asks_about_older_copy_ = true; });
    }
}

std::string MainWindow::trouble_words() const
{
    if (!has_casebook()) {
        return {};
    }
    const std::size_t damaged = casebook_->damaged_rows().size();
    return asks_about_older_copy_ ? verification_words::older_copy_question()
           : is_older_copy_       ? verification_words::older_copy_banner()
           : damaged > 0          ? verification_words::damaged_banner(damaged)
                                  : std::string{};
}

MainWindow::~MainWindow()
{
    lock_triggers_.reset();
    // The panels use the casebook, so they go first; nothing they say is read any more.
    news_ = nullptr;
    trouble_ = nullptr;
    DestroyChildren();
}

void MainWindow::start(const std::optional<std::filesystem::path>& folder, const std::optional<Locked>& locked)
{
    casebook_panel_ = nullptr;
    SetTitle(shown(window_title({})));
    if (zone_in_question_) {
        return ask_for_zone(folder, locked);
    }
    auto* panel = new StartPanel(
        this, clock_, memory_.last_casebook, worker_.slow_work(),
        [this](storage::Casebook opened) {
            // The page that opened it is still at work.
            opened_ = std::make_unique<storage::Casebook>(std::move(opened));
            CallAfter([this] {
                guarded(*this, [this] {
                    const auto* way_in = dynamic_cast<StartPanel*>(panel_);
                    const std::string words = way_in != nullptr ? way_in->words_on_opening() : std::string{};
                    show_casebook(std::exchange(opened_, nullptr));
                    if (!words.empty()) {
                        announce(words);
                    }
                });
            });
        },
        cost_);
    panel->on_restore = [this](const std::filesystem::path& backup) {
        // The page that chose it is still at work.
        CallAfter([this, backup] { guarded(*this, [&] { restore(backup); }); });
    };
    panel->on_demo = [this] { CallAfter([this] { guarded(*this, open_demo_); }); };
    show_panel(panel);
    if (folder) {
        panel->choose(std::filesystem::absolute(*folder), locked);
    }
    panel->focus_first();
}

void MainWindow::open(storage::Casebook casebook)
{
    if (close_casebook()) {
        show_casebook(std::make_unique<storage::Casebook>(std::move(casebook)));
    }
}

void MainWindow::show_casebook(std::unique_ptr<storage::Casebook> casebook)
{
    if (!casebook) {
        return; // The window was closed meanwhile.
    }
    announce({});
    // Whatever can fail comes first: should it, the casebook closes again and the window stays as it was.
    const auto left = casebook->left_open();
    const auto draft = left ? std::nullopt : casebook->last_saved_draft();
    const storage::Settings settings = casebook->settings();
    const bool is_older_copy = casebook->is_behind_its_keys();
    clock_.habits = settings.habits;
    names_.are_hidden = left ? left->names_are_hidden : names_.are_hidden;
    auto keeper =
        casebook->folder().empty() ? nullptr : std::make_unique<BackupKeeper>(*casebook, clock_, worker_.slow_work());
    casebook_panel_ = new CasebookPanel(this, *casebook, clock_, names_, worker_.slow_work(), keeper.get());
    casebook_ = std::move(casebook);
    keep(std::move(keeper));
    is_older_copy_ = is_older_copy;
    asks_about_older_copy_ = false;
    casebook_panel_->on_side_width = [this](int width) {
        memory_.side_width = width;
        remember();
    };
    casebook_panel_->on_leave_for_good = [this] {
        if (close_casebook()) {
            start();
        }
    };
    if (!casebook_->folder().empty()) {
        memory_.last_casebook = casebook_->folder();
        remember();
    }
    casebook_->on_listener_failure(
        [this](const std::exception_ptr& failure) { guarded(*this, [&] { std::rethrow_exception(failure); }); });
    SetTitle(shown(window_title(casebook_->name())));
    show_panel(casebook_panel_);
    casebook_panel_->set_side_width(memory_.side_width);
    follow_settings(settings);
    if (left) {
        take_up(*left);
    } else if (draft) {
        casebook_panel_->go({.client = draft->client, .note = draft->id});
    } else {
        casebook_panel_->focus_first();
    }
}

bool MainWindow::close_casebook()
{
    if (casebook_panel_ != nullptr && !casebook_panel_->leave()) {
        return false;
    }
    drop_casebook();
    return true;
}

void MainWindow::drop_casebook()
{
    announce({}); // What it says and offers is of the casebook.
    casebook_panel_ = nullptr;
    settings_ = {};
    clock_.habits = desktop_habits_;
    lock_again_.Stop();
    if (veil_ != nullptr) {
        GetSizer()->Detach(veil_);
        std::exchange(veil_, nullptr)->Destroy();
    }
    after_closing_ = {};
    if (closing_ != nullptr) {
        std::exchange(closing_, nullptr)->Destroy();
    }
    if (panel_ != nullptr) {
        GetSizer()->Detach(panel_);
        std::exchange(panel_, nullptr)->Destroy();
    }
    daily_.Stop();
    closing_limit_.Stop();
    keeper_changes_ = {};
    keeper_.reset();
    opened_.reset();
    casebook_.reset();
    remember();
}

void MainWindow::announce(const std::string& words)
{
    if (news_ != nullptr) {
        news_->say(words);
    }
}

const std::string& MainWindow::news() const
{
    return news_->words();
}

bool MainWindow::has_client() const
{
    return has_casebook() && casebook_panel_->client().has_value();
}

void MainWindow::toggle_names()
{
    names_.are_hidden = !names_.are_hidden;
    if (has_casebook()) {
        casebook_panel_->names_changed();
    }
}

void MainWindow::show_panel(wxWindow* panel)
{
    if (panel_ != nullptr) {
        panel_->Hide();
        GetSizer()->Detach(panel_);
        wxTheApp->ScheduleForDestruction(panel_);
    }
    panel_ = panel;
    GetSizer()->Insert(0, panel_, wxSizerFlags(1).Expand());
    Layout();
}

void MainWindow::heed_close(wxCloseEvent& event)
{
    bool is_kept = false;
    guarded(*this, [&] { is_kept = casebook_panel_ == nullptr || casebook_panel_->leave(); });
    if (!is_kept && event.CanVeto()) {
        event.Veto();
        if (news() == main_words::could_not_leave()) {
            // A disk that stays full must not hold the window for ever.
            news_->offer(main_words::close_without_saving(), [this] {
                drop_casebook();
                Destroy();
            });
        }
        return;
    }
    if (event.CanVeto() && closing_ == nullptr && is_backup_wanted()) {
        event.Veto();
        return close_with_backup([this] { Destroy(); });
    }
    drop_casebook();
    Destroy();
}

void MainWindow::remember()
{
    memory_.is_maximized = IsMaximized();
    if (!memory_.is_maximized) {
        memory_.width = GetSize().x;
        memory_.height = GetSize().y;
    }
    if (!memory_file_.empty()) {
        write_memory(memory_file_, memory_);
    }
}

} // namespace app
