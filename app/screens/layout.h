#pragma once

#include <wx/sizer.h>
#include <wx/window.h>

/// Distances of the window, in multiples of four pixels; converted for the display by `px`.
namespace app::gap {

inline constexpr int hair = 4;  ///< Between a label and its field.
inline constexpr int small = 8; ///< Between fields of one group.
inline constexpr int medium = 12;
inline constexpr int large = 16; ///< Between groups.
inline constexpr int page = 20;  ///< Around a tab.

} // namespace app::gap

namespace app {

/// A distance in the pixels of the display that `window` is on.
inline int px(const wxWindow& window, int distance)
{
    return window.FromDIP(distance);
}

} // namespace app
