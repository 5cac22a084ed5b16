#include "app/drawing/goal_chart.h"

#include "app/drawing/series_look.h"
#include "app/drawing/style.h"
#include "app/words/dates.h"
#include "app/words/note_words.h"
#include "app/words/session_words.h"
#include "model/goal.h"

#include <algorithm>

namespace app {

namespace {

constexpr double edge = 8;
constexpr double scale_width = 22;
constexpr double legend_height = 20;
constexpr double dates_height = 16;

/// The first and the last day of a chart.
struct Days {
    model::Date first{};
    model::Date last{};
    int length = 1; ///< Never 0, so that it can be divided by.
};

Days days_of(const GoalHistory& history)
{
    std::vector<model::Date> days;
    for (const auto* points : {&history.by_therapist, &history.by_client}) {
        for (const auto& point : *points) {
            days.push_back(point.on);
        }
    }
    const auto [first, last] = std::ranges::minmax(days);
    return {.first = first, .last = last, .length = std::max(1, model::days_between(first, last))};
}

std::vector<Point> places_of(const std::vector<GoalPoint>& points, const Days& days, const Box& box)
{
    std::vector<Point> places;
    places.reserve(points.size());
    for (const auto& point : points) {
        const double along = static_cast<double>(model::days_between(days.first, point.on)) / days.length;
        const double up = static_cast<double>(point.value) / model::highest_rating;
        places.push_back({.x = box.x + along * box.width, .y = box.bottom() - up * box.height});
    }
    return places;
}

void add_line(Scene& scene, const std::vector<Point>& places, const SeriesLook& look, double width,
              const Palette& palette)
{
    if (places.empty()) {
        return;
    }
    scene.elements.emplace_back(
        Polyline{.points = places, .stroke = {.colour = look.colour, .width = width, .dash = look.dash}});
    scene.elements.emplace_back(Marker{
        .centre = places.back(), .shape = look.shape, .size = 7, .colour = look.colour, .inside = palette.paper});
}

void add_scale(Scene& scene, const Box& box, const Palette& palette)
{
    for (const int value : {0, 5, model::highest_rating}) {
        const double y = box.bottom() - box.height * value / model::highest_rating;
        scene.elements.emplace_back(Line{
            .from = {.x = box.x, .y = y}, .to = {.x = box.right(), .y = y}, .stroke = {.colour = palette.hairline}});
        scene.elements.emplace_back(Text{.position = {.x = box.x - 6, .y = y + type_size::small * 0.36},
                                         .words = std::to_string(value),
                                         .style = {.size = type_size::small, .colour = palette.quiet_ink},
                                         .align = Align::right});
    }
}

/// The first and the last day, below the chart.
void add_dates(Scene& scene, const Days& days, const Box& box, const Palette& palette)
{
    const TextStyle style{.size = type_size::small, .colour = palette.quiet_ink};
    const double baseline = box.bottom() + dates_height - type_size::small * 0.3;
    scene.elements.emplace_back(
        Text{.position = {.x = box.x, .y = baseline}, .words = short_date(days.first), .style = style});
    if (days.last != days.first) {
        scene.elements.emplace_back(Text{.position = {.x = box.right(), .y = baseline},
                                         .words = short_date(days.last),
                                         .style = style,
                                         .align = Align::right});
    }
}

/// Which line is whose, below the dates.
void add_legend(Scene& scene, const GoalHistory& history, const Palette& palette)
{
    const double y = scene.size.height - legend_height / 2;
    double x = scale_width + 4;
    const auto add = [&](model::Rater rater) {
        const auto look = rater_look(rater, palette);
        scene.elements.emplace_back(Marker{.centre = {.x = x, .y = y},
                                           .shape = look.shape,
                                           .size = 7,
                                           .colour = look.colour,
                                           .inside = palette.paper});
        scene.elements.emplace_back(Text{.position = {.x = x + 8, .y = y + type_size::small * 0.36},
                                         .words = rater_label(rater),
                                         .style = {.size = type_size::small, .colour = palette.quiet_ink}});
        x += 64;
    };
    if (!history.by_therapist.empty()) {
        add(model::Rater::therapist);
    }
    if (!history.by_client.empty()) {
        add(model::Rater::client);
    }
}

/// The values of each rater, oldest first.
std::string values_of(const GoalChart& chart)
{
    std::string values;
    for (const auto* points : {&chart.history.by_therapist, &chart.history.by_client}) {
        if (!points->empty()) {
            values += (values.empty() ? "" : "; ") +
                      rater_label(points == &chart.history.by_client ? model::Rater::client : model::Rater::therapist);
            for (const auto& point : *points) {
                values += " " + std::to_string(point.value);
            }
        }
    }
    return values;
}

} // namespace

std::string goal_chart_description(const GoalChart& chart)
{
    return goal_chart_words(chart.wording, values_of(chart));
}

Scene goal_chart_scene(const GoalChart& chart, Size size, const Palette& palette)
{
    Scene scene{.size = size, .description = goal_chart_description(chart)};
    const Box box{.x = scale_width,
                  .y = edge,
                  .width = size.width - scale_width - edge,
                  .height = size.height - 2 * edge - dates_height - legend_height};
    add_scale(scene, box, palette);
    if (chart.history.by_therapist.empty() && chart.history.by_client.empty()) {
        return scene;
    }
    const Days days = days_of(chart.history);
    add_line(scene, places_of(chart.history.by_client, days, box), rater_look(model::Rater::client, palette), 1.5,
             palette);
    add_line(scene, places_of(chart.history.by_therapist, days, box), rater_look(model::Rater::therapist, palette), 2,
             palette);
    add_dates(scene, days, box, palette);
    add_legend(scene, chart.history, palette);
    return scene;
}

} // namespace app
