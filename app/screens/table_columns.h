#pragma once

#include "app/drawing/column_widths.h"

#include <vector>

class wxDataViewCtrl;

namespace app {

/// Keeps the columns of a table inside it, however wide it becomes, and lets their words end in a sign where they are
/// cut. `rooms` are those of its columns in their order, in 1/96 inch; what is hidden takes no room.
void keep_columns_inside(wxDataViewCtrl& table, const std::vector<ColumnRoom>& rooms);

} // namespace app
