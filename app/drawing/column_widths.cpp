#include "app/drawing/column_widths.h"

#include <algorithm>
#include <cstddef>
#include <numeric>

namespace app {

namespace {

int sum_of(const std::vector<int>& widths)
{
    return std::accumulate(widths.begin(), widths.end(), 0);
}

/// Whether the columns fit at their least widths, apart from those that are left out.
bool can_fit(const std::vector<ColumnRoom>& columns, const std::vector<int>& widths, int room)
{
    int least = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        least += widths[i] == 0 ? 0 : columns[i].least;
    }
    return least <= room;
}

/// Takes the lack from the columns that grow, or from the others, each in proportion to what it can give.
void give_way(const std::vector<ColumnRoom>& columns, std::vector<int>& widths, bool growing, int room)
{
    const int lack = sum_of(widths) - room;
    int can_give = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        can_give += widths[i] > 0 && columns[i].grows == growing ? widths[i] - columns[i].least : 0;
    }
    if (lack <= 0 || can_give <= 0) {
        return;
    }
    int taken = 0;
    int seen = 0;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (widths[i] > 0 && columns[i].grows == growing) {
            // By running sums, so that nothing is lost in rounding.
            seen += widths[i] - columns[i].least;
            const int until_here = static_cast<int>(static_cast<long>(std::min(lack, can_give)) * seen / can_give);
            widths[i] -= until_here - taken;
            taken = until_here;
        }
    }
}

/// Shares what is left over among the columns that grow; without any the last one that is shown takes it.
void grow(const std::vector<ColumnRoom>& columns, std::vector<int>& widths, int room)
{
    std::vector<std::size_t> growing;
    std::size_t last_shown = columns.size() - 1;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        last_shown = widths[i] > 0 ? i : last_shown;
        if (widths[i] > 0 && columns[i].grows) {
            growing.push_back(i);
        }
    }
    if (growing.empty()) {
        growing.push_back(last_shown);
    }
    int left = room - sum_of(widths);
    for (std::size_t k = 0; k < growing.size(); ++k) {
        const int share = left / static_cast<int>(growing.size() - k);
        widths[growing[k]] += share;
        left -= share;
    }
}

} // namespace

std::vector<int> column_widths(const std::vector<ColumnRoom>& columns, int room)
{
    std::vector<int> widths(columns.size());
    std::ranges::transform(columns, widths.begin(), &ColumnRoom::wanted);
    for (std::size_t i = columns.size(); i > 0 && !can_fit(columns, widths, room); --i) {
        widths[i - 1] = columns[i - 1].is_spare ? 0 : widths[i - 1];
    }
    if (columns.empty() || room <= 0) {
        return widths;
    }
    give_way(columns, widths, true, room);
    give_way(columns, widths, false, room);
    const long needed = sum_of(widths);
    if (needed > room) {
        for (int& width : widths) {
            width = static_cast<int>(width * static_cast<long>(room) / needed);
        }
    }
    grow(columns, widths, room);
    return widths;
}

} // namespace app
