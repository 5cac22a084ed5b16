#include "app/screens/backups_panel.h"
#include "app/screens/casebook_panel.h"
#include "app/screens/layout.h"
#include "app/screens/main_window.h"
#include "app/screens/news_strip.h"
#include "app/screens/restore_panel.h"

#include <utility>

namespace app {

namespace {

constexpr int first_look = 60'000;      // Milliseconds after opening: whoever opens it wants to work first.
constexpr int look_every = 600'000;     // Milliseconds.
constexpr int longest_closing = 60'000; // Milliseconds; the one of the day makes up for a backup that takes longer.

} // namespace

void MainWindow::make_backups()
{
    makes_backups_ = true;
}

void MainWindow::keep(std::unique_ptr<BackupKeeper> keeper)
{
    gave_up_backup_ = false;
    is_daily_ = false;
    keeper_ = std::move(keeper);
    casebook_panel_->on_swap = [this](const RestoreOutcome& outcome) {
        CallAfter([this, outcome] { guarded(*this, [&] { finish_restore(outcome); }); });
    };
    if (keeper_ && makes_backups_) {
        casebook_panel_->show_backup_line();
        keeper_changes_ = keeper_->subscribe([this] { heed_keeper(); });
        daily_.StartOnce(first_look);
    }
}

void MainWindow::heed_daily()
{
    daily_.StartOnce(look_every);
    keeper_->look();
    if (closing_ == nullptr && veil_ == nullptr && keeper_->is_daily_due()) {
        is_daily_ = true;
        keeper_->back_up();
    }
}

void MainWindow::heed_keeper()
{
    if (keeper_->screen().work != BackupKeeper::Work::none) {
        return;
    }
    // The keeper is still telling its news: nothing that destroys it may happen before it has ended.
    if (closing_ != nullptr) {
        CallAfter([this] { guarded(*this, [this] { heed_closing(); }); });
    } else if (std::exchange(is_daily_, false) && keeper_->screen().trouble) {
        announce(backups::not_backed_up(words_for(*keeper_->screen().trouble)));
        news_->offer(backups::go_to_backups(), [this] { casebook_panel_->show_backups(); });
    }
}

bool MainWindow::is_backup_wanted() const
{
    // Behind a veil the disk has just taken nothing, and what comes of a backup would have to be shown.
    return makes_backups_ && keeper_ && !gave_up_backup_ && veil_ == nullptr && keeper_->is_wanted_on_closing();
}

void MainWindow::close_with_backup(std::function<void()> then)
{
    if (!is_backup_wanted()) {
        drop_casebook();
        return then();
    }
    after_closing_ = std::move(then);
    show_closing();
    closing_limit_.StartOnce(longest_closing);
    // Where one is being made already, it is waited for.
    keeper_->back_up();
}

void MainWindow::show_closing()
{
    closing_ = new WorkProgress{this, [this] { return keeper_ ? keeper_->done() : 0; }, backups::close_without(),
                                [this] { CallAfter([this] { guarded(*this, [this] { finish_closing(); }); }); }};
    panel_->Hide();
    GetSizer()->Add(closing_, wxSizerFlags().Expand().Border(wxALL, px(*this, gap::page)));
    closing_->show_work(true, backups::closing());
    closing_->focus_stop();
}

void MainWindow::heed_closing()
{
    if (closing_ == nullptr || keeper_->screen().work != BackupKeeper::Work::none) {
        return;
    }
    const auto& trouble = keeper_->screen().trouble;
    if (trouble && (trouble->problem == BackupProblem::making || trouble->problem == BackupProblem::unproved)) {
        return give_up_closing();
    }
    if (keeper_->is_wanted_on_closing()) {
        return keeper_->back_up();
    }
    finish_closing();
}

void MainWindow::finish_closing()
{
    if (closing_ == nullptr) {
        return;
    }
    std::exchange(closing_, nullptr)->Destroy();
    const auto then = std::exchange(after_closing_, {});
    drop_casebook();
    then();
}

void MainWindow::give_up_closing()
{
    closing_limit_.Stop();
    gave_up_backup_ = true;
    std::exchange(closing_, nullptr)->Destroy();
    panel_->Show();
    announce(backups::not_backed_up(words_for(*keeper_->screen().trouble)));
    news_->offer(backups::close_without(), [this, then = std::exchange(after_closing_, {})] {
        if (casebook_panel_->leave()) {
            announce({});
            drop_casebook();
            then();
        }
    });
    Layout();
}

void MainWindow::restore(const std::filesystem::path& backup)
{
    auto* panel = new RestorePanel(this, backup, std::nullopt, clock_, worker_.slow_work(),
                                   [this](const std::optional<RestoreOutcome>& outcome) {
                                       // The page that says so is still at work.
                                       CallAfter([this, outcome] { guarded(*this, [&] { finish_restore(outcome); }); });
                                   });
    show_panel(panel);
    panel->focus_first();
}

void MainWindow::finish_restore(const std::optional<RestoreOutcome>& outcome)
{
    if (!outcome) {
        return start();
    }
    if (!outcome->in_place_of) {
        if (casebook_panel_ == nullptr) {
            return start(outcome->restored);
        }
        if (casebook_panel_->leave()) {
            close_with_backup([this, restored = outcome->restored] { start(restored); });
        }
        return;
    }
    if (!close_casebook()) {
        return;
    }
    const auto put = put_in_place(outcome->restored, *outcome->in_place_of, clock_.today());
    start(put.casebook);
    announce(put.words);
}

} // namespace app
