#include "app/screens/escape.h"

#include "app/screens/guarded.h"

#include <wx/weakref.h>

namespace app {

void lead_back_on_escape(wxWindow& page, const std::function<void()>& lead_back)
{
    page.Bind(wxEVT_CHAR_HOOK, [&page, lead_back](wxKeyEvent& key) {
        if (key.GetKeyCode() != WXK_ESCAPE || key.HasAnyModifiers()) {
            key.Skip();
            return;
        }
        // The key is still at work in the page.
        page.CallAfter([window = wxWeakRef<wxWindow>{&page}, lead_back] {
            if (window) {
                guarded(*window, lead_back);
            }
        });
    });
}

} // namespace app
