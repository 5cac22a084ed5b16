#pragma once

#include "app/drawing/scene.h"
#include "model/calendar.h"

#include <string>
#include <vector>

namespace app {

struct Palette;

/// One rating of a goal, for the small chart.
struct GoalPoint {
    model::Date on{};
    int value = 0;

    bool operator==(const GoalPoint&) const = default;
};

/// The ratings of one goal over the sessions, oldest first.
struct GoalHistory {
    std::vector<GoalPoint> by_therapist{};
    std::vector<GoalPoint> by_client{};

    bool operator==(const GoalHistory&) const = default;
};

/// A goal and its ratings, as the small chart shows them.
struct GoalChart {
    std::string wording{};
    GoalHistory history{};

    bool operator==(const GoalChart&) const = default;
};

/// The small chart told to someone who cannot see it.
std::string goal_chart_description(const GoalChart& chart);

/// The ratings of one goal in little, each rater's line as it looks in every chart, with the first and the last day.
Scene goal_chart_scene(const GoalChart& chart, Size size, const Palette& palette);

} // namespace app
