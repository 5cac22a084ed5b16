// Locking the casebook, and going on where it was left.

#include "app/screens/above_window.h"
#include "app/screens/casebook_panel.h"
#include "app/screens/clipboard.h"
#include "app/screens/main_window.h"
#include "app/screens/news_strip.h"
#include "app/screens/veil_panel.h"
#include "app/words/errors.h"

#include <wx/sizer.h>
#include <wx/weakref.h>

#include <exception>
#include <utility>

namespace app {

void MainWindow::allow_locking(Locking locking)
{
    locking_ = std::move(locking);
    lock_triggers_ = std::make_unique<LockTriggers>(locking_.uptime, [this](const Locked& locked) { lock(locked); });
    lock_again_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { guarded(*this, [this] { lock_now(veiled_for_); }); });
    if (casebook_) {
        follow_settings(casebook_->settings());
    }
}

bool MainWindow::can_lock() const
{
    return casebook_panel_ != nullptr && lock_triggers_ && !casebook_->folder().empty();
}

void MainWindow::lock(const Locked& locked)
{
    if (!can_lock()) {
        return let_sleep(locked); // There is nothing to lock first.
    }
    if (is_locking_) {
        return;
    }
    is_locking_ = true;
    when_nothing_is_above([window = wxWeakRef<MainWindow>{this}, locked] {
        if (window) {
            // The menu or timer that asked for it is still at work in the window.
            window->CallAfter([window, locked] { guarded(*window, [&] { window->lock_now(locked); }); });
        }
    });
}

void MainWindow::let_sleep(const Locked& locked)
{
    // Whatever else it was locked for: the machine must still wait for the next casebook.
    if (lock_triggers_ && locked.reason == LockReason::suspend) {
        lock_triggers_->let_sleep();
    }
}

void MainWindow::cover()
{
    casebook_panel_->cover();
    // Locking takes the place of closing.
    closing_limit_.Stop();
    after_closing_ = {};
    if (closing_ != nullptr) {
        std::exchange(closing_, nullptr)->Destroy();
    }
    announce({});
    Update(); // Nothing is drawn while the work below is waited for.
    if (keeper_) {
        keeper_->stop();
    }
    casebook_panel_->stop_work();
}

void MainWindow::lock_now(const Locked& locked)
{
    if (!can_lock()) {
        is_locking_ = false; // It was closed meanwhile.
        return let_sleep(locked);
    }
    cover();
    worker_.wait(); // Keys that change must be changed first.
    try {
        storage::LeftOpen left = casebook_panel_->leave_open();
        left.names_are_hidden = names_.are_hidden;
        casebook_->keep_left_open(left);
    } catch (const storage::StorageError& error) {
        // Where nothing can be kept and nothing was typed, nothing is lost.
        bool is_nothing_lost = false;
        guarded(*this, [&] { is_nothing_lost = casebook_->is_read_only() && casebook_panel_->leave(); });
        if (is_nothing_lost) {
            lock_as_it_is({.reason = locked.reason, .idle_minutes = locked.idle_minutes, .is_kept = false});
            return;
        }
        veil(locked, words_for(error));
        return;
    } catch (const std::exception&) {
        veil(locked, words_for_unexpected_error()); // Whatever it is: nobody shall see the casebook.
        return;
    }
    lock_as_it_is(locked);
}

void MainWindow::lock_as_it_is(const Locked& locked)
{
    const std::filesystem::path folder = casebook_->folder();
    drop_casebook();
    forget_copied();
    is_locking_ = false;
    locking_.start_anew(folder, locked);
    start(folder, locked);
    let_sleep(locked);
}

void MainWindow::veil(const Locked& locked, const std::string& trouble)
{
    constexpr int try_again_after = 3000; // Milliseconds.
    announce({});
    forget_copied();
    if (veil_ == nullptr) {
        veil_ = new VeilPanel{this, [this] { lock_as_it_is({.reason = LockReason::unsaved}); }};
        GetSizer()->Add(veil_, wxSizerFlags(1).Expand());
        veil_->SetFocus();
    }
    veiled_for_ = locked;
    veil_->say(trouble);
    Layout();
    lock_again_.StartOnce(try_again_after);
}

void MainWindow::follow_settings(const storage::Settings& settings)
{
    if (lock_triggers_) {
        lock_triggers_->begin(settings.lock_after_minutes);
    }
    settings_ = casebook_->subscribe([this](const storage::Change& change) {
        if (change.what != storage::Changed::settings) {
            return;
        }
        const storage::Settings now = casebook_->settings();
        clock_.habits = now.habits;
        if (keeper_) {
            keeper_->look(); // What stands in sight names a time.
        }
        if (lock_triggers_) {
            lock_triggers_->change(now.lock_after_minutes);
        }
    });
}

void MainWindow::take_up(const storage::LeftOpen& left)
{
    std::vector<storage::LeftOpen::Typed> homeless = left.typed;
    // What cannot be found any more must not keep anybody from the rest; it is then kept until the next time.
    const bool is_taken_up = guarded(*this, [&] { homeless = casebook_panel_->take_up(left); });
    std::erase_if(homeless, [](const auto& typed) { return typed.is_kept || typed.text.empty(); });
    if (is_taken_up && !casebook_->is_read_only()) {
        guarded(*this, [&] { casebook_->keep_left_open(std::nullopt); });
    }
    std::string words;
    for (const auto& typed : homeless) {
        words += (words.empty() ? "" : "\n") + typed.field + ": " + typed.text;
    }
    if (!words.empty()) {
        announce(lock_words::found_no_place(words));
        news_->offer(lock_words::copy_it(), [words] { copy_for_a_while(words.c_str()); });
    }
}

} // namespace app
