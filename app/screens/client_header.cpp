#include "app/screens/client_header.h"

#include "app/screens/layout.h"
#include "app/screens/text.h"

namespace app {

ClientHeader::ClientHeader(wxWindow* parent, const Workplace& place, model::ClientId client)
    : wxPanel(parent), presenter_{place, client}
{
    title_ = make_heading(*this, {});
    facts_ = new wxStaticText(this, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxST_ELLIPSIZE_END);
    colour_quiet(*facts_);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(title_, wxSizerFlags().Bottom().Border(wxRIGHT, px(*this, gap::large)));
    row->Add(facts_, wxSizerFlags(1).Bottom().Border(wxBOTTOM, px(*this, 2)));
    SetSizer(row);
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    draw(presenter_.screen());
}

void ClientHeader::draw(const HeaderPresenter::Screen& screen)
{
    title_->SetLabelText(shown(screen.title));
    facts_->SetLabelText(shown(screen.facts));
    facts_->SetMinSize({1, -1});
    Layout();
}

} // namespace app
