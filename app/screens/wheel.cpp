#include "app/screens/wheel.h"

#include <gtk/gtk.h>
#include <wx/calctrl.h>
#include <wx/choice.h>
#include <wx/combobox.h>
#include <wx/scrolwin.h>
#include <wx/slider.h>
#include <wx/spinctrl.h>
#include <wx/textctrl.h>

namespace app {

namespace {

bool would_change_by_wheel(const wxWindow& control)
{
    return dynamic_cast<const wxChoice*>(&control) != nullptr || dynamic_cast<const wxComboBox*>(&control) != nullptr ||
           dynamic_cast<const wxSpinCtrl*>(&control) != nullptr ||
           dynamic_cast<const wxSpinCtrlDouble*>(&control) != nullptr ||
           dynamic_cast<const wxSpinButton*>(&control) != nullptr ||
           dynamic_cast<const wxSlider*>(&control) != nullptr ||
           dynamic_cast<const wxCalendarCtrlBase*>(&control) != nullptr;
}

/// Whether a text that the keyboard is in has more above or below than it shows, in the direction of the wheel.
bool scrolls_inside(const wxTextCtrl& text, bool is_upward)
{
    if (!text.IsMultiLine() || !text.HasFocus()) {
        return false;
    }
    GtkAdjustment* inside = gtk_scrolled_window_get_vadjustment(GTK_SCROLLED_WINDOW(text.GetHandle()));
    const double at = gtk_adjustment_get_value(inside);
    const double last = gtk_adjustment_get_upper(inside) - gtk_adjustment_get_page_size(inside);
    return is_upward ? at > gtk_adjustment_get_lower(inside) : at < last;
}

/// The page around a control that is longer than its window; null when all of it is in sight.
wxScrolledWindow* page_to_scroll(const wxWindow& control)
{
    for (wxWindow* place = control.GetParent(); place != nullptr; place = place->GetParent()) {
        auto* page = dynamic_cast<wxScrolledWindow*>(place);
        if (page != nullptr && page->GetVirtualSize().y > page->GetClientSize().y) {
            return page;
        }
    }
    return nullptr;
}

} // namespace

WheelToPage::WheelToPage()
{
    wxEvtHandler::AddFilter(this);
}

WheelToPage::~WheelToPage()
{
    wxEvtHandler::RemoveFilter(this);
}

int WheelToPage::FilterEvent(wxEvent& event)
{
    if (event.GetEventType() != wxEVT_MOUSEWHEEL) {
        return Event_Skip;
    }
    const auto* control = dynamic_cast<wxWindow*>(event.GetEventObject());
    const auto* text = dynamic_cast<const wxTextCtrl*>(control);
    auto& wheel = static_cast<wxMouseEvent&>(event);
    if (control == nullptr || (text == nullptr && !would_change_by_wheel(*control)) ||
        (text != nullptr && scrolls_inside(*text, wheel.GetWheelRotation() > 0))) {
        return Event_Skip;
    }
    if (wxScrolledWindow* const page = page_to_scroll(*control)) {
        page->HandleOnMouseWheel(wheel);
    }
    return Event_Processed;
}

} // namespace app
