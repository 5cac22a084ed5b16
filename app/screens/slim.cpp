#include "app/screens/slim.h"

#include "app/screens/layout.h"
#include "app/screens/theme.h"

namespace app {

void reshape(wxWindow& control, const char* style_class)
{
    give_style(control, style_class);
    // Until it is on the screen, the toolkit goes on with the height it measured without the class.
    const int height = control.GetCharHeight() + px(control, gap::medium);
    control.SetMinSize({control.GetBestSize().x, height});
    control.SetMaxSize({-1, height});
}

} // namespace app
