#pragma once

#include <wx/tglbtn.h>

#include <string_view>

namespace app {

/// A rounded button that is one of a row of choices.
wxToggleButton* make_chip(wxWindow& parent, std::string_view words);

/// Shows whether a chip is the chosen one of its row; also when it was just pressed.
void set_chosen(wxToggleButton& chip, bool is_chosen);

} // namespace app
