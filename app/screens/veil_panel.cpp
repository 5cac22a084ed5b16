#include "app/screens/veil_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/theme.h"
#include "app/words/lock_words.h"

#include <utility>

namespace app {

VeilPanel::VeilPanel(wxWindow* parent, std::function<void()> on_give_up) : Panel(parent)
{
    give_style(*this, "mendline-page");
    words_ = new Paragraph(this, {});
    wxButton* give_up = make_button(*this, lock_words::lock_without_saving());
    give_up->Bind(wxEVT_BUTTON, [this, on_give_up = std::move(on_give_up)](wxCommandEvent&) {
        // It takes this page away, which must not happen inside its own button.
        CallAfter([window = GetParent(), on_give_up] { guarded(*window, on_give_up); });
    });

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*this, lock_words::veil_heading()),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(words_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(give_up);
    column->Add(px(*this, 440), 0); // As wide as this.
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->AddStretchSpacer(2);
    page->Add(column, wxSizerFlags().CentreHorizontal().Border(wxALL, px(*this, gap::page)));
    page->AddStretchSpacer(3);
    SetSizer(page);
}

void VeilPanel::say(const std::string& trouble)
{
    words_->say(lock_words::veiled(trouble));
    say_aloud(*this, lock_words::veiled(trouble));
}

} // namespace app
