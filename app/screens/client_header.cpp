#include "app/screens/client_header.h"

#include "app/screens/layout.h"
#include "app/screens/text.h"

#include <wx/weakref.h>

namespace app {

ClientHeader::ClientHeader(wxWindow* parent, const Workplace& place, model::ClientId client)
    : wxPanel(parent), presenter_{place, client}
{
    title_ = make_heading(*this, {});
    facts_ = new wxStaticText(this, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    colour_quiet(*facts_);
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        size.Skip();
        arrange();
    });
    arrange();
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    draw(presenter_.screen());
}

void ClientHeader::draw(const HeaderPresenter::Screen& screen)
{
    title_->SetLabelText(shown(screen.title));
    facts_->SetLabelText(shown(screen.facts));
    facts_->SetMinSize({1, -1});
    arrange();
}

void ClientHeader::arrange()
{
    const int beside = title_->GetBestSize().x + px(*this, gap::large) + facts_->GetTextExtent(facts_->GetLabel()).x;
    const bool fits = beside <= GetClientSize().x;
    if (fits != is_one_line_) {
        SetSizer(nullptr); // Lets go of both.
        auto* all = new wxBoxSizer(fits ? wxHORIZONTAL : wxVERTICAL);
        all->Add(title_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::large)));
        all->Add(facts_,
                 fits ? wxSizerFlags(1).Bottom().Border(wxBOTTOM, px(*this, gap::hair) / 2) : wxSizerFlags().Expand());
        SetSizer(all);
        is_one_line_ = fits;
        // What stands below moves with the height.
        CallAfter([parent = wxWeakRef<wxWindow>{GetParent()}] {
            if (parent) {
                parent->Layout();
            }
        });
    }
    Layout();
}

} // namespace app
