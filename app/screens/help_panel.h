#pragma once

#include <wx/scrolwin.h>

#include <functional>

namespace app {

/// The keys of the program, and what it is.
class HelpPanel : public wxScrolledWindow {
public:
    HelpPanel(wxWindow* parent, const std::function<void()>& on_done);

    /// Puts the keyboard on the page itself, whose arrow keys then scroll it.
    void focus_first();
};

} // namespace app
