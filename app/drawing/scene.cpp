#include "app/drawing/scene.h"

#include <cmath>
#include <limits>
#include <utility>

namespace app {

const HitArea* hit_at(const Scene& scene, Point at)
{
    const HitArea* nearest = nullptr;
    double shortest = std::numeric_limits<double>::infinity();
    for (const auto& area : scene.hit_areas) {
        const double distance = std::hypot(area.at.x - at.x, area.at.y - at.y);
        if (distance <= area.radius && distance < shortest) {
            nearest = &area;
            shortest = distance;
        }
    }
    return nearest;
}

namespace {

struct Moved {
    Point by;

    Point operator()(Point at) const { return {at.x + by.x, at.y + by.y}; }
    Element operator()(Line line) const
    {
        line.from = (*this)(line.from);
        line.to = (*this)(line.to);
        return line;
    }
    Element operator()(Polyline polyline) const
    {
        for (auto& point : polyline.points)
            point = (*this)(point);
        return polyline;
    }
    Element operator()(Rectangle rectangle) const
    {
        rectangle.box.x += by.x;
        rectangle.box.y += by.y;
        return rectangle;
    }
    Element operator()(Marker marker) const
    {
        marker.centre = (*this)(marker.centre);
        return marker;
    }
    Element operator()(Text text) const
    {
        text.position = (*this)(text.position);
        return text;
    }
};

} // namespace

void append(Scene& into, const Scene& part, Point offset)
{
    const Scene copy = &into == &part ? part : Scene{};
    const Scene& source = &into == &part ? copy : part;
    const Moved moved{offset};
    const auto first = into.elements.size();

    into.elements.reserve(first + source.elements.size());
    for (const auto& element : source.elements)
        into.elements.push_back(std::visit(moved, element));
    for (auto area : source.hit_areas) {
        area.at = moved(area.at);
        into.hit_areas.push_back(std::move(area));
    }

    if (source.elements.empty())
        return;
    if (!source.description.empty()) {
        into.figures.push_back({source.description, first, into.elements.size()});
        return;
    }
    for (const auto& figure : source.figures)
        into.figures.push_back({figure.words, first + figure.from, first + figure.to});
}

} // namespace app
