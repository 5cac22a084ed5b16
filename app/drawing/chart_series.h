#pragma once

#include "app/drawing/chart_panel.h"

namespace app {

/// Draws one series into its panel: measurement bands, line, points, the ring around the chosen point; with hit areas.
/// Those of the panel stand in the scene from `first_hit_area` on.
void draw_series(Scene& scene, const PanelPlace& place, const model::Series& series, const ValueAxis& values,
                 const TimeAxis& time, const ChartPens& pens, std::size_t first_hit_area);

} // namespace app
