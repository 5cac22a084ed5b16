#include "app/screens/scrolled_page.h"

#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/unplaced.h"

#include <wx/sizer.h>
#include <wx/weakref.h>

namespace app {

namespace {

void lay_out_below(wxWindow& window)
{
    for (wxWindow* child : window.GetChildren()) {
        if (child->IsShown() && child->GetSizer() != nullptr) {
            child->Layout();
            lay_out_below(*child);
        }
    }
}

} // namespace

ScrolledPage::ScrolledPage(wxWindow* parent)
    : wxScrolledWindow(parent, wxID_ANY, wxDefaultPosition, unplaced, wxVSCROLL | wxTAB_TRAVERSAL)
{
    SetScrollRate(0, px(*this, gap::large));
    // One visible child: the toolkit complains of hidden ones when it scrolls.
    content_ = new Panel(this);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(content_, wxSizerFlags(1).Expand());
    SetSizer(all);
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& focus) {
        focus.Skip();
        reveal_all_of(*focus.GetWindow());
        // Where it stands may still change: what appears with it has not found its place.
        CallAfter([this, now = wxWeakRef<wxWindow>{focus.GetWindow()}] {
            if (now && now->HasFocus()) {
                reveal_all_of(*now);
            }
        });
    });
}

bool ScrolledPage::Layout()
{
    if (is_laying_out_ || content_->GetSizer() == nullptr) {
        return wxScrolledWindow::Layout();
    }
    // A paragraph knows its height once it has its width; each row or panel around it takes another pass to hear of it.
    constexpr int most_passes = 6;
    if (GetSize().x <= unplaced.x) {
        return false;
    }
    is_laying_out_ = true;
    int height = -1;
    for (int pass = 0; pass < most_passes; ++pass) {
        FitInside();
        wxScrolledWindow::Layout();
        lay_out_below(*this);
        const int now = GetSizer()->CalcMin().y;
        if (now == height) {
            break;
        }
        height = now;
    }
    is_laying_out_ = false;
    return true;
}

void ScrolledPage::reveal_all_of(const wxWindow& window)
{
    if (window.GetSize().y < GetClientSize().y) {
        reveal(window, wxRect{window.GetSize()});
    }
}

void ScrolledPage::reveal(const wxWindow& window, const wxRect& place)
{
    int rate = 1;
    GetScrollPixelsPerUnit(nullptr, &rate);
    const int top = ScreenToClient(window.ClientToScreen(place.GetTopLeft())).y;
    const int above = -top;
    const int below = top + place.height - GetClientSize().y;
    const auto steps = [&](int distance) { return (distance + rate - 1) / rate; };
    if (above > 0) {
        Scroll(-1, GetViewStart().y - steps(above));
    } else if (below > 0) {
        Scroll(-1, GetViewStart().y + steps(below));
    }
}

} // namespace app
