#pragma once

#include "app/drawing/trajectory_chart.h"

#include <optional>
#include <string>

/// Walking from point to point of a trajectory, as the arrow keys do.
namespace app {

/// A point with the line and the panel it stands in. Parts of the trajectory it was found in.
struct FoundPoint {
    const model::Panel& panel;
    const model::Series& series;
    const model::TrajectoryPoint& point;
};

/// The point at a place; empty when there is none.
std::optional<FoundPoint> point_at(const model::Trajectory& trajectory, const PointPlace& place);

/// The place of a point that was at `index` on `day` in another build of the trajectory; empty when it is gone.
std::optional<PointPlace> same_point(const model::Trajectory& trajectory, const std::string& series, model::Date day,
                                     std::size_t index);

/// The next point along the line; stays at its ends. Without a place, the newest point of the first line.
std::optional<PointPlace> stepped(const model::Trajectory& trajectory, const std::optional<PointPlace>& from, int by);

/// The point nearest in time on the next line below (1) or above (-1); stays on the first and the last.
std::optional<PointPlace> stepped_line(const model::Trajectory& trajectory, const std::optional<PointPlace>& from,
                                       int by);

} // namespace app
