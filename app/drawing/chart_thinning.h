#pragma once

#include "app/drawing/shapes.h"

#include <cstddef>
#include <span>
#include <vector>

namespace app {

/// Which points of a line to draw so that it looks the same: of those that fall in one column of the display the first,
/// the lowest, the highest and the last. `points` stand from left to right; indices come back in ascending order.
std::vector<std::size_t> thinned(std::span<const Point> points, double column_width = 1);

/// Which points stand at least `apart` from the one chosen before, first and last always.
std::vector<std::size_t> spaced(std::span<const Point> points, double apart);

} // namespace app
