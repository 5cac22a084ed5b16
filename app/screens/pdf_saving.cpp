#include "app/screens/pdf_saving.h"

#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/words/pdf_words.h"

#include <wx/sizer.h>

namespace app {

PdfSaving::PdfSaving(wxWindow* parent) : Panel(parent)
{
    password_ = make_line(*this, pdf_words::password_label(), true);
    save_protected_ = make_main_button(*this, pdf_words::save_protected_button());
    save_plain_ = make_button(*this, pdf_words::save_plain_button());
    lay_out();
    bind_gestures();
    draw();
    Hide();
}

void PdfSaving::lay_out()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(new Paragraph(this, pdf_words::protect_caption(), Paragraph::Tone::quiet),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    add_field(*column, *this, pdf_words::password_label(), *password_);
    column->Add(save_protected_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
    column->Add(save_plain_, wxSizerFlags().Expand());
    SetSizer(column);
}

void PdfSaving::bind_gestures()
{
    const auto save = [this](bool with_password) {
        return [this, with_password](wxCommandEvent&) {
            guarded(*this, [&] { on_save(with_password ? std::optional{utf8(password_->GetValue())} : std::nullopt); });
        };
    };
    save_protected_->Bind(wxEVT_BUTTON, save(true));
    save_plain_->Bind(wxEVT_BUTTON, save(false));
    password_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) { draw(); });
}

void PdfSaving::draw()
{
    save_protected_->Enable(is_allowed_ && !password_->IsEmpty());
    save_plain_->Enable(is_allowed_);
}

void PdfSaving::show(bool is_shown)
{
    Show(is_shown);
    GetParent()->Layout();
}

void PdfSaving::toggle()
{
    show(!IsShown());
    if (IsShown()) {
        password_->SetFocus();
    }
}

void PdfSaving::allow(bool is_allowed)
{
    is_allowed_ = is_allowed;
    draw();
}

void PdfSaving::finish()
{
    password_->Clear();
    show(false);
}

} // namespace app
