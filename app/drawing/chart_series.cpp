#include "app/drawing/chart_series.h"

#include "app/drawing/chart_thinning.h"
#include "app/words/chart_words.h"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace app {

namespace {

constexpr double marker_size = 8;
constexpr double small_marker_size = 6;
constexpr double band_width = 6;
constexpr double band_distance = 8; ///< Bands closer than this would run into a ribbon that means something else.
constexpr double hit_distance = 3;
constexpr double ribbon_column = 2;
constexpr double hit_radius = 10;
constexpr std::uint8_t band_opacity = 56;

/// Half the width of the 95 % measurement band, in standard errors.
constexpr double band_reach = 1.96;

/// The series on the paper.
struct Drawn {
    const model::Series& series;
    SeriesLook look{};
    std::vector<Point> points{};
    std::vector<std::size_t> kept{}; ///< Indices of the points worth drawing.
};

Drawn on_paper(const PanelPlace& place, const model::Series& series, const ValueAxis& values, const TimeAxis& time,
               const ChartPens& pens)
{
    Drawn drawn{.series = series, .look = look_of(place.panel, series, pens.palette)};
    drawn.points.reserve(series.points.size());
    for (const auto& point : series.points) {
        drawn.points.push_back({std::clamp(time.x(point.on), place.plot.x, place.plot.right()), values.y(point.value)});
    }
    drawn.kept = thinned(drawn.points);
    return drawn;
}

void draw_bands(Scene& scene, const Drawn& drawn, const model::Scale& scale, const ValueAxis& values)
{
    if (!scale.standard_error) {
        return;
    }
    const double reach = band_reach * *scale.standard_error;
    for (const auto i : spaced(drawn.points, band_distance)) {
        const double value = drawn.series.points[i].value;
        const double top = values.y(value + reach);
        const Box box{drawn.points[i].x - band_width / 2, top, band_width, values.y(value - reach) - top};
        scene.elements.emplace_back(Rectangle{
            .box = box, .fill = drawn.look.colour.with_opacity(band_opacity), .corner_radius = band_width / 2});
    }
}

/// Where a line starts anew, as indices into `kept`: at each episode of care.
std::vector<std::size_t> line_starts(const Drawn& drawn)
{
    std::vector<std::size_t> starts;
    for (std::size_t i = 0; i < drawn.kept.size(); ++i) {
        const auto& points = drawn.series.points;
        if (i == 0 || points[drawn.kept[i]].episode != points[drawn.kept[i - 1]].episode) {
            starts.push_back(i);
        }
    }
    starts.push_back(drawn.kept.size());
    return starts;
}

void draw_line(Scene& scene, const Drawn& drawn, std::size_t from, std::size_t to)
{
    Polyline line{.stroke = {.colour = drawn.look.colour, .width = 2, .dash = drawn.look.dash}};
    for (std::size_t k = from; k < to; ++k) {
        line.points.push_back(drawn.points[drawn.kept[k]]);
    }
    scene.elements.emplace_back(std::move(line));
}

/// A line of more points than the width can show, as the stretch it covers in each column: looks the same, and paints
/// in a fraction of the time.
void draw_ribbon(Scene& scene, const Drawn& drawn, std::size_t from, std::size_t to)
{
    const auto at = [&](std::size_t k) { return drawn.points[drawn.kept[k]]; };
    const auto column = [&](std::size_t k) { return std::floor(at(k).x / ribbon_column); };
    double joined_y = at(from).y;
    for (std::size_t k = from; k < to;) {
        const std::size_t first = k;
        double top = joined_y;
        double bottom = joined_y;
        for (; k < to && column(k) == column(first); ++k) {
            top = std::min(top, at(k).y);
            bottom = std::max(bottom, at(k).y);
        }
        const Box box{column(first) * ribbon_column, top, ribbon_column, std::max(ribbon_column, bottom - top)};
        scene.elements.emplace_back(Rectangle{.box = box, .fill = drawn.look.colour});
        if (k == to) {
            return;
        }
        joined_y = at(k - 1).y;
        if (column(k) > column(first) + 1) {
            scene.elements.emplace_back(Line{at(k - 1), at(k), {.colour = drawn.look.colour, .width = 2}});
            joined_y = at(k).y;
        }
    }
}

void draw_lines(Scene& scene, const Drawn& drawn, std::span<const std::size_t> starts, double width)
{
    const bool is_ribbon = static_cast<double>(drawn.kept.size()) > width;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        if (starts[i + 1] - starts[i] >= 2) {
            is_ribbon ? draw_ribbon(scene, drawn, starts[i], starts[i + 1])
                      : draw_line(scene, drawn, starts[i], starts[i + 1]);
        }
    }
}

