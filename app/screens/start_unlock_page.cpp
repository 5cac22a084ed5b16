#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/start_pages.h"
#include "app/screens/text.h"

namespace app {

UnlockPage::UnlockPage(wxWindow* parent, StartPresenter& presenter) : StartPageView(parent, presenter)
{
    const auto& screen = presenter.screen();
    add_heading(start::unlock_heading(screen.casebook), screen.locked ? words_for(*screen.locked) : std::string{});
    password_ = make_line(*this, start::password_label(), true);
    unlock_ = make_main_button(*this, start::unlock_button());
    lost_ = make_button(*this, start::password_lost());
    add_field(column(), *this, start::password_label(), *password_);
    add_foot({unlock_, lost_, make_back_button(start::other_casebook())}, start::unlocking());

    unlock_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { unlock(); });
    lost_->Bind(wxEVT_BUTTON,
                [this](wxCommandEvent&) { guarded(*this, [this] { this->presenter().begin_recovery(); }); });
}

void UnlockPage::draw(const StartPresenter::Screen& screen)
{
    lost_->SetLabel(shown(screen.keys_are_lost ? start::use_sheet_instead() : start::password_lost()));
    StartPageView::draw(screen);
    if (was_busy_ && !screen.is_busy && screen.trouble) {
        // Typing again replaces what was wrong.
        focus_first();
    }
    was_busy_ = screen.is_busy;
}

void UnlockPage::focus_first()
{
    password_->SetFocus();
    password_->SelectAll();
}

void UnlockPage::unlock()
{
    guarded(*this, [this] { presenter().unlock(utf8(password_->GetValue())); });
}

} // namespace app
