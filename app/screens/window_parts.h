#pragma once

#include <wx/window.h>

#include <functional>
#include <vector>

namespace app {

/// A part of the window that a key leads to.
struct WindowPart {
    wxWindow* window = nullptr;
    std::function<void()> focus{}; ///< Puts the keyboard where work in it begins.
};

/// Puts the keyboard into the first control of `part` that takes it; false, and it stays, when there is none.
bool focus_into(wxWindow& part);

/// Leads from the part that has the keyboard to the next one in sight (`step` 1) or the one before (-1), and around the
/// end; parts that have nothing for the keyboard are passed over.
void walk_parts(const std::vector<WindowPart>& parts, int step);

} // namespace app
