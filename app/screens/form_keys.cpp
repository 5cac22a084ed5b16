#include "app/screens/form_keys.h"

#include "app/screens/escape.h"
#include "app/screens/guarded.h"

#include <wx/textctrl.h>

#include <algorithm>
#include <vector>

namespace app {

namespace {

/// The lines below `place` that somebody can type into, in the order of the keyboard.
void collect_lines(wxWindow& place, std::vector<wxTextCtrl*>& lines)
{
    for (wxWindow* child : place.GetChildren()) {
        if (!child->IsShown()) {
            continue;
        }
        auto* line = dynamic_cast<wxTextCtrl*>(child);
        if (line != nullptr && line->IsSingleLine() && line->IsEditable() && line->IsThisEnabled()) {
            lines.push_back(line);
        }
        collect_lines(*child, lines);
    }
}

/// Whether Enter was pressed in a line of the form.
bool heed_enter(wxWindow& form, const std::function<void()>& keep)
{
    std::vector<wxTextCtrl*> lines;
    collect_lines(form, lines);
    const auto at = std::ranges::find(lines, dynamic_cast<wxTextCtrl*>(wxWindow::FindFocus()));
    if (at == lines.end()) {
        return false;
    }
    const auto empty = std::find_if(at + 1, lines.end(), [](const wxTextCtrl* line) { return line->IsEmpty(); });
    if (empty == lines.end()) {
        guarded(form, keep);
    } else {
        (*empty)->SetFocus();
    }
    return true;
}

} // namespace

void give_form_keys(wxWindow& form, const std::function<void()>& keep, const std::function<void()>& cancel)
{
    form.Bind(wxEVT_CHAR_HOOK, [&form, keep](wxKeyEvent& key) {
        const bool is_enter = key.GetKeyCode() == WXK_RETURN || key.GetKeyCode() == WXK_NUMPAD_ENTER;
        if (is_enter && key.GetModifiers() == wxMOD_CONTROL) {
            guarded(form, keep);
        } else if (!is_enter || key.HasAnyModifiers() || !heed_enter(form, keep)) {
            key.Skip();
        }
    });
    lead_back_on_escape(form, cancel);
}

} // namespace app
