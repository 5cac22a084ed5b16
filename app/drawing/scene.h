#pragma once

#include "app/drawing/shapes.h"

#include <cstddef>
#include <string>
#include <variant>
#include <vector>

namespace app {

using Element = std::variant<Line, Polyline, Rectangle, Marker, Text>;

/// A place that answers to the mouse: what it stands for, and what is said of it.
struct HitArea {
    Point at{};
    double radius = 0;
    std::string key{};   ///< The owner's name for it, such as a session's id.
    std::string words{}; ///< Shown on hover.
    bool operator==(const HitArea&) const = default;
};

/// Elements `from` up to, not including, `to` are one picture, told in words to who cannot see it.
struct Figure {
    std::string words{};
    std::size_t from = 0;
    std::size_t to = 0;
    bool operator==(const Figure&) const = default;
};

/// A whole drawing: a chart, or a page. Elements are painted in order.
struct Scene {
    Size size{};
    std::vector<Element> elements{};
    std::vector<HitArea> hit_areas{};
    std::vector<Figure> figures{}; ///< In ascending order, not overlapping.
    std::string description{};     ///< Alternative text; makes the scene one figure when appended to a page.
    bool operator==(const Scene&) const = default;
};

/// The hit area nearest to `at` among those whose radius reaches it; null where there is none.
const HitArea* hit_at(const Scene& scene, Point at);

/// Draws `part` into `into`, its top left corner at `offset`, with its hit areas.
/// A part with a description becomes one figure.
void append(Scene& into, const Scene& part, Point offset);

/// A stable text form, one line per element, lengths rounded to 0.01; for golden tests.
std::string scene_text(const Scene& scene);

} // namespace app
