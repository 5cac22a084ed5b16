#include "app/output/painter.h"

#include "app/output/element_painter.h"

#include <algorithm>
#include <span>
#include <variant>
#include <vector>

namespace app {

namespace {

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

/// Walks a scene's elements, opening and closing, where asked for, the tags of a PDF's structure.
class Walk {
public:
    Walk(const Scene& scene, cairo_t* context, bool tagged)
        : scene_{scene}, context_{context}, figure_{scene.figures.begin()}, tagged_{tagged}
    {
    }

    void before(std::size_t index)
    {
        if (tagged_ && figure_ != scene_.figures.end() && figure_->from == index)
            cairo_tag_begin(context_, "Figure", nullptr);
        if (const auto* text = tagged_text(index))
            cairo_tag_begin(context_, tag_of(text->role), nullptr);
    }

    void after(std::size_t index)
    {
        if (const auto* text = tagged_text(index))
            cairo_tag_end(context_, tag_of(text->role));
        if (figure_ != scene_.figures.end() && index + 1 == figure_->to) {
            if (tagged_)
                cairo_tag_end(context_, "Figure");
            ++figure_;
        }
    }

    /// The first index after `index` where a figure begins or ends.
    std::size_t border_after(std::size_t index) const
    {
        std::size_t border = scene_.elements.size();
        const auto consider = [&](std::size_t at) { border = at > index ? std::min(border, at) : border; };
        if (figure_ != scene_.figures.end()) {
            consider(figure_->from);
            consider(figure_->to);
        }
        return border;
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
    const std::span elements{scene.elements};
    for (std::size_t i = 0; i < elements.size(); ++i) {
        walk.before(i);
        const auto alike = alike_at_front(elements.subspan(i, walk.border_after(i) - i));
        if (alike > 1) {
            painter.paint_alike(elements.subspan(i, alike));
            i += alike - 1;
        } else {
            std::visit(painter, elements[i]);
        }
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
