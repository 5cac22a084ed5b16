#include "app/screens/empty_panel.h"

#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/theme.h"

namespace app {

EmptyPanel::EmptyPanel(wxWindow* parent, std::string_view heading, std::string_view words, std::string_view button,
                       const std::function<void()>& act)
    : Panel(parent)
{
    give_style(*this, "mendline-page");
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*this, heading), wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(new Paragraph(this, words, Paragraph::Tone::quiet),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    if (!button.empty()) {
        wxButton* offer = make_main_button(*this, button);
        offer->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { guarded(*this, act); });
        column->Add(offer);
    }
    column->Add(px(*this, 440), 0); // As wide as this.
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->AddStretchSpacer(2);
    page->Add(column, wxSizerFlags().CentreHorizontal().Border(wxALL, px(*this, gap::page)));
    page->AddStretchSpacer(3);
    SetSizer(page);
}

} // namespace app
