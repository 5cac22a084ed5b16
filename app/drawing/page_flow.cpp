#include "app/drawing/page_flow.h"

namespace app {

std::size_t kept_together(std::size_t index, std::size_t count)
{
    constexpr std::size_t pair = 2;
    constexpr std::size_t never_parted = 3;
    if (index == 0) {
        return count <= never_parted ? count : pair;
    }
    return index + pair == count ? pair : 1;
}

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

double PageFlow::first_of_words(std::string_view words, const TextStyle& style, double after, double line_spacing) const
{
    const auto lines = ruler_.lines(words, style, width()).size();
    const auto first = kept_together(0, lines);
    return static_cast<double>(first) * ruler_.line_height(style) * line_spacing + (first == lines ? after : 0);
}

void PageFlow::add_words(std::string_view words, const TextStyle& style, double after, double line_spacing)
{
    const double step = ruler_.line_height(style) * line_spacing;
    const auto lines = ruler_.lines(words, style, width());
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const auto& line = lines[index];
        const auto together = kept_together(index, lines.size());
        make_room(static_cast<double>(together) * step + (index + together == lines.size() ? after : 0));
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
