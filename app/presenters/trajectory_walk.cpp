#include "app/presenters/trajectory_walk.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace app {

namespace {

struct LinePlace {
    const model::Panel* panel = nullptr;
    const model::Series* series = nullptr;
};

/// The lines that have points, from top to bottom.
std::vector<LinePlace> lines_of(const model::Trajectory& trajectory)
{
    std::vector<LinePlace> lines;
    for (const auto& panel : trajectory.panels) {
        for (const auto& series : panel.series) {
            if (!series.points.empty()) {
                lines.push_back({&panel, &series});
            }
        }
    }
    return lines;
}

std::size_t nearest_to(const model::Series& series, model::Date day)
{
    const auto distance = [day](const model::TrajectoryPoint& point) {
        return std::abs(model::days_between(point.on, day));
    };
    const auto nearest = std::ranges::min_element(series.points, {}, distance);
    return static_cast<std::size_t>(nearest - series.points.begin());
}

std::optional<PointPlace> newest_of_first(const std::vector<LinePlace>& lines)
{
    if (lines.empty()) {
        return std::nullopt;
    }
    const auto& first = *lines.front().series;
    return PointPlace{first.key, first.points.size() - 1};
}

} // namespace

std::optional<FoundPoint> point_at(const model::Trajectory& trajectory, const PointPlace& place)
{
    for (const auto& line : lines_of(trajectory)) {
        if (line.series->key == place.series && place.index < line.series->points.size()) {
            return FoundPoint{*line.panel, *line.series, line.series->points[place.index]};
        }
    }
    return std::nullopt;
}

std::optional<PointPlace> same_point(const model::Trajectory& trajectory, const std::string& series, model::Date day,
                                     std::size_t index)
{
    for (const auto& line : lines_of(trajectory)) {
        if (line.series->key != series) {
            continue;
        }
        const auto& points = line.series->points;
        if (index < points.size() && points[index].on == day) {
            return PointPlace{series, index};
        }
        const auto found = std::ranges::find(points, day, &model::TrajectoryPoint::on);
        if (found != points.end()) {
            return PointPlace{series, static_cast<std::size_t>(found - points.begin())};
        }
    }
    return std::nullopt;
}

std::optional<PointPlace> stepped(const model::Trajectory& trajectory, const std::optional<PointPlace>& from, int by)
{
    const auto found = from ? point_at(trajectory, *from) : std::nullopt;
    if (!found) {
        return newest_of_first(lines_of(trajectory));
    }
    const auto last = static_cast<long>(found->series.points.size()) - 1;
    const auto index = std::clamp(static_cast<long>(from->index) + by, 0L, last);
    return PointPlace{from->series, static_cast<std::size_t>(index)};
}

std::optional<PointPlace> stepped_line(const model::Trajectory& trajectory, const std::optional<PointPlace>& from,
                                       int by)
{
    const auto lines = lines_of(trajectory);
    const auto found = from ? point_at(trajectory, *from) : std::nullopt;
    if (!found) {
        return newest_of_first(lines);
    }
    const auto here = std::ranges::find(lines, &found->series, &LinePlace::series) - lines.begin();
    const auto there = std::clamp<std::ptrdiff_t>(here + by, 0, std::ssize(lines) - 1);
    if (there == here) {
        return from;
    }
    const auto& series = *lines[static_cast<std::size_t>(there)].series;
    return PointPlace{series.key, nearest_to(series, found->point.on)};
}

} // namespace app
