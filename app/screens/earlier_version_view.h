#pragma once

#include "app/presenters/earlier_versions.h"

#include <wx/sizer.h>
#include <wx/window.h>

namespace app {

/// Writes a damaged record, as a backup has it, under what stands in `column`: to read, select and copy.
void write_earlier_version(wxSizer& column, wxWindow& parent, const EarlierVersion& version);

} // namespace app
