#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/start_pages.h"
#include "app/screens/text.h"
#include "app/words/button_words.h"

namespace app {

RecoverPage::RecoverPage(wxWindow* parent, StartPresenter& presenter) : StartPageView(parent, presenter)
{
    add_heading(start::recover_heading(), start::recover_explanation());
    code_ = new wxTextCtrl(this, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    set_accessible_name(*code_, start::code_label());
    wxButton* use = make_main_button(*this, start::use_code());
    add_required_field(column(), *this, start::code_label(), *code_);
    add_foot({use, make_back_button(back_button())}, start::unlocking());

    const auto use_it = [this](wxCommandEvent&) {
        guarded(*this, [this] { this->presenter().use_code(utf8(code_->GetValue())); });
    };
    use->Bind(wxEVT_BUTTON, use_it);
}

FromSheetPage::FromSheetPage(wxWindow* parent, StartPresenter& presenter) : StartPageView(parent, presenter)
{
    constexpr int lines_in_sight = 7; // All of them.
    add_heading(start::from_sheet_heading(), start::from_sheet_explanation());
    code_ = make_line(*this, start::code_label());
    letters_ = make_lines(*this, start::letters_label(), lines_in_sight);
    password_ = make_line(*this, start::new_password_label(), true);
    hint_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    again_ = make_line(*this, start::password_again_label(), true);
    wxButton* open = make_main_button(*this, start::open_from_sheet());
    lay_out(*open);
    bind_gestures(*open);
}

void FromSheetPage::lay_out(wxButton& open)
{
    add_required_field(column(), *this, start::code_label(), *code_);
    add_required_field(column(), *this, start::letters_label(), *letters_);
    column().Add(new Paragraph(this, start::letters_explanation(), Paragraph::Tone::quiet),
                 wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    add_required_field(column(), *this, start::new_password_label(), *password_);
    column().Add(hint_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    add_required_field(column(), *this, start::password_again_label(), *again_);
    add_foot({&open, make_back_button(back_button())}, start::opening_from_sheet());
}

void FromSheetPage::bind_gestures(wxButton& open)
{
    password_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { this->presenter().type_password(utf8(password_->GetValue())); });
    });
    const auto open_it = [this](wxCommandEvent&) {
        guarded(*this, [this] {
            presenter().use_sheet(utf8(code_->GetValue()), utf8(letters_->GetValue()), utf8(password_->GetValue()),
                                  utf8(again_->GetValue()));
        });
    };
    open.Bind(wxEVT_BUTTON, open_it);
}

void FromSheetPage::draw(const StartPresenter::Screen& screen)
{
    hint_->say(password_hint(screen.password_characters));
    StartPageView::draw(screen);
}

NewPasswordPage::NewPasswordPage(wxWindow* parent, StartPresenter& presenter) : StartPageView(parent, presenter)
{
    add_heading(start::new_password_heading(), start::new_password_explanation());
    password_ = make_line(*this, start::password_label(), true);
    hint_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    again_ = make_line(*this, start::password_again_label(), true);
    wxButton* change = make_main_button(*this, start::change_password_button());
    add_required_field(column(), *this, start::password_label(), *password_);
    column().Add(hint_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    add_required_field(column(), *this, start::password_again_label(), *again_);
    add_foot({change, make_back_button(back_button())}, start::changing_password());

    const auto change_it = [this](wxCommandEvent&) {
        guarded(*this,
                [this] { this->presenter().set_new_password(utf8(password_->GetValue()), utf8(again_->GetValue())); });
    };
    password_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { this->presenter().type_password(utf8(password_->GetValue())); });
    });
    change->Bind(wxEVT_BUTTON, change_it);
}

void NewPasswordPage::draw(const StartPresenter::Screen& screen)
{
    hint_->say(password_hint(screen.password_characters));
    StartPageView::draw(screen);
}

} // namespace app
