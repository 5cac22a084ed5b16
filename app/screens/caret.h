#pragma once

#include <wx/gdicmn.h>

#include <functional>

class wxTextCtrl;

namespace app {

/// Where the caret of a text of several lines stands, in the text's own pixels, line by line high.
wxRect caret_place(const wxTextCtrl& text);

/// What is done when the caret of a text stands elsewhere.
struct CaretWatch {
    std::function<void()> moved{}; ///< It was moved, or the text was changed.
    std::function<void()> sized{}; ///< The text found another size or place.
};

/// Watches the caret of a text of several lines. Asked again for the same text it does nothing.
void watch_caret(wxTextCtrl& text, const CaretWatch& watch);

} // namespace app
