#pragma once

#include "app/drawing/chart_axes.h"
#include "app/drawing/chart_pens.h"

#include <vector>

namespace app {

/// What all panels share: the tints behind them, the rows of labels above, the days from left to right.
struct ChartFrame {
    TimeAxis time{};
    double left = 0; ///< Edges of the plots, a little outside the first and last day.
    double right = 0;
    double top = 0;    ///< Of the tints: below the rows.
    double bottom = 0; ///< Of the last plot.
    double edge = 0;   ///< The right edge of the scene.
};

/// How many label rows this trajectory has: level of care, modality.
int row_count(const model::Trajectory& trajectory);

/// Height of one label row.
double row_height(const ChartPens& pens);

/// Height of an axis with its words, below a plot.
double axis_height(const ChartPens& pens);

/// Pale grounds behind the panels: modalities, or levels of care where no modality was noted.
void draw_tints(Scene& scene, const model::Trajectory& trajectory, const ChartFrame& frame, const ChartPens& pens);

/// The rows of names that say what the tints are, from `top` on.
void draw_rows(Scene& scene, const model::Trajectory& trajectory, const ChartFrame& frame, double top,
               const ChartPens& pens);

/// Upright lines through `plot` where a level of care or an episode begins or ends.
void draw_borders(Scene& scene, const model::Trajectory& trajectory, const ChartFrame& frame, const Box& plot,
                  const ChartPens& pens);

/// The axis below `plot` with its dates, and the day that is marked.
void draw_time_axis(Scene& scene, const ChartFrame& frame, const Box& plot, bool has_earlier, const ChartPens& pens);

/// The sessions, on the axis of the last plot.
void draw_sessions(Scene& scene, const model::Trajectory& trajectory, const ChartFrame& frame, const ChartPens& pens);

} // namespace app
