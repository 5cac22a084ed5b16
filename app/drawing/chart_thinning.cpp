#include "app/drawing/chart_thinning.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace app {

namespace {

void add_column(std::vector<std::size_t>& kept, std::span<const Point> points, std::size_t from, std::size_t to)
{
    std::size_t lowest = from;
    std::size_t highest = from;
    for (std::size_t i = from; i < to; ++i) {
        if (points[i].y > points[lowest].y) {
            lowest = i;
        }
        if (points[i].y < points[highest].y) {
            highest = i;
        }
    }
    std::array chosen{from, lowest, highest, to - 1};
    std::ranges::sort(chosen);
    const auto repeated = std::ranges::unique(chosen);
    kept.insert(kept.end(), chosen.begin(), repeated.begin());
}

} // namespace

std::vector<std::size_t> thinned(std::span<const Point> points, double column_width)
{
    const auto column = [&](std::size_t i) { return std::floor(points[i].x / column_width); };
    std::vector<std::size_t> kept;
    for (std::size_t from = 0; from < points.size();) {
        std::size_t to = from + 1;
        while (to < points.size() && column(to) == column(from)) {
            ++to;
        }
        add_column(kept, points, from, to);
        from = to;
    }
    return kept;
}

std::vector<std::size_t> spaced(std::span<const Point> points, double apart)
{
    std::vector<std::size_t> kept;
    for (std::size_t i = 0; i < points.size(); ++i) {
        const bool is_last = i + 1 == points.size();
        if (kept.empty() || is_last || points[i].x - points[kept.back()].x >= apart) {
            kept.push_back(i);
        }
    }
    return kept;
}

} // namespace app
