#pragma once

#include <wx/window.h>

#include <functional>

namespace app {

/// The keys of every form. Ctrl+Enter anywhere in it, and Enter in its last line, do what its main button does. Enter
/// in a line before that leads to the next one that is still empty; where there is none, it does the same as in the
/// last. Escape does what Cancel does, which may take the form away.
void give_form_keys(wxWindow& form, const std::function<void()>& keep, const std::function<void()>& cancel);

} // namespace app
