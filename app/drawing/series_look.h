#pragma once

#include "app/drawing/scene.h"
#include "app/drawing/style.h"
#include "model/trajectory.h"

namespace app {

/// How a line looks wherever it is drawn: in a chart, on paper, in a list. It belongs to what the line is, never to its
/// place, so that hiding one line leaves the others as they were.
struct SeriesLook {
    Colour colour{};
    MarkerShape shape = MarkerShape::circle;
    MarkerShape prorated = MarkerShape::ring;
    Dash dash = Dash::solid;

    bool operator==(const SeriesLook&) const = default;
};

/// The look of a rater's line. No measure has one of these colours.
SeriesLook rater_look(model::Rater rater, const Palette& palette);

/// The look of a measure's line, by what the measure is about.
SeriesLook measure_look(model::MeasureArea area, const Palette& palette);

/// The look of one line of a panel.
SeriesLook look_of(const model::Panel& panel, const model::Series& series, const Palette& palette);

} // namespace app
