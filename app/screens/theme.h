#pragma once

#include <wx/window.h>

namespace app {

/// Lays Mendline's one accent and its calm over the desktop's theme: native controls stay native, by day and by night.
/// Called once before the first window. Also frees the keys of our commands from native lists, and keeps the names of
/// files that are chosen out of the desktop's list of recent files.
void apply_theme();

/// Marks a native control for a rule of the theme, such as `mendline-side` for the left column.
void give_style(wxWindow& control, const char* style_class);

/// Takes it away again.
void take_style(wxWindow& control, const char* style_class);

} // namespace app
