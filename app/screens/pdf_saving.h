#pragma once

#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <functional>
#include <optional>
#include <string>

namespace app {

/// Asks in place how a PDF is saved: protected by a password, which is the first choice, or plain. Hidden until it is
/// asked for.
class PdfSaving : public Panel {
public:
    explicit PdfSaving(wxWindow* parent);

    /// Called with the password, or without one for a plain file.
    std::function<void(const std::optional<std::string>& password)> on_save;

    /// Comes into sight with the keyboard in it, or goes away.
    void toggle();

    /// Whether there is something to save.
    void allow(bool is_allowed);

    /// Forgets the password and goes away.
    void finish();

private:
    void lay_out();
    void bind_gestures();
    void draw();
    void show(bool is_shown);

    wxTextCtrl* password_ = nullptr;
    wxButton* save_protected_ = nullptr;
    wxButton* save_plain_ = nullptr;
    bool is_allowed_ = true;
};

} // namespace app
