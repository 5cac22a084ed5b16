#pragma once

#include <vector>

namespace app {

/// How wide a column of a table wants to be, and how it gives way.
struct ColumnRoom {
    int wanted = 0;
    int least = 0;         ///< With less, its head is cut.
    bool grows = false;    ///< Takes what the others leave, and gives way before them.
    bool is_spare = false; ///< Left out where the columns do not fit, as what it says stands elsewhere too.

    bool operator==(const ColumnRoom&) const = default;
};

/// Widths with which `columns` fill `room` and do not reach beyond it; 0 for a column that is left out. In less room
/// than all of them need at least, all become narrower in the same proportion.
std::vector<int> column_widths(const std::vector<ColumnRoom>& columns, int room);

} // namespace app
