#include "app/screens/tab_bar.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/panel.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/main_words.h"

#include <wx/sizer.h>

#include <utility>

namespace app {

TabBar::TabBar(wxWindow* parent, std::function<Tab*(TabKind, wxWindow*)> make)
    : wxNotebook(parent, wxID_ANY), make_{std::move(make)}
{
    give_style(*this, "mendline-tabs");
    set_accessible_name(*this, main_words::tabs_label());
    for (std::size_t index = 0; index < tabs_.size(); ++index) {
        auto* page = new Panel(this);
        page->SetSizer(new wxBoxSizer(wxVERTICAL));
        AddPage(page, wxControl::EscapeMnemonics(shown(main_words::tab_name(index))));
    }
    Bind(wxEVT_NOTEBOOK_PAGE_CHANGING, [this](wxBookCtrlEvent& event) {
        const int from = event.GetOldSelection();
        Tab* tab = from != wxNOT_FOUND ? tabs_.at(static_cast<std::size_t>(from)) : nullptr;
        bool may_leave = tab == nullptr || event.GetEventObject() != this;
        if (!may_leave) {
            guarded(*this, [&] { may_leave = tab->leave(); });
        }
        if (!may_leave) {
            event.Veto();
        }
    });
    Bind(wxEVT_NOTEBOOK_PAGE_CHANGED, [this](wxBookCtrlEvent& event) {
        if (event.GetEventObject() == this && event.GetSelection() != wxNOT_FOUND) {
            guarded(*this, [&] { built(static_cast<std::size_t>(event.GetSelection())); });
        }
        event.Skip();
    });
}

bool TabBar::show(TabKind kind)
{
    const auto index = static_cast<std::size_t>(kind);
    if (GetSelection() != static_cast<int>(index)) {
        SetSelection(index);
    }
    return GetSelection() == static_cast<int>(index);
}

Tab& TabBar::tab()
{
    return built(static_cast<std::size_t>(GetSelection()));
}

void TabBar::each(const std::function<void(Tab&)>& act)
{
    each_with_kind([&](TabKind, Tab& tab) { act(tab); });
}

void TabBar::each_with_kind(const std::function<void(TabKind, Tab&)>& act)
{
    for (std::size_t index = 0; index < tabs_.size(); ++index) {
        if (Tab* const tab = tabs_.at(index); tab != nullptr) {
            act(static_cast<TabKind>(index), *tab);
        }
    }
}

Tab& TabBar::built(std::size_t index)
{
    if (tabs_.at(index) == nullptr) {
        wxWindow* page = GetPage(index);
        tabs_.at(index) = make_(static_cast<TabKind>(index), page);
        page->GetSizer()->Add(tabs_.at(index), wxSizerFlags(1).Expand());
        page->Layout();
    }
    return *tabs_.at(index);
}

} // namespace app
