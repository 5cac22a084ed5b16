#pragma once

#include <wx/panel.h>

namespace app {

/// A panel that lays out what is in it once it has found its own place.
///
/// Before that it has the few pixels every new window has. What was laid out in so little room would stay there until
/// the toolkit comes to it, complaining of fields that are narrower than their frames.
class Panel : public wxPanel {
public:
    using wxPanel::wxPanel;

    bool Layout() override
    {
        constexpr int narrowest = 40; // In pixels of the display, as the toolkit's 20 for a new window.
        return GetSize().x >= narrowest && wxPanel::Layout();
    }
};

} // namespace app
