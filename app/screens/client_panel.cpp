#include "app/screens/client_panel.h"

#include "app/screens/client_tabs.h"
#include "app/screens/layout.h"
#include "app/screens/theme.h"

namespace app {

ClientPanel::ClientPanel(wxWindow* parent, const Workplace& place, model::ClientId client, TabKind first)
    : wxPanel(parent), place_{place}, client_{client}
{
    give_style(*this, "mendline-page");
    header_ = new ClientHeader(this, place_, client);
    notices_ = new NoticesStrip(this, place_, client);
    tabs_ = new TabBar(this, [this](TabKind kind, wxWindow* page) { return make_tab(kind, page, place_, client_); });

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(header_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, px(*this, gap::page)));
    column->AddSpacer(px(*this, gap::small));
    column->Add(notices_, wxSizerFlags().Expand());
    column->Add(tabs_, wxSizerFlags(1).Expand());
    SetSizer(column);
    tabs_->show(first);
    tabs_->tab();
}

bool ClientPanel::leave()
{
    bool is_kept = notices_->leave();
    tabs_->each([&](Tab& tab) { is_kept = tab.leave() && is_kept; });
    return is_kept;
}

void ClientPanel::names_changed()
{
    header_->names_changed();
    tabs_->each([](Tab& tab) { tab.names_changed(); });
}

} // namespace app
