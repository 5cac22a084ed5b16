#pragma once

#include "app/presenters/workplace.h"
#include "app/screens/tab.h"

#include <wx/notebook.h>

#include <array>
#include <functional>

namespace app {

/// The six tabs of a client, each built when it is first shown.
class TabBar : public wxNotebook {
public:
    /// `make` builds a tab of one kind as a child of the window it is given.
    TabBar(wxWindow* parent, std::function<Tab*(TabKind, wxWindow*)> make);

    /// Shows a tab; false when the one in front could not keep what was typed and stays.
    bool show(TabKind kind);

    TabKind kind() const { return static_cast<TabKind>(GetSelection()); }

    /// The tab in front.
    Tab& tab();

    /// Calls `act` for each tab that has been built.
    void each(const std::function<void(Tab&)>& act);
    void each_with_kind(const std::function<void(TabKind, Tab&)>& act);

private:
    Tab& built(std::size_t index);

    std::function<Tab*(TabKind, wxWindow*)> make_;
    std::array<Tab*, 6> tabs_{};
};

} // namespace app
