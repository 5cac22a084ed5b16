#include "app/drawing/page_flow.h"

namespace app {

PageFlow::PageFlow(Paper paper, double foot, const TextRuler& ruler)
    : size_{page_size(paper)}, bottom_{size_.height - page_margin - foot}, ruler_{ruler}
{
    begin_page();
}

void PageFlow::begin_page()
{
    pages_.push_back({.size = size_});
    y_ = page_margin;
}

bool PageFlow::make_room(double height)
{
    const bool is_top = y_ <= page_margin;
    if (height <= room() || is_top) {
        return false;
    }
    begin_page();
    return true;
}

void PageFlow::skip(double height)
{
    if (y_ > page_margin) {
        y_ += height;
    }
}

void PageFlow::add_words(std::string_view words, const TextStyle& style, double line_spacing)
{
    const double step = ruler_.line_height(style) * line_spacing;
    for (const std::string& line : ruler_.lines(words, style, width())) {
        make_room(step);
        const bool is_mirrored = ruler_.reads_right_to_left(line);
        page().elements.emplace_back(Text{.position = {is_mirrored ? right() : left(), y_ + ruler_.ascent(style)},
                                       .words = line,
                                       .style = style,
                                       .align = is_mirrored ? Align::right : Align::left});
        y_ += step;
    }
}

void PageFlow::add_scene(const Scene& scene)
{
    make_room(scene.size.height);
    append(page(), scene, {left(), y_});
    y_ += scene.size.height;
}

} // namespace app
