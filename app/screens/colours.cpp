#include "app/screens/colours.h"

#include <wx/settings.h>

namespace app {

bool is_dark(const wxWindow& /*window*/)
{
    return wxSystemSettings::GetAppearance().IsUsingDarkBackground();
}

Palette screen_palette(const wxWindow& window)
{
    return is_dark(window) ? dark_palette() : light_palette();
}

wxColour toolkit_colour(Colour colour)
{
    return {colour.r, colour.g, colour.b, colour.a};
}

} // namespace app
