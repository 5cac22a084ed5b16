#include "app/screens/window_parts.h"

#include <algorithm>
#include <cstddef>

namespace app {

namespace {

wxWindow* first_with_keyboard(wxWindow& place)
{
    if (!place.IsShown() || !place.IsEnabled()) {
        return nullptr;
    }
    for (wxWindow* child : place.GetChildren()) {
        if (wxWindow* found = first_with_keyboard(*child)) {
            return found;
        }
    }
    return place.GetChildren().empty() && place.AcceptsFocusFromKeyboard() ? &place : nullptr;
}

bool has_keyboard(const wxWindow& part)
{
    const wxWindow* focus = wxWindow::FindFocus();
    return focus != nullptr && (focus == &part || part.IsDescendant(const_cast<wxWindow*>(focus)));
}

} // namespace

bool focus_into(wxWindow& part)
{
    wxWindow* const first = first_with_keyboard(part);
    if (first != nullptr) {
        first->SetFocus();
    }
    return first != nullptr;
}

void walk_parts(const std::vector<WindowPart>& parts, int step)
{
    const auto count = static_cast<std::ptrdiff_t>(parts.size());
    const auto now = std::ranges::find_if(parts, [](const WindowPart& part) { return has_keyboard(*part.window); });
    // From nowhere, the first step leads to the first part, or to the last one.
    const std::ptrdiff_t from = now != parts.end() ? now - parts.begin() : (step > 0 ? -1 : count);
    for (std::ptrdiff_t steps = 1; steps <= count; ++steps) {
        const auto next = static_cast<std::size_t>(((from + step * steps) % count + count) % count);
        const WindowPart& part = parts[next];
        if (part.window->IsShownOnScreen() && first_with_keyboard(*part.window) != nullptr) {
            part.focus();
            return;
        }
    }
}

} // namespace app
