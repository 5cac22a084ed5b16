#pragma once

#include <wx/window.h>

namespace app {

/// Gives a button or choice a class of the theme that makes it as low as a line to type in, such as `mendline-slim`.
void reshape(wxWindow& control, const char* style_class);

} // namespace app
