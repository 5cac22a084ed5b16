#pragma once

#include <wx/window.h>

namespace app {

/// Lays Mendline's one accent and its calm over the desktop's theme: native controls stay native, by day and by night.
/// Called before the first window, and again when the desktop turns dark or light. Also frees the keys of our commands
/// from native lists, marks wherever the keyboard is, and gives every cell of a list a name for screen readers.
void apply_theme();

/// Marks a native control for a rule of the theme, such as `mendline-side` for the left column.
void give_style(wxWindow& control, const char* style_class);

/// Takes it away again.
void take_style(wxWindow& control, const char* style_class);

} // namespace app
