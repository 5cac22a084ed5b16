#include "app/drawing/chart_series.h"

#include "app/drawing/chart_thinning.h"
#include "app/words/chart_words.h"

#include <algorithm>
#include <span>

namespace app {

namespace {

constexpr double marker_size = 8;
constexpr double small_marker_size = 6;
constexpr double band_width = 6;
constexpr double band_distance = 8; ///< Bands closer than this would run into a ribbon that means something else.
constexpr double hit_distance = 3;
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
    Drawn drawn{.series = series, .look = look_of(series, place.measure, pens.palette)};
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

void draw_lines(Scene& scene, const Drawn& drawn, std::span<const std::size_t> starts)
{
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        if (starts[i + 1] - starts[i] < 2) {
            continue;
        }
        Polyline line{.stroke = {.colour = drawn.look.colour, .width = 2, .dash = drawn.look.dash}};
        for (std::size_t k = starts[i]; k < starts[i + 1]; ++k) {
            line.points.push_back(drawn.points[drawn.kept[k]]);
        }
        scene.elements.emplace_back(std::move(line));
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

void draw_markers(Scene& scene, const Drawn& drawn, std::span<const std::size_t> starts, double width,
                  const ChartPens& pens)
{
    const auto count = static_cast<double>(drawn.kept.size());
    const bool are_crowded = count * small_marker_size > width;
    const double size = count * marker_size * 1.25 > width ? small_marker_size : marker_size;
    for (std::size_t i = 0; i + 1 < starts.size(); ++i) {
        for (std::size_t k = starts[i]; k < starts[i + 1]; ++k) {
            // A crowded line shows where it begins and ends; markers all along would hide it.
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
    draw_lines(scene, drawn, starts);
    draw_markers(scene, drawn, starts, place.plot.width, pens);
    draw_chosen(scene, drawn, pens);
    add_hit_areas(scene, drawn, place.panel, first_hit_area);
}

} // namespace app
