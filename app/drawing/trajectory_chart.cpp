#include "app/drawing/trajectory_chart.h"

#include "app/drawing/chart_panel.h"
#include "app/drawing/chart_time.h"
#include "app/words/chart_words.h"

#include <algorithm>
#include <charconv>
#include <span>

namespace app {

namespace {

constexpr double natural_plot = 120;
constexpr double lowest_plot = 32;
constexpr double highest_plot = 300;
constexpr double edge_of_plot = 2 * space; ///< From the plot's edge to the first and the last day.

/// Heights of the parts of a chart.
struct Heights {
    double rows = 0;
    double head = 0;          ///< Above each plot: its line of words.
    double title_to_plot = 0; ///< From the middle of that line to the plot.
    double empty = 0;         ///< A panel's plot without points.
    double gap = 0;           ///< Between panels.
    double axis = 0;          ///< Below each plot that has points, and below the last one.
    double footnote = 0;
};

std::vector<std::string> footnote_lines(const model::Trajectory& trajectory, double width, const ChartPens& pens)
{
    const auto words = pens.options.with_footnote ? chart_footnote(trajectory, pens.options.reader) : std::string{};
    return words.empty() ? std::vector<std::string>{} : pens.ruler.lines(words, pens.quiet, width);
}

Heights heights_of(const model::Trajectory& trajectory, double width, const ChartPens& pens)
{
    const int rows = pens.options.with_rows ? row_count(trajectory) : 0;
    const auto lines = footnote_lines(trajectory, width, pens).size();
    // Labels beside a plot reach half a line above it.
    const double below_title = std::max(2 * space, pens.small_height / 2 + 1);
    return {
        .rows = rows == 0 ? 0 : rows * row_height(pens),
        .head = space + pens.title_height + below_title,
        .title_to_plot = pens.title_height / 2 + below_title,
        .empty = pens.small_height + space,
        .gap = 2 * space,
        .axis = axis_height(pens),
        .footnote = lines == 0 ? 0 : static_cast<double>(lines) * pens.small_height + 2 * space,
    };
}

/// What panels take besides the plots that grow with the chart.
double fixed_height(std::span<const model::Panel> panels, const Heights& heights)
{
    double fixed = heights.axis;
    for (const auto& panel : panels) {
        fixed += heights.head + heights.gap;
        if (panel.is_empty()) {
            fixed += heights.empty;
        } else if (&panel != &panels.back()) {
            fixed += heights.axis;
        }
    }
    return fixed;
}

/// How high the plots with points become when `panels` share `room`; below `lowest_plot` when they do not fit.
double plot_height(std::span<const model::Panel> panels, double room, const Heights& heights)
{
    const double fixed = fixed_height(panels, heights);
    const auto growing = std::ranges::count_if(panels, [](const auto& panel) { return !panel.is_empty(); });
    if (growing == 0) {
        return fixed <= room ? highest_plot : 0;
    }
    return std::min(highest_plot, (room - fixed) / static_cast<double>(growing));
}

/// The share of the width that words beside the plots may take.
constexpr double left_share = 0.2;
constexpr double right_share = 0.45;

double left_width(std::span<const model::Panel> panels, double width, const ChartPens& pens)
{
    double widest = 0;
    for (const auto& panel : panels) {
        for (const double value : {panel.scale.lowest, panel.scale.highest}) {
            widest = std::max(widest, pens.ruler.width(tick_words(value), pens.quiet));
        }
        // Ticks between the ends may have a decimal that the ends lack.
        const bool has_decimals = panel.scale.highest - panel.scale.lowest < 4;
        widest = std::max(widest, has_decimals ? pens.ruler.width("0.5", pens.quiet) : 0);
    }
    const double wanted = widest + 3 * space;
    return wanted > width * left_share ? 2 * space : wanted;
}

double right_width(const model::Trajectory& trajectory, std::span<const model::Panel> panels, double width,
                   const ChartPens& pens)
{
    double widest = 0;
    for (const auto& panel : panels) {
        const auto labels = wanted_side_labels(panel, trajectory.drawn, pens);
        widest = std::max(widest, side_width(labels, pens.ruler));
    }
    const double room = width * right_share;
    return room < 12 * space ? 2 * space : std::min(widest + 3 * space, room);
}

/// Where each panel stands. `panels` outlive the places.
std::vector<PanelPlace> places_of(std::span<const model::Panel> panels, const ChartFrame& frame, double plot,
                                  const Heights& heights)
{
    std::vector<PanelPlace> places;
    double top = frame.top;
    for (const auto& panel : panels) {
        const bool is_last = &panel == &panels.back();
        const double height = panel.is_empty() ? heights.empty : plot;
        places.push_back({
            .panel = panel,
            .title_middle = top + heights.head - heights.title_to_plot,
            .plot = {frame.left, top + heights.head, frame.right - frame.left, height},
            .right_edge = frame.edge,
            .has_dates = is_last || !panel.is_empty(),
        });
        const auto& place = places.back();
        top = place.plot.bottom() + (place.has_dates ? heights.axis : 0) + heights.gap;
    }
    return places;
}

void draw_footnote(Scene& scene, const model::Trajectory& trajectory, const ChartFrame& frame, std::size_t left_out,
                   const ChartPens& pens)
{
    double middle = frame.bottom + axis_height(pens) + pens.small_height / 2 + 2 * space;
    if (left_out > 0) {
        add_label(scene, pens.ruler, more_panels_words(left_out), pens.quiet, {0, middle}, frame.edge);
        return;
    }
    for (const auto& line : footnote_lines(trajectory, frame.edge, pens)) {
        add_label(scene, pens.ruler, line, pens.quiet, {0, middle}, frame.edge);
        middle += pens.small_height;
    }
}

/// The panels that fit, and how high their plots are.
struct Fit {
    std::size_t panels = 0;
    double plot = 0;
};

Fit fit(const model::Trajectory& trajectory, double height, const Heights& heights, const ChartPens& pens)
{
    const std::span all{trajectory.panels};
    const double plot = plot_height(all, height - heights.rows - heights.footnote, heights);
    if (plot >= lowest_plot) {
        return {all.size(), plot};
    }
    const double with_remark = height - heights.rows - pens.small_height - 3 * space;
    for (auto count = all.size() - 1; count > 0; --count) {
        const double smaller = plot_height(all.first(count), with_remark, heights);
        if (smaller >= lowest_plot) {
            return {count, smaller};
        }
    }
    return {};
}

} // namespace

std::string hit_key(const PointPlace& place)
{
    return place.series + "#" + std::to_string(place.index);
}

std::optional<PointPlace> place_in(std::string_view key)
{
    const auto mark = key.rfind('#');
    if (mark == std::string_view::npos) {
        return std::nullopt;
    }
    PointPlace place{.series = std::string{key.substr(0, mark)}};
    const auto* end = key.data() + key.size();
    const auto [read_to, error] = std::from_chars(key.data() + mark + 1, end, place.index);
    return error == std::errc{} && read_to == end ? std::optional{place} : std::nullopt;
}

double natural_chart_height(const model::Trajectory& trajectory, double width, const TextRuler& ruler,
                            const ChartOptions& options)
{
    const auto palette = light_palette();
    const ChartPens pens{ruler, palette, options};
    const auto heights = heights_of(trajectory, width, pens);
    if (trajectory.panels.empty()) {
        return 10 * pens.small_height;
    }
    const auto plots = std::ranges::count_if(trajectory.panels, [](const auto& panel) { return !panel.is_empty(); });
    return heights.rows + fixed_height(trajectory.panels, heights) + heights.footnote +
           static_cast<double>(plots) * natural_plot * options.type;
}

Scene trajectory_chart(const model::Trajectory& trajectory, Size size, const TextRuler& ruler, const Palette& palette,
                       const ChartOptions& options)
{
    const ChartPens pens{ruler, palette, options};
    Scene scene{.size = size, .description = chart_description(trajectory, options.reader)};
    if (trajectory.panels.empty()) {
        add_label(scene, ruler, nothing_to_draw_words(), pens.quiet, {size.width / 2, size.height / 2}, size.width,
                  Align::centre);
        return scene;
    }
    const auto heights = heights_of(trajectory, size.width, pens);
    const auto fitting = fit(trajectory, size.height, heights, pens);
    const auto panels = std::span{trajectory.panels}.first(fitting.panels);
    ChartFrame frame{.left = left_width(panels, size.width, pens),
                     .right = size.width - right_width(trajectory, panels, size.width, pens),
                     .top = heights.rows,
                     .edge = size.width};
    frame.time = {trajectory.drawn, frame.left + edge_of_plot, frame.right - edge_of_plot};
    if (panels.empty() || frame.time.right - frame.time.left < 4 * edge_of_plot) {
        return scene;
    }
    const auto places = places_of(panels, frame, fitting.plot, heights);
    frame.bottom = places.back().plot.bottom();
    draw_tints(scene, trajectory, frame, pens);
    if (options.with_rows) {
        draw_rows(scene, trajectory, frame, 0, pens);
    }
    const bool has_earlier = !trajectory.days_before_drawing().empty();
    for (const auto& place : places) {
        draw_borders(scene, trajectory, frame, place.plot, pens);
        if (place.has_dates) {
            draw_time_axis(scene, frame, place.plot, has_earlier, pens);
        }
        draw_panel(scene, place, frame.time, pens);
    }
    draw_sessions(scene, trajectory, frame, pens);
    draw_footnote(scene, trajectory, frame, trajectory.panels.size() - panels.size(), pens);
    return scene;
}

} // namespace app
