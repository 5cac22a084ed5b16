#include "app/screens/sash.h"

#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"

#include <wx/dcclient.h>

namespace app {

Sash::Sash(wxWindow* parent, std::string_view accessible_name)
    : wxWindow(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxBORDER_NONE)
{
    SetMinSize({px(*this, gap::small), -1});
    SetCursor(wxCursor{wxCURSOR_SIZEWE});
    set_accessible_name(*this, accessible_name);
    set_accessible_role(*this, AccessibleRole::divider);
    bind_gestures();
}

void Sash::take_keyboard()
{
    if (!HasFocus()) {
        focus_before_ = FindFocus();
        SetFocus();
    }
}

void Sash::bind_gestures()
{
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint(); });
    const auto redraw = [this](wxFocusEvent& focus) {
        Refresh();
        focus.Skip();
    };
    Bind(wxEVT_SET_FOCUS, redraw);
    Bind(wxEVT_KILL_FOCUS, redraw);
    Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& key) { heed_key(key); });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& mouse) {
        grasped_at_ = mouse.GetX();
        CaptureMouse();
    });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& mouse) { drag(mouse); });
    Bind(wxEVT_LEFT_UP, [this](wxMouseEvent&) {
        if (HasCapture()) {
            ReleaseMouse();
            guarded(*this, on_settled);
        }
    });
    Bind(wxEVT_MOUSE_CAPTURE_LOST, [this](wxMouseCaptureLostEvent&) { guarded(*this, on_settled); });
    Bind(wxEVT_LEFT_DCLICK, [this](wxMouseEvent&) {
        guarded(*this, [this] {
            on_reset();
            on_settled();
        });
    });
}

void Sash::paint()
{
    wxPaintDC canvas{this};
    const Palette palette = screen_palette(*this);
    const wxSize size = GetClientSize();
    // As broad as a finger needs, but a line to the eye.
    const int line = HasFocus() ? px(*this, gap::hair) : 1;
    canvas.SetPen(*wxTRANSPARENT_PEN);
    canvas.SetBrush(wxBrush{toolkit_colour(HasFocus() ? palette.accent : palette.hairline)});
    canvas.DrawRectangle(0, 0, line, size.y);
}

void Sash::drag(const wxMouseEvent& mouse)
{
    if (HasCapture() && mouse.GetX() != grasped_at_) {
        guarded(*this, [&] { on_move(mouse.GetX() - grasped_at_); });
    }
}

void Sash::heed_key(wxKeyEvent& key)
{
    const int step = px(*this, gap::large);
    switch (key.GetKeyCode()) {
    case WXK_LEFT:
    case WXK_RIGHT:
        guarded(*this, [&] {
            on_move(key.GetKeyCode() == WXK_LEFT ? -step : step);
            on_settled();
        });
        return;
    case WXK_HOME:
        guarded(*this, [this] {
            on_reset();
            on_settled();
        });
        return;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
    case WXK_ESCAPE:
        if (focus_before_) {
            focus_before_->SetFocus();
        }
        return;
    default:
        key.Skip();
    }
}

} // namespace app
