#pragma once

#include <wx/panel.h>
#include <wx/scrolwin.h>
#include <wx/textctrl.h>
#include <wx/weakref.h>

namespace app {

/// A page that scrolls up and down, with paragraphs that wrap at its width. It follows the caret of the text that is
/// being written, until somebody scrolls away from it.
class ScrolledPage : public wxScrolledWindow {
public:
    explicit ScrolledPage(wxWindow* parent);

    /// What scrolls: the parent of all that stands on the page. Needs a sizer.
    wxPanel& content() { return *content_; }

    /// Lays everything out until the heights that follow from widths stand still.
    bool Layout() override;

    /// Scrolls as little as needed to bring `place` of `window` into sight.
    void reveal(const wxWindow& window, const wxRect& place);
    /// The same for the whole of `window`, unless it is higher than the page.
    void reveal_all_of(const wxWindow& window);

private:
    void bind_following();
    void follow(wxTextCtrl& text);
    void reveal_caret();
    void reveal_soon();

    wxPanel* content_ = nullptr;
    bool is_laying_out_ = false;
    wxWeakRef<wxTextCtrl> followed_; ///< The text whose caret has to stay in sight.
};

/// Lays out everything around a part that takes more or less room than before, up to the page it stands on.
void lay_out_around(wxWindow& part);

} // namespace app
