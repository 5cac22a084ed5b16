#pragma once

#include "app/output/files.h"

#include <wx/window.h>

#include <optional>
#include <string>

namespace app {

/// Asks where to save a file that is called `stem` with the ending of `format` ("PNG") unless another name is typed.
/// Empty when the person changed their mind.
std::optional<std::string> ask_for_file(wxWindow& parent, const std::string& title, const std::string& stem,
                                        const std::string& format);

/// Puts a PNG picture on the clipboard; false when the clipboard is not to be had.
bool copy_png(const std::string& png);

} // namespace app
