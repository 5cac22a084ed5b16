#pragma once

#include <wx/string.h>

#include <string>
#include <string_view>

namespace app {

/// From the program's UTF-8 to the toolkit's string.
inline wxString shown(std::string_view text)
{
    return wxString::FromUTF8(text.data(), text.size());
}

/// From the toolkit's string to UTF-8.
inline std::string utf8(const wxString& text)
{
    return text.utf8_string();
}

} // namespace app
