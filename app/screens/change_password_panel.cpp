#include "app/screens/change_password_panel.h"

#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"

#include <utility>

namespace app {

ChangePasswordPanel::ChangePasswordPanel(wxWindow* parent, storage::Casebook& casebook, SlowWork slow_work,
                                         std::function<void(bool)> on_done)
    : Panel(parent), presenter_{casebook, std::move(slow_work)}, on_done_{std::move(on_done)}
{
    give_style(*this, "mendline-page");
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

bool ChangePasswordPanel::leave()
{
    if (!presenter_.may_leave()) {
        announce(*this, start::wait_for_password());
    }
    return presenter_.may_leave();
}

void ChangePasswordPanel::create_controls()
{
    old_ = make_line(*this, start::old_password_label(), true);
    new_ = make_line(*this, start::new_password_label(), true);
    hint_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    again_ = make_line(*this, start::password_again_label(), true);
    message_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    change_ = make_main_button(*this, start::change_password_button());
    cancel_ = make_button(*this, cancel_button());
}

void ChangePasswordPanel::lay_out()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*this, start::change_password_heading()),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(new Paragraph(this, start::change_password_explanation(), Paragraph::Tone::quiet), below);
    add_required_field(*column, *this, start::old_password_label(), *old_);
    add_required_field(*column, *this, start::new_password_label(), *new_);
    column->Add(hint_, below);
    add_required_field(*column, *this, start::password_again_label(), *again_);
    column->Add(message_, below);
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(change_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_);
    column->Add(buttons);
    column->Add(px(*this, 440), 0); // As wide as this.
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void ChangePasswordPanel::bind_gestures()
{
    new_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.type_password(utf8(new_->GetValue())); });
    });
    // Passwords are nobody's work: what was typed of them goes without a question.
    give_form_keys(
        *this, [this] { change(); }, [this] { cancel(); });
    change_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { change(); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { cancel(); }); });
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void ChangePasswordPanel::draw(const ChangePasswordPresenter::Screen& screen)
{
    hint_->say(password_hint(screen.password_characters));
    message_->say(screen.is_busy   ? start::changing_password()
                  : screen.trouble ? words_for(*screen.trouble)
                                   : std::string{});
    change_->Enable(!screen.is_busy);
    cancel_->Enable(!screen.is_busy);
    if (screen.is_done) {
        on_done_(true);
    }
}

void ChangePasswordPanel::cancel()
{
    if (leave()) {
        on_done_(false);
    }
}

void ChangePasswordPanel::change()
{
    guarded(*this,
            [this] { presenter_.change(utf8(old_->GetValue()), utf8(new_->GetValue()), utf8(again_->GetValue())); });
}

} // namespace app
