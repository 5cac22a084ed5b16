#pragma once

#include <wx/gdicmn.h>

namespace app {

/// The size of what scrolls, before it has its place in the window: enough for the toolkit to draw a scroll bar in. It
/// gives every new window a few pixels, and would complain.
inline const wxSize unplaced{96, 200};

} // namespace app
