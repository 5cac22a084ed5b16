#pragma once

#include "app/drawing/chart_axes.h"
#include "app/drawing/chart_labels.h"
#include "app/drawing/chart_pens.h"
#include "app/drawing/series_look.h"

#include <string>
#include <vector>

namespace app {

/// A panel and where it stands.
struct PanelPlace {
    const model::Panel& panel;
    double title_middle = 0;
    Box plot{};
    double right_edge = 0;  ///< How far labels beside the plot may reach.
    bool has_dates = false; ///< Whether an axis with dates stands below the plot.
};

/// The scale of a panel upright in `plot`.
ValueAxis value_axis(const model::Scale& scale, Box plot);

/// What stands to the left of a panel's grid lines: the values, written.
std::string tick_words(double value);

/// What wants to stand to the right of a panel: end values, named lines. `y` holds the value, not yet a height.
std::vector<SideLabel> wanted_side_labels(const model::Panel& panel, model::Period drawn, const ChartPens& pens);

/// Draws one panel: its line of words, its grid, its lines and points, with their hit areas.
void draw_panel(Scene& scene, const PanelPlace& place, const TimeAxis& time, const ChartPens& pens);

/// How far the reliable-change line lies from the first score: towards better, or towards worse when the series went
/// there by more than half the threshold; 0 without one.
double reliable_change_offset(const model::Panel& panel, const model::Reading& reading);

} // namespace app
