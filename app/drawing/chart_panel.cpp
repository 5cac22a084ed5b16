#include "app/drawing/chart_panel.h"

#include "app/drawing/chart_series.h"
#include "app/words/chart_words.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"
#include "app/words/reading_parts.h"
#include "app/words/readings.h"

#include <algorithm>
#include <array>

namespace app {

namespace {

/// A line that ended longer ago than this share of the time drawn has its last date written beside its last value.
constexpr int long_ago_share = 7;

/// Between a title and the words to its right.
constexpr double apart = 4 * space;

constexpr int rank_of_end = 0;
constexpr int rank_of_cut_off = 1;
constexpr int rank_of_reliable_change = 2;
constexpr int rank_of_other_line = 3;

/// The names of reference lines grow pale before their lines do: cut-offs are dashed, the others dotted.
Stroke line_stroke(model::LineKind kind, const ChartPens& pens)
{
    return {.colour = pens.palette.quiet_ink,
            .width = 1,
            .dash = kind == model::LineKind::cut_off ? Dash::dashed : Dash::dotted};
}

bool is_on_scale(const model::Scale& scale, double value)
{
    return value >= scale.lowest && value <= scale.highest;
}

/// One line of a panel's reliable change, where it has one. Raters have none, so a panel has at most one.
const model::Series* with_reliable_change(const model::Panel& panel)
{
    for (const auto& series : panel.series) {
        const double offset = reliable_change_offset(panel, series.reading);
        if (offset != 0 && is_on_scale(panel.scale, series.reading.first->value + offset)) {
            return &series;
        }
    }
    return nullptr;
}

/// The words at the right end of a title's line: all of them when they fit beside the title; else only the direction,
/// as the axis shows the range; else none, so that what is read first keeps its room.
std::string scale_words_of(const PanelPlace& place, double title_width, const ChartPens& pens)
{
    for (const auto& tried : {panel_scale_words(place.panel, pens.options.reader),
                              direction_words(place.panel.scale, pens.options.reader)}) {
        if (title_width + apart + pens.ruler.width(tried, pens.quiet) <= place.plot.width) {
            return tried;
        }
    }
    return {};
}

void draw_heading(Scene& scene, const PanelPlace& place, const ChartPens& pens)
{
    const auto title = panel_title(place.panel, pens.options.reader);
    const double title_width = pens.ruler.width(title, pens.title);
    const auto scale = scale_words_of(place, title_width, pens);
    const double scale_width = pens.ruler.width(scale, pens.quiet);
    // Without words to its right a title may reach beyond the plot.
    const double title_room = scale.empty() ? place.right_edge - place.plot.x : place.plot.width - apart - scale_width;
    add_label(scene, pens.ruler, title, pens.title, {place.plot.x, place.title_middle}, title_room);
    // On the title's baseline, not its middle: the two stand on one line.
    const double base = pens.ruler.ascent(pens.title) - pens.title_height / 2;
    const double middle = place.title_middle + base - pens.ruler.ascent(pens.quiet) + pens.small_height / 2;
    add_label(scene, pens.ruler, scale, pens.quiet, {place.plot.right(), middle}, scale_width, Align::right);
    if (title_width > title_room || scale.empty()) {
        const auto words = isolated(title) + ", " + panel_scale_words(place.panel, pens.options.reader);
        const double shown_width = std::min(title_width, title_room);
        for (double x = pens.title_height; x < shown_width; x += 2 * pens.title_height) {
            scene.hit_areas.push_back(
                {.at = {place.plot.x + x, place.title_middle}, .radius = pens.title_height, .words = words});
        }
    }
}

void draw_grid(Scene& scene, const PanelPlace& place, const ValueAxis& axis, const ChartPens& pens)
{
    for (const double value : value_ticks(axis, pens.small_height * 1.8)) {
        const double y = axis.y(value);
        scene.elements.emplace_back(
            Line{{place.plot.x, y}, {place.plot.right(), y}, {.colour = pens.palette.hairline, .width = 1}});
        add_label(scene, pens.ruler, tick_words(value), pens.quiet, {place.plot.x - 2 * space, y},
                  place.plot.x - 2 * space, Align::right);
    }
}

void draw_reference_lines(Scene& scene, const PanelPlace& place, const ValueAxis& axis, const TimeAxis& time,
                          const ChartPens& pens)
{
    const auto& scale = place.panel.scale;
    for (const auto& line : scale.lines) {
        if (is_on_scale(scale, line.value)) {
            const double y = axis.y(line.value);
            scene.elements.emplace_back(Line{{place.plot.x, y}, {place.plot.right(), y}, line_stroke(line.kind, pens)});
        }
    }
    if (const auto* series = with_reliable_change(place.panel)) {
        const auto& first = *series->reading.first;
        const double y = axis.y(first.value + reliable_change_offset(place.panel, series->reading));
        const double from = std::clamp(time.x(first.on), place.plot.x, place.plot.right());
        scene.elements.emplace_back(
            Line{{from, y},
                 {place.plot.right(), y},
                 {.colour = look_of(place.panel, *series, pens.palette).colour, .width = 1, .dash = Dash::dashed}});
    }
}

void draw_side_labels(Scene& scene, const PanelPlace& place, const ValueAxis& axis, model::Period drawn,
                      const ChartPens& pens)
{
    const double width = place.right_edge - place.plot.right() - 2 * space;
    if (width < 4 * space) {
        return;
    }
    auto labels = wanted_side_labels(place.panel, drawn, pens);
    for (auto& label : labels) {
        label.y = axis.y(label.y);
    }
    const double over = pens.small_height / 2;
    labels = placed(std::move(labels), pens.small_height, place.plot.y - over, place.plot.bottom() + over);
    add_side_labels(scene, labels, pens.ruler, place.plot.right() + 2 * space, width);
}

} // namespace

ValueAxis value_axis(const model::Scale& scale, Box plot)
{
    const double highest = scale.highest > scale.lowest ? scale.highest : scale.lowest + 1;
    return {.lowest = scale.lowest, .highest = highest, .top = plot.y, .bottom = plot.bottom()};
}

std::string tick_words(double value)
{
    return plain_number(value);
}

double reliable_change_offset(const model::Panel& panel, const model::Reading& reading)
{
    if (!reading.rule || !reading.first) {
        return 0;
    }
    const double better = panel.scale.better == model::Better::lower ? -1 : 1;
    const bool went_other_way = reading.change * better < -reading.rule->threshold / 2;
    return reading.rule->threshold * (went_other_way ? -better : better);
}

std::vector<SideLabel> wanted_side_labels(const model::Panel& panel, model::Period drawn, const ChartPens& pens)
{
    std::vector<SideLabel> labels;
    for (const auto& series : panel.series) {
        if (series.points.empty()) {
            continue;
        }
        const auto& last = series.points.back();
        const bool is_long_ago =
            model::days_between(last.on, drawn.to) * long_ago_share > model::days_between(drawn.from, drawn.to);
        const auto look = look_of(panel, series, pens.palette);
        const Marker marker{.shape = last.is_prorated ? look.prorated : look.shape,
                            .colour = look.colour,
                            .inside = pens.palette.paper};
        labels.push_back({.y = last.value,
                          .words = end_words(panel, series, is_long_ago, pens.options.reader),
                          .style = pens.small,
                          .rank = rank_of_end,
                          .marker = marker});
    }
    for (const auto& line : panel.scale.lines) {
        if (is_on_scale(panel.scale, line.value)) {
            labels.push_back({.y = line.value,
                              .words = line_words(line, pens.options.reader),
                              .style = pens.small,
                              .rank = line.kind == model::LineKind::cut_off ? rank_of_cut_off : rank_of_other_line});
        }
    }
    if (const auto* series = with_reliable_change(panel)) {
        const double offset = reliable_change_offset(panel, series->reading);
        labels.push_back({.y = series->reading.first->value + offset,
                          .words = reliable_change_words(offset, pens.options.reader),
                          .style = pens.small,
                          .rank = rank_of_reliable_change});
    }
    return labels;
}

void draw_panel(Scene& scene, const PanelPlace& place, const TimeAxis& time, const ChartPens& pens)
{
    draw_heading(scene, place, pens);
    if (place.panel.is_empty()) {
        add_label(scene, pens.ruler, empty_panel_words(place.panel), pens.quiet,
                  {place.plot.x + 2 * space, place.plot.centre().y}, place.plot.width - 4 * space);
        return;
    }
    const auto axis = value_axis(place.panel.scale, place.plot);
    draw_grid(scene, place, axis, pens);
    draw_reference_lines(scene, place, axis, time, pens);
    const auto first_hit_area = scene.hit_areas.size();
    for (const auto& series : place.panel.series) {
        draw_series(scene, place, series, axis, time, pens, first_hit_area);
    }
    draw_side_labels(scene, place, axis, time.period, pens);
}

} // namespace app
