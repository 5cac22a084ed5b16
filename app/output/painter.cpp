#include "app/output/painter.h"

#include "app/output/pango_text.h"

#include <algorithm>
#include <array>
#include <numbers>

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

/// Paints elements one by one; text through pango, with the layouts kept from one to the next.
class ElementPainter {
public:
    ElementPainter(cairo_t* context, const Typeface& typeface) : context_{context}, text_{typeface, context} {}

    void operator()(const Line& line)
    {
        cairo_move_to(context_, line.from.x, line.from.y);
        cairo_line_to(context_, line.to.x, line.to.y);
        stroke_path(context_, line.stroke);
    }

    void operator()(const Polyline& polyline)
    {
        for (const auto& point : polyline.points)
            cairo_line_to(context_, point.x, point.y);
        stroke_path(context_, polyline.stroke);
    }

    void operator()(const Rectangle& rectangle)
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

    void operator()(const Marker& marker)
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

    void operator()(const Text& text)
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

private:
    void add_rectangle(const Rectangle& rectangle)
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

    cairo_t* context_;
    PangoText text_;
};

const char* tag_of(TextRole role)
{
    switch (role) {
    case TextRole::title:
        return "H1";
    case TextRole::heading:
        return "H2";
    default:
        return "P";
    }
}

/// Walks a scene's elements, opening and closing clips and, where asked for, the tags of a PDF's structure.
class Walk {
public:
    Walk(const Scene& scene, cairo_t* context, bool tagged)
        : scene_{scene}, context_{context}, clip_{scene.clips.begin()}, figure_{scene.figures.begin()}, tagged_{tagged}
    {
    }

    void before(std::size_t index)
    {
        if (tagged_ && figure_ != scene_.figures.end() && figure_->from == index)
            cairo_tag_begin(context_, "Figure", nullptr);
        if (clip_ != scene_.clips.end() && clip_->from == index) {
            cairo_save(context_);
            cairo_rectangle(context_, clip_->box.x, clip_->box.y, clip_->box.width, clip_->box.height);
            cairo_clip(context_);
        }
        if (const auto* text = tagged_text(index))
            cairo_tag_begin(context_, tag_of(text->role), nullptr);
    }

    void after(std::size_t index)
    {
        if (const auto* text = tagged_text(index))
            cairo_tag_end(context_, tag_of(text->role));
        if (clip_ != scene_.clips.end() && clip_->from <= index && index + 1 == clip_->to) {
            cairo_restore(context_);
            ++clip_;
        }
        if (figure_ != scene_.figures.end() && index + 1 == figure_->to) {
            if (tagged_)
                cairo_tag_end(context_, "Figure");
            ++figure_;
        }
    }

private:
    const Text* tagged_text(std::size_t index) const
    {
        const bool in_figure = figure_ != scene_.figures.end() && figure_->from <= index && index < figure_->to;
        const auto* text = std::get_if<Text>(&scene_.elements[index]);
        return tagged_ && !in_figure && text != nullptr && !text->words.empty() ? text : nullptr;
    }

    const Scene& scene_;
    cairo_t* context_;
    std::vector<Clip>::const_iterator clip_;
    std::vector<Figure>::const_iterator figure_;
    bool tagged_;
};

void paint_scene(const Scene& scene, cairo_t* context, const Typeface& typeface, double scale, bool tagged)
{
    cairo_save(context);
    cairo_scale(context, scale, scale);
    cairo_new_path(context);
    cairo_set_line_join(context, CAIRO_LINE_JOIN_ROUND);
    cairo_set_line_cap(context, CAIRO_LINE_CAP_BUTT);
    ElementPainter painter{context, typeface};
    Walk walk{scene, context, tagged};
    for (std::size_t i = 0; i < scene.elements.size(); ++i) {
        walk.before(i);
        std::visit(painter, scene.elements[i]);
        walk.after(i);
    }
    cairo_restore(context);
}

} // namespace

void paint(const Scene& scene, cairo_t* context, const Typeface& typeface, double scale)
{
    paint_scene(scene, context, typeface, scale, false);
}

void paint_tagged(const Scene& scene, cairo_t* context, const Typeface& typeface, double scale)
{
    paint_scene(scene, context, typeface, scale, true);
}

} // namespace app
