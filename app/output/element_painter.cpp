#include "app/output/element_painter.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <numbers>
#include <variant>

namespace app {

namespace {

void set_colour(cairo_t* context, Colour colour)
{
    cairo_set_source_rgba(context, colour.r / 255.0, colour.g / 255.0, colour.b / 255.0, colour.a / 255.0);
}

void stroke_path(cairo_t* context, const Stroke& stroke)
{
    const double unit = std::max(1.0, stroke.width);
    const std::array<double, 2> dashed{4 * unit, 3 * unit};
    const std::array<double, 2> dotted{unit, 3 * unit};
    set_colour(context, stroke.colour);
    cairo_set_line_width(context, stroke.width);
    if (stroke.dash == Dash::solid)
        cairo_set_dash(context, nullptr, 0, 0);
    else
        cairo_set_dash(context, stroke.dash == Dash::dashed ? dashed.data() : dotted.data(), 2, 0);
    cairo_stroke(context);
}

void add_polygon(cairo_t* context, std::initializer_list<Point> corners)
{
    cairo_new_sub_path(context); // Many outlines become one path; this one must not hang on to the last.
    for (const auto& corner : corners)
        cairo_line_to(context, corner.x, corner.y);
    cairo_close_path(context);
}

/// The outline of a sign of `half` the width around `at`.
void add_outline(cairo_t* context, MarkerShape shape, Point at, double half)
{
    // Corners stand a little further out, so that all signs look equally heavy.
    const double far = half * 1.15;
    switch (shape) {
    case MarkerShape::circle:
    case MarkerShape::ring:
        cairo_new_sub_path(context);
        cairo_arc(context, at.x, at.y, half, 0, 2 * std::numbers::pi);
        cairo_close_path(context);
        break;
    case MarkerShape::square:
    case MarkerShape::square_hollow:
        cairo_rectangle(context, at.x - half * 0.9, at.y - half * 0.9, half * 1.8, half * 1.8);
        break;
    case MarkerShape::triangle:
        add_polygon(context, {{at.x, at.y - far}, {at.x + far, at.y + half * 0.85}, {at.x - far, at.y + half * 0.85}});
        break;
    case MarkerShape::triangle_down:
        add_polygon(context, {{at.x, at.y + far}, {at.x - far, at.y - half * 0.85}, {at.x + far, at.y - half * 0.85}});
        break;
    case MarkerShape::diamond:
        add_polygon(context, {{at.x, at.y - far}, {at.x + far, at.y}, {at.x, at.y + far}, {at.x - far, at.y}});
        break;
    case MarkerShape::cross:
        cairo_move_to(context, at.x - half * 0.85, at.y - half * 0.85);
        cairo_line_to(context, at.x + half * 0.85, at.y + half * 0.85);
        cairo_move_to(context, at.x - half * 0.85, at.y + half * 0.85);
        cairo_line_to(context, at.x + half * 0.85, at.y - half * 0.85);
        break;
    }
}

} // namespace

ElementPainter::ElementPainter(cairo_t* context, const Typeface& typeface) : context_{context}, text_{typeface, context}
{
}

void ElementPainter::operator()(const Line& line)
{
    cairo_move_to(context_, line.from.x, line.from.y);
    cairo_line_to(context_, line.to.x, line.to.y);
    stroke_path(context_, line.stroke);
}

void ElementPainter::operator()(const Polyline& polyline)
{
    for (const auto& point : polyline.points)
        cairo_line_to(context_, point.x, point.y);
    stroke_path(context_, polyline.stroke);
}

void ElementPainter::operator()(const Rectangle& rectangle)
{
    add_rectangle(rectangle);
    if (rectangle.fill) {
        set_colour(context_, *rectangle.fill);
        rectangle.stroke ? cairo_fill_preserve(context_) : cairo_fill(context_);
    }
    if (rectangle.stroke)
        stroke_path(context_, *rectangle.stroke);
    cairo_new_path(context_);
}

void ElementPainter::operator()(const Marker& marker)
{
    const double line = std::clamp(marker.size / 5, 1.0, 3.0);
    const double half = marker.size / 2;
    switch (marker.shape) {
    case MarkerShape::ring:
    case MarkerShape::square_hollow:
        add_outline(context_, marker.shape, marker.centre, half - line / 2);
        set_colour(context_, marker.inside);
        cairo_fill_preserve(context_);
        stroke_path(context_, {marker.colour, line});
        break;
    case MarkerShape::cross:
        add_outline(context_, marker.shape, marker.centre, half);
        stroke_path(context_, {marker.colour, line});
        break;
    default:
        add_outline(context_, marker.shape, marker.centre, half);
        set_colour(context_, marker.colour);
        cairo_fill(context_);
    }
}

void ElementPainter::paint_alike(std::span<const Element> markers)
{
    for (const auto& element : markers) {
        const auto& marker = std::get<Marker>(element);
        add_outline(context_, marker.shape, marker.centre, marker.size / 2);
    }
    set_colour(context_, std::get<Marker>(markers.front()).colour);
    cairo_fill(context_);
}

void ElementPainter::operator()(const Text& text)
{
    if (text.words.empty())
        return;
    PangoLayout* layout = text_.layout(text.words, text.style);
    int width = 0;
    if (text.align != Align::left)
        pango_layout_get_size(layout, &width, nullptr);
    const double share = text.align == Align::right ? 1 : 0.5;
    set_colour(context_, text.style.colour);
    cairo_move_to(context_, text.position.x - from_pango(width) * share, text.position.y);
    pango_cairo_show_layout_line(context_, pango_layout_get_line_readonly(layout, 0));
    cairo_new_path(context_);
}

void ElementPainter::add_rectangle(const Rectangle& rectangle)
{
    const Box& box = rectangle.box;
    const double radius = std::min({rectangle.corner_radius, box.width / 2, box.height / 2});
    if (radius <= 0) {
        cairo_rectangle(context_, box.x, box.y, box.width, box.height);
        return;
    }
    constexpr double quarter = std::numbers::pi / 2;
    cairo_new_sub_path(context_);
    cairo_arc(context_, box.right() - radius, box.y + radius, radius, -quarter, 0);
    cairo_arc(context_, box.right() - radius, box.bottom() - radius, radius, 0, quarter);
    cairo_arc(context_, box.x + radius, box.bottom() - radius, radius, quarter, 2 * quarter);
    cairo_arc(context_, box.x + radius, box.y + radius, radius, 2 * quarter, 3 * quarter);
    cairo_close_path(context_);
}

std::size_t alike_at_front(std::span<const Element> elements)
{
    constexpr std::size_t most_at_once = 64; // Beyond it, cairo's work on one path grows faster than its length.
    const auto* first = std::get_if<Marker>(&elements.front());
    if (first == nullptr || first->colour.a != 255 || first->shape == MarkerShape::ring ||
        first->shape == MarkerShape::square_hollow || first->shape == MarkerShape::cross)
        return 0;
    const auto is_alike = [&](const Element& element) {
        const auto* marker = std::get_if<Marker>(&element);
        return marker != nullptr && marker->shape == first->shape && marker->size == first->size &&
               marker->colour == first->colour;
    };
    elements = elements.first(std::min(elements.size(), most_at_once));
    return static_cast<std::size_t>(std::ranges::find_if_not(elements, is_alike) - elements.begin());
}

} // namespace app
