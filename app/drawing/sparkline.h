#pragma once

#include "app/drawing/shapes.h"

#include <vector>

namespace app {

/// Where the values of a small line without axes lie in a box of this size: the lowest at its lower edge, the highest
/// at its upper one, all in the middle when they are the same.
std::vector<Point> sparkline_points(const std::vector<double>& values, Size size);

} // namespace app