Marker marker_of(const Drawn& drawn, std::size_t index, double size, const ChartPens& pens)
{
    const bool is_prorated = drawn.series.points[index].is_prorated;
    return {.centre = drawn.points[index],
            .shape = is_prorated ? drawn.look.prorated : drawn.look.shape,
            .size = size,
            .colour = drawn.look.colour,
            .inside = pens.palette.paper};
}

/// Whether markers all along the line would hide it.
bool is_crowded(const Drawn& drawn, double width)
{
    return static_cast<double>(drawn.kept.size()) * small_marker_size > width;
}

void draw_markers(Scene& scene, const Drawn& drawn, std::span<const std::size_t> starts, double width,
                  const ChartPens& pens)
{
    const auto count = static_cast<double>(drawn.kept.size());
    const bool are_crowded = is_crowded(drawn, width);
    const double size = count * marker_size * 1.25 > width ? small_marker_size : marker_size;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        for (std::size_t k = starts[i]; k < starts[i + 1]; ++k) {
            // A crowded line shows where it begins and ends.
            if (!are_crowded || k == starts[i] || k + 1 == starts[i + 1]) {
                scene.elements.emplace_back(marker_of(drawn, drawn.kept[k], size, pens));
            }
        }
    }
}

void draw_chosen(Scene& scene, const Drawn& drawn, const ChartPens& pens)
{
    const auto& chosen = pens.options.chosen;
    if (!chosen || chosen->series != drawn.series.key || chosen->index >= drawn.points.size()) {
        return;
    }
    constexpr double radius = marker_size;
    const auto at = drawn.points[chosen->index];
    scene.elements.emplace_back(Rectangle{.box = {at.x - radius, at.y - radius, 2 * radius, 2 * radius},
                                          .fill = pens.palette.paper,
                                          .stroke = Stroke{.colour = pens.palette.accent, .width = 2},
                                          .corner_radius = radius});
    scene.elements.emplace_back(marker_of(drawn, chosen->index, marker_size, pens));
}

/// One hit area a point; where raters agree their points share one, which says both. Those of the panel stand in the
/// scene from `first` on.
void add_hit_areas(Scene& scene, const Drawn& drawn, const model::Panel& panel, std::size_t first)
{
    for (const auto i : spaced(drawn.points, hit_distance)) {
        const auto words = point_words(panel, drawn.series, drawn.series.points[i]);
        const auto taken =
            std::find_if(scene.hit_areas.begin() + static_cast<std::ptrdiff_t>(first), scene.hit_areas.end(),
                         [&](const HitArea& area) { return area.at == drawn.points[i]; });
        if (taken != scene.hit_areas.end()) {
            taken->words += "\n" + words;
            continue;
        }
        scene.hit_areas.push_back(
            {.at = drawn.points[i], .radius = hit_radius, .key = hit_key({drawn.series.key, i}), .words = words});
    }
}

} // namespace

void draw_series(Scene& scene, const PanelPlace& place, const model::Series& series, const ValueAxis& values,
                 const TimeAxis& time, const ChartPens& pens, std::size_t first_hit_area)
{
    if (series.points.empty()) {
        return;
    }
    const auto drawn = on_paper(place, series, values, time, pens);
    const auto starts = line_starts(drawn);
    draw_bands(scene, drawn, place.panel.scale, values);
    draw_lines(scene, drawn, starts, place.plot.width);
    draw_markers(scene, drawn, starts, place.plot.width, pens);
    draw_chosen(scene, drawn, pens);
    add_hit_areas(scene, drawn, place.panel, first_hit_area);
}

} // namespace app
