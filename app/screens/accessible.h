#pragma once

#include <wx/window.h>

#include <string>
#include <string_view>

namespace app {

/// Gives a control the name by which a screen reader calls it.
void set_accessible_name(wxWindow& control, std::string_view name);

/// Gives a control a longer description for screen readers.
void set_accessible_description(wxWindow& control, std::string_view description);

/// The name that was given so; empty when none was.
std::string accessible_name(const wxWindow& control);

/// Lets a screen reader say `words` once what is going on now is over, wherever the keyboard is. They are said only
/// when `place` is in sight then, so nothing that is covered or hidden is read aloud. Without words nothing is said.
void announce(wxWindow& place, std::string_view words);

} // namespace app
