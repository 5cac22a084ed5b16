#pragma once

#include "app/drawing/scene.h"
#include "app/drawing/style.h"
#include "app/drawing/text_ruler.h"
#include "app/words/reader.h"
#include "model/modality.h"
#include "model/trajectory.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// A client's trajectory as a picture: panels under each other, each with the dates of the same days below it.
namespace app {

/// One point of a trajectory: a series by its key, and the place in its points.
struct PointPlace {
    std::string series{};
    std::size_t index = 0;

    bool operator==(const PointPlace&) const = default;
};

/// What hit areas of points are called; `place_in` reads it back. Hit areas of sessions are called `note:12`.
std::string hit_key(const PointPlace& place);
std::optional<PointPlace> place_in(std::string_view key);

/// How a chart is drawn, beyond what it shows.
struct ChartOptions {
    std::vector<model::Modality> modalities{}; ///< For their names.
    std::optional<model::Date> cursor{};       ///< A day marked through all panels.
    std::optional<PointPlace> chosen{};        ///< A point with a ring around it.
    double type = 1;                           ///< Factor on all sizes of type; above 1 on a client's page.
    bool with_rows = true;                     ///< Whether level of care and modality are named above the panels.
    Reader reader = Reader::clinician;         ///< Whom its words are for.
    bool with_footnote = true;                 ///< Whether bars and hollow points are explained below.

    bool operator==(const ChartOptions&) const = default;
};

/// The height at which every panel of the chart is easy to read at this width.
double natural_chart_height(const model::Trajectory& trajectory, double width, const TextRuler& ruler,
                            const ChartOptions& options = {});

/// Draws the trajectory in `size`, without a ground of its own. Panels share the height; where it does not suffice the
/// last ones are left out and their number is said. Series of many points are thinned to what the width can show.
/// No name of a client stands in it.
Scene trajectory_chart(const model::Trajectory& trajectory, Size size, const TextRuler& ruler, const Palette& palette,
                       const ChartOptions& options = {});

} // namespace app
