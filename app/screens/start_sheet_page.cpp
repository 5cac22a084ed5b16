#include "app/output/files.h"
#include "app/output/recovery_sheet.h"
#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/start_pages.h"
#include "app/screens/text.h"
#include "app/words/button_words.h"

#include <wx/filedlg.h>
#include <wx/stdpaths.h>

namespace app {

SheetPage::SheetPage(wxWindow* parent, StartPresenter& presenter, std::string made_on)
    : StartPageView(parent, presenter), made_on_{std::move(made_on)}
{
    add_heading(start::sheet_heading(), start::sheet_explanation());
    const auto& screen = presenter.screen();
    save_ = make_main_button(*this, start::save_sheet());
    paper_ = new wxChoice(this, wxID_ANY);
    paper_->Append("A4");
    paper_->Append("Letter");
    paper_->SetSelection(0);
    set_accessible_name(*paper_, start::paper_label());
    saved_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    first_ = make_line(*this, start::group_label(screen.first_group));
    second_ = make_line(*this, start::group_label(screen.second_group));
    finish_ = make_main_button(*this, start::finish());
    lay_out();
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { save_sheet(); }); });
    finish_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { finish(); });
}

void SheetPage::lay_out()
{
    const auto& screen = presenter().screen();
    auto* sheet = new wxBoxSizer(wxHORIZONTAL);
    sheet->Add(save_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    sheet->Add(paper_, wxSizerFlags().CentreVertical());
    column().Add(sheet, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    column().Add(saved_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column().Add(new Paragraph(this, start::type_back(screen.first_group, screen.second_group)),
                 wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, px(*this, gap::medium)));
    auto* groups = new wxFlexGridSizer(2, px(*this, gap::hair), px(*this, gap::large));
    groups->Add(new wxStaticText(this, wxID_ANY, shown(start::group_label(screen.first_group))));
    groups->Add(new wxStaticText(this, wxID_ANY, shown(start::group_label(screen.second_group))));
    groups->Add(first_);
    groups->Add(second_);
    column().Add(groups, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    add_foot({finish_, make_back_button(back_button())}, {});
}

void SheetPage::draw(const StartPresenter::Screen& screen)
{
    StartPageView::draw(screen);
    for (wxWindow* control : std::initializer_list<wxWindow*>{first_, second_, finish_}) {
        control->Enable(screen.sheet_is_saved && !screen.is_busy);
    }
}

void SheetPage::save_sheet()
{
    const auto* sheet = presenter().sheet();
    wxFileDialog dialog{this,
                        wxString{},
                        wxStandardPaths::Get().GetDocumentsDir(),
                        shown(start::sheet_file(presenter().screen().casebook)),
                        "*.pdf",
                        wxFD_SAVE | wxFD_OVERWRITE_PROMPT};
    if (sheet == nullptr || dialog.ShowModal() != wxID_OK) {
        return;
    }
    const RecoverySheet facts{.casebook_name = presenter().screen().casebook,
                              .made_on = made_on_,
                              .code = sheet->code.text(),
                              .payload = sheet->slot};
    const Paper paper = paper_->GetSelection() == 0 ? Paper::a4 : Paper::letter;
    const auto page = recovery_page(facts, paper, PangoRuler{});
    const bool is_saved =
        page && !write_file(utf8(dialog.GetPath()), pdf_of({&*page, 1}, {.title = start::sheet_heading()}));
    presenter().sheet_was_saved(is_saved);
    if (is_saved) {
        saved_->say(start::sheet_saved(utf8(dialog.GetPath())));
        first_->SetFocus();
    }
}

void SheetPage::finish()
{
    guarded(*this, [this] { presenter().finish(utf8(first_->GetValue()), utf8(second_->GetValue())); });
}

} // namespace app
