#include "app/drawing/sparkline.h"

#include <algorithm>

namespace app {

std::vector<Point> sparkline_points(const std::vector<double>& values, Size size)
{
    if (values.empty()) {
        return {};
    }
    const auto [lowest, highest] = std::ranges::minmax(values);
    const double range = highest - lowest;
    const double step = values.size() > 1 ? size.width / static_cast<double>(values.size() - 1) : 0;
    std::vector<Point> points;
    for (const double value : values) {
        const double height = range > 0 ? (value - lowest) / range : 0.5;
        const double x = values.size() > 1 ? step * static_cast<double>(points.size()) : size.width;
        points.push_back({x, size.height * (1 - height)});
    }
    return points;
}

} // namespace app
