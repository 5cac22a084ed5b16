#pragma once

#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/weakref.h>

#include <functional>
#include <string_view>

namespace app {

/// Asks, within a tab, what shall become of what was typed and not kept, before the tab goes away.
class UnsavedQuestion : public Panel {
public:
    explicit UnsavedQuestion(wxWindow* parent);

    std::function<void()> on_keep = [] {};
    std::function<void()> on_throw_away = [] {};

    /// Asks `question`, or nothing when it is empty. A new question takes the keyboard. Who keeps what was typed, which
    /// Escape does too, goes on where they were; from elsewhere `on_keep` leads them there.
    void ask(std::string_view question);

    /// Whether such a question stands in sight there.
    static bool is_asked_in(const wxWindow& place);

private:
    void keep();

    wxWeakRef<wxWindow> before_{}; ///< What had the keyboard on this page before.
    Paragraph* question_ = nullptr;
    wxButton* keep_ = nullptr;
    wxButton* throw_away_ = nullptr;
};

} // namespace app
