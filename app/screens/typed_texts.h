#pragma once

#include "storage/casebook.h"

#include <wx/textctrl.h>

#include <string>
#include <vector>

/// What stands in the fields of a page, by their names, so that it can be put back into a page of the same kind.
namespace app {

/// The words of every field in sight below `place`, empty ones too, in their order. Passwords are left out, and so is
/// what nobody can type into. That `place` itself is hidden does not matter.
std::vector<storage::LeftOpen::Typed> typed_in(wxWindow& place, int tab, bool is_kept);

/// Puts the words of `tab` back as if somebody typed them. Hands back what found no field and is kept nowhere else.
std::vector<storage::LeftOpen::Typed> type_again(wxWindow& place, const std::vector<storage::LeftOpen::Typed>& typed,
                                                 int tab);

/// The field that has the keyboard, if it is in `place`; else null.
wxTextCtrl* focused_text(const wxWindow& place);

/// The first field in sight with this name; null when there is none.
wxTextCtrl* text_called(wxWindow& place, const std::string& name);

} // namespace app
