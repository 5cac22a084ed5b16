#pragma once

#include <wx/event.h> // Before weakref.h, which includes nothing for the std::is_base_of it uses.
#include <wx/weakref.h>
#include <wx/window.h>

#include <functional>
#include <string_view>

namespace app {

/// The line between two columns, by which the mouse or the arrow keys make the left one wider or narrower. Tab passes
/// it by; a command leads to it, and Enter or Escape back to where the keyboard was.
class Sash : public wxWindow {
public:
    Sash(wxWindow* parent, std::string_view accessible_name);

    std::function<void(int)> on_move = [](int) {}; ///< By so many pixels to the right; may be negative.
    std::function<void()> on_reset = [] {};        ///< A double click: as for a new user.
    std::function<void()> on_settled = [] {};      ///< It stays where it is now.

    /// Gives it the keyboard.
    void take_keyboard();

    bool AcceptsFocusFromKeyboard() const override { return false; }

private:
    void bind_gestures();
    void paint();
    void heed_key(wxKeyEvent& key);
    void drag(const wxMouseEvent& mouse);

    int grasped_at_ = 0; ///< Where in it the mouse took it.
    wxWeakRef<wxWindow> focus_before_;
};

} // namespace app
