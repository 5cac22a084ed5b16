#include "app/screens/client_panel.h"

#include "app/screens/client_tabs.h"
#include "app/screens/layout.h"
#include "app/screens/theme.h"
#include "app/screens/typed_texts.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace app {

namespace {

constexpr int outside_of_tabs = -1;

} // namespace

ClientPanel::ClientPanel(wxWindow* parent, const Workplace& place, model::ClientId client, TabKind first)
    : Panel(parent), place_{place}, client_{client}
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
    notices_->on_all_reviewed = [this] { tabs_->tab().focus_first(); };
    tabs_->show(first);
    tabs_->tab();
}

bool ClientPanel::leave()
{
    bool is_kept = notices_->leave();
    tabs_->each([&](Tab& tab) { is_kept = tab.leave() && is_kept; });
    return is_kept;
}

std::vector<storage::LeftOpen::Typed> ClientPanel::leave_open()
{
    std::vector<storage::LeftOpen::Typed> typed;
    const auto add = [&](wxWindow& place, int number, bool is_kept) {
        std::ranges::move(typed_in(place, number, is_kept), std::back_inserter(typed));
    };
    if (!notices_->leave()) {
        add(*notices_, outside_of_tabs, false);
    }
    tabs_->each_with_kind([&](TabKind kind, Tab& tab) {
        const bool is_kept = tab.leave();
        // A time that cannot be read holds no note back, and no record holds it.
        if (!is_kept || kind == TabKind::sessions) {
            add(tab, static_cast<int>(kind), is_kept);
        }
        std::ranges::move(tab.entered_elsewhere(), std::back_inserter(typed));
    });
    return typed;
}

std::vector<storage::LeftOpen::Typed> ClientPanel::take_up(const std::vector<storage::LeftOpen::Typed>& typed)
{
    const TabKind front = tabs_->kind();
    for (const auto& words : typed) {
        if (words.tab >= 0 && words.tab < static_cast<int>(tabs_->GetPageCount())) {
            tabs_->show(static_cast<TabKind>(words.tab)); // A tab is built when it is first shown.
        }
    }
    tabs_->show(front);
    auto homeless = type_again(*notices_, typed, outside_of_tabs);
    tabs_->each_with_kind([&](TabKind kind, Tab& tab) {
        std::vector<storage::LeftOpen::Typed> of_tab;
        std::ranges::copy_if(typed, std::back_inserter(of_tab),
                             [&](const auto& words) { return words.tab == static_cast<int>(kind); });
        const auto for_fields = tab.open_forms_for(std::move(of_tab));
        std::ranges::move(type_again(tab, for_fields, static_cast<int>(kind)), std::back_inserter(homeless));
    });
    return homeless;
}

int ClientPanel::place_of(const wxWindow& field)
{
    int place = outside_of_tabs;
    tabs_->each_with_kind([&](TabKind kind, Tab& tab) {
        if (tab.IsDescendant(const_cast<wxWindow*>(&field))) {
            place = static_cast<int>(kind);
        }
    });
    return place;
}

std::vector<WindowPart> ClientPanel::parts()
{
    std::vector<WindowPart> parts{{notices_, [this] { focus_into(*notices_); }}};
    std::ranges::move(tabs_->tab().parts(), std::back_inserter(parts));
    return parts;
}

void ClientPanel::names_changed()
{
    header_->names_changed();
    tabs_->each([](Tab& tab) { tab.names_changed(); });
}

} // namespace app
