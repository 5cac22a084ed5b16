#pragma once

#include "app/drawing/style.h"

#include <wx/colour.h>
#include <wx/window.h>

namespace app {

/// Whether the desktop's theme is dark.
bool is_dark(const wxWindow& window);

/// The palette that goes with the desktop's theme.
Palette screen_palette(const wxWindow& window);

/// A colour of a palette for the toolkit.
wxColour toolkit_colour(Colour colour);

} // namespace app
