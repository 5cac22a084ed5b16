#include "app/screens/scrolled_page.h"

#include "app/screens/caret.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/unplaced.h"

#include <wx/sizer.h>

#include <algorithm>

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
    bind_following();
}

void ScrolledPage::bind_following()
{
    for (const auto& scrolled :
         {wxEVT_SCROLLWIN_TOP, wxEVT_SCROLLWIN_BOTTOM, wxEVT_SCROLLWIN_LINEUP, wxEVT_SCROLLWIN_LINEDOWN,
          wxEVT_SCROLLWIN_PAGEUP, wxEVT_SCROLLWIN_PAGEDOWN, wxEVT_SCROLLWIN_THUMBTRACK}) {
        Bind(scrolled, [this](wxScrollWinEvent& scroll) {
            followed_ = nullptr;
            scroll.Skip();
        });
    }
    Bind(wxEVT_CHILD_FOCUS, [this](wxChildFocusEvent& focus) {
        focus.Skip();
        reveal_all_of(*focus.GetWindow());
        if (auto* text = dynamic_cast<wxTextCtrl*>(focus.GetWindow()); text != nullptr && text->IsMultiLine()) {
            follow(*text);
        }
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
    reveal_caret();
    return true;
}

void ScrolledPage::follow(wxTextCtrl& text)
{
    // Writing in it brings a page back that was scrolled away; that it moves with the page does not.
    watch_caret(text, {.moved =
                           [this, &text] {
                               if (text.HasFocus()) {
                                   followed_ = &text;
                                   reveal_soon();
                               }
                           },
                       .sized = [this] { reveal_caret(); }});
    followed_ = &text;
    reveal_soon();
}

/// Not at once: a text that is being changed, or was only just made, does not know yet where its lines are.
void ScrolledPage::reveal_soon()
{
    CallAfter([this] { reveal_caret(); });
}

void ScrolledPage::reveal_caret()
{
    if (!followed_ || !followed_->HasFocus() || is_laying_out_) {
        return;
    }
    const wxRect caret = caret_place(*followed_);
    // A line that the text has no room for yet lies beyond its end; it is revealed once the text has grown.
    const int room = followed_->GetSize().y;
    if (caret.GetTop() < room) {
        reveal(*followed_, wxRect{0, std::max(0, caret.GetTop() - caret.height / 2), 1, 2 * caret.height});
    }
}

void ScrolledPage::reveal_all_of(const wxWindow& window)
{
    // With the words that stand above it and say what it is.
    const int above = window.GetCharHeight() + px(window, gap::small);
    const wxSize size = window.GetSize();
    if (size.y + above < GetClientSize().y) {
        reveal(window, wxRect{0, -above, size.x, size.y + above});
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
        Scroll(-1, std::max(0, GetViewStart().y - steps(above))); // Below 0 means to stay.
    } else if (below > 0) {
        Scroll(-1, GetViewStart().y + steps(below));
    }
}

void lay_out_around(wxWindow& part)
{
    for (wxWindow* around = part.GetParent(); around != nullptr && !around->IsTopLevel();
         around = around->GetParent()) {
        if (around->GetSizer() != nullptr) {
            around->PostSizeEvent();
        }
    }
}

} // namespace app
