#include "app/screens/help_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/escape.h"
#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"
#include "app/words/button_words.h"
#include "app/words/main_words.h"

namespace app {

HelpPanel::HelpPanel(wxWindow* parent, const std::function<void()>& on_done)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, unplaced)
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*this, main_words::help_heading()),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(new Paragraph(this, main_words::help_words(), Paragraph::Tone::quiet),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    auto* keys = new wxFlexGridSizer(2, px(*this, gap::small), px(*this, gap::large));
    for (const auto& [key, what_it_does] : main_words::help_keys()) {
        keys->Add(make_caption(*this, key));
        keys->Add(new wxStaticText(this, wxID_ANY, shown(what_it_does)));
    }
    column->Add(keys, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(new Paragraph(this, main_words::about_words(MENDLINE_VERSION), Paragraph::Tone::quiet),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    wxButton* close = make_button(*this, close_button());
    close->Bind(wxEVT_BUTTON, [this, on_done](wxCommandEvent&) { guarded(*this, on_done); });
    lead_back_on_escape(*this, on_done);
    column->Add(close);
    column->Add(px(*this, 440), 0); // As wide as this.
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
    SetScrollRate(0, px(*this, gap::large));
    set_accessible_name(*this, main_words::help_heading());
    set_accessible_role(*this, AccessibleRole::reading);
}

void HelpPanel::focus_first()
{
    SetFocusIgnoringChildren();
}

} // namespace app
