#pragma once

#include "app/presenters/undo_history.h"

#include <wx/textctrl.h>

#include <functional>
#include <optional>
#include <string>

namespace app {

/// A text of several lines: grows with what is written, takes plain text only, and undoes.
///
/// The toolkit's own field has no undo; the steps are kept by who owns the text, behind `on_undo` and `on_redo`.
class SectionText : public wxTextCtrl {
public:
    SectionText(wxWindow* parent, std::string_view accessible_name, std::string_view hint, int lines);

    /// Text to read, select and copy; no one types here.
    static SectionText* make_read_only(wxWindow* parent, std::string_view accessible_name, std::string_view text);

    /// Shows `text` unless it stands there already; the caret stays where it is.
    void show(std::string_view text);
    void show(const TextState& state);

    /// The text and the caret after each change by the user; false refuses it, and the text before comes back.
    std::function<bool(const std::string&, long)> on_type = [](const std::string&, long) { return true; };
    std::function<std::optional<TextState>()> on_undo = [] { return std::optional<TextState>{}; };
    std::function<std::optional<TextState>()> on_redo = [] { return std::optional<TextState>{}; };
    std::function<void()> on_too_long = [] {};

private:
    void take_text();
    void press(wxKeyEvent& key);
    void paste_plain();
    void grow();

    wxString hint_;
    wxString accepted_; ///< The text as it was last taken.
    int least_height_ = 0;
    bool is_read_only_ = false;
};

} // namespace app
