#include "app/drawing/chart_labels.h"

#include "app/drawing/style.h"

#include <algorithm>
#include <cmath>

namespace app {

namespace {

constexpr double marker_room = 3 * space;

/// Drops the least important labels, the later one of equals, until `room` are left.
void drop_beyond(std::vector<SideLabel>& labels, std::size_t room)
{
    while (labels.size() > room) {
        const auto last = std::max_element(labels.begin(), labels.end(),
                                           [](const auto& one, const auto& other) { return one.rank < other.rank; });
        labels.erase(last);
    }
}

} // namespace

std::vector<SideLabel> placed(std::vector<SideLabel> labels, double height, double top, double bottom)
{
    const double room = bottom - top;
    drop_beyond(labels, room < height ? 0 : static_cast<std::size_t>(std::floor(room / height + 1e-9)));
    std::ranges::stable_sort(labels, {}, &SideLabel::y);
    double free_from = top + height / 2;
    for (auto& label : labels) {
        label.y = std::max(label.y, free_from);
        free_from = label.y + height;
    }
    double free_to = bottom - height / 2;
    for (auto label = labels.rbegin(); label != labels.rend(); ++label) {
        label->y = std::min(label->y, free_to);
        free_to = label->y - height;
    }
    return labels;
}

double side_width(const std::vector<SideLabel>& labels, const TextRuler& ruler)
{
    double widest = 0;
    for (const auto& label : labels) {
        widest = std::max(widest, ruler.width(label.words, label.style) + (label.marker ? marker_room : 0));
    }
    return widest;
}

void add_side_labels(Scene& scene, const std::vector<SideLabel>& labels, const TextRuler& ruler, double x, double width)
{
    for (const auto& label : labels) {
        double left = x;
        if (label.marker && width >= marker_room) {
            auto marker = *label.marker;
            marker.centre = {x + marker.size / 2, label.y};
            scene.elements.emplace_back(marker);
            left += marker_room;
        }
        add_label(scene, ruler, label.words, label.style, {left, label.y}, x + width - left);
    }
}

void add_label(Scene& scene, const TextRuler& ruler, std::string_view words, const TextStyle& style, Point middle,
               double width, Align align)
{
    constexpr double shortest = 3; ///< Ems; less room would show a letter or two.
    auto shown = ruler.elided(words, style, width);
    const bool is_cut = shown != words;
    if (shown.empty() || (is_cut && width < shortest * style.size) || ruler.width(shown, style) > width) {
        return;
    }
    const double baseline = middle.y - ruler.line_height(style) / 2 + ruler.ascent(style);
    scene.elements.emplace_back(
        Text{.position = {middle.x, baseline}, .words = std::move(shown), .style = style, .align = align});
}

} // namespace app
