#pragma once

#include <wx/event.h>

#include <optional>

namespace app {

/// The digit that a key stands for, on the number pad too.
inline std::optional<int> digit_of(const wxKeyEvent& key)
{
    const int code = key.GetKeyCode();
    if (code >= WXK_NUMPAD0 && code <= WXK_NUMPAD9) {
        return code - WXK_NUMPAD0;
    }
    const auto sign = key.GetUnicodeKey();
    return sign >= '0' && sign <= '9' ? std::optional{static_cast<int>(sign) - '0'} : std::nullopt;
}

} // namespace app
