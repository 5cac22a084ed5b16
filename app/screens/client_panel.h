#pragma once

#include "app/presenters/workplace.h"
#include "app/screens/client_header.h"
#include "app/screens/notices_strip.h"
#include "app/screens/panel.h"
#include "app/screens/tab_bar.h"

#include <vector>

namespace app {

/// Everything about one client: the header, what waits to be reviewed, and the six tabs.
class ClientPanel : public Panel {
public:
    ClientPanel(wxWindow* parent, const Workplace& place, model::ClientId client, TabKind first);

    model::ClientId client() const { return client_; }
    TabBar& tabs() { return *tabs_; }
    const ClientHeader& header() const { return *header_; }

    /// Keeps what was typed in any tab; false when that failed.
    bool leave();

    /// Keeps what can be kept, and hands out what is typed and may be kept nowhere.
    std::vector<storage::LeftOpen::Typed> leave_open();

    /// Puts it back. Hands out what found no field.
    std::vector<storage::LeftOpen::Typed> take_up(const std::vector<storage::LeftOpen::Typed>& typed);

    /// Where such a field stands, for `LeftOpen`: the tab, or -1.
    int place_of(const wxWindow& field);

    /// The parts of the page, from what waits to be reviewed to those of the tab in front.
    std::vector<WindowPart> parts();

    void names_changed();

private:
    Workplace place_; ///< The tabs refer to this one.
    model::ClientId client_;
    ClientHeader* header_ = nullptr;
    NoticesStrip* notices_ = nullptr;
    TabBar* tabs_ = nullptr;
};

} // namespace app
