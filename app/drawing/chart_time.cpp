#include "app/drawing/chart_time.h"

#include "app/drawing/chart_labels.h"
#include "app/words/chart_words.h"
#include "app/words/dates.h"
#include "app/words/readings.h"
#include "model/text.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace app {

namespace {

/// A stretch of time as a row draws it.
struct Strip {
    model::Date from{};
    model::Date until{};
    std::size_t tint = 0;
    std::string name{};
    std::string short_name{};
    std::string words{}; ///< For hovering.
};

constexpr std::size_t neutral = 0;

std::size_t tint_of(model::LevelOfCare level)
{
    switch (level) {
    case model::LevelOfCare::outpatient:
        return neutral;
    case model::LevelOfCare::intensive:
        return 1;
    case model::LevelOfCare::inpatient:
        break;
    }
    return 3;
}

std::vector<Strip> level_strips(const model::Trajectory& trajectory)
{
    std::vector<Strip> strips;
    for (const auto& stretch : trajectory.levels) {
        if (!strips.empty() && strips.back().until < stretch.from) {
            strips.push_back({.from = strips.back().until, .until = stretch.from, .name = not_in_care_words()});
        }
        strips.push_back({.from = stretch.from,
                          .until = stretch.until,
                          .tint = tint_of(stretch.level),
                          .name = level_words(stretch.level),
                          .words = stretch_words(stretch)});
    }
    return strips;
}

/// One tint for each modality, in the order in which they first appear; neighbours never share one.
std::vector<Strip> modality_strips(const model::Trajectory& trajectory, const ChartPens& pens)
{
    const auto tints = pens.palette.spans.size();
    std::map<std::string, std::size_t> tint_by_code;
    std::vector<Strip> strips;
    for (const auto& stretch : trajectory.modalities) {
        const auto name = modality_name(stretch.modality, pens.options.modalities);
        auto tint = tint_by_code.try_emplace(stretch.modality, tint_by_code.size() % tints).first->second;
        if (!strips.empty() && strips.back().name != name && strips.back().tint == tint) {
            tint = (tint + 1) % tints;
        }
        strips.push_back({.from = stretch.from,
                          .until = stretch.until,
                          .tint = tint,
                          .name = name,
                          .short_name = modality_short_name(stretch.modality, pens.options.modalities),
                          .words = stretch_words(stretch, name)});
    }
    return strips;
}

/// The part of the paper that a strip takes; the first and last day reach to the edges of the plots.
Box box_of(const Strip& strip, const ChartFrame& frame, double top, double bottom)
{
    const auto& days = frame.time.period;
    const double nearly = frame.time.left - frame.left + 2;
    double from = std::clamp(frame.time.x(strip.from), frame.left, frame.right);
    double to = std::clamp(frame.time.x(strip.until), frame.left, frame.right);
    from = strip.from <= days.from || from - frame.left <= nearly ? frame.left : from;
    to = strip.until > days.to || frame.right - to <= nearly ? frame.right : to;
    return {from, top, std::max(0.0, to - from), bottom - top};
}

void fill(Scene& scene, const std::vector<Strip>& strips, const ChartFrame& frame, double top, double bottom,
          const ChartPens& pens)
{
    for (const auto& strip : strips) {
        const auto box = box_of(strip, frame, top, bottom);
        if (box.width > 0 && !strip.words.empty()) {
            scene.elements.emplace_back(Rectangle{.box = box, .fill = pens.palette.spans.at(strip.tint)});
        }
    }
}

/// The name of a strip as far as there is room for it: whole, short, or cut while enough letters are left to know it
/// by.
std::string name_for(const Strip& strip, double room, const ChartPens& pens)
{
    constexpr std::size_t fewest_letters = 4;
    for (const auto& name : {strip.name, strip.short_name}) {
        if (pens.ruler.width(name, pens.quiet) <= room) {
            return name;
        }
    }
    const auto cut = pens.ruler.elided(strip.name, pens.quiet, room);
    return model::characters_in(cut) > fewest_letters ? cut : std::string{};
}

void draw_row(Scene& scene, const std::vector<Strip>& strips, const ChartFrame& frame, double top,
              const ChartPens& pens)
{
    fill(scene, strips, frame, top, top + row_height(pens), pens);
    for (const auto& strip : strips) {
        const auto box = box_of(strip, frame, top, top + row_height(pens));
        const double room = box.width - 2 * space;
        add_label(scene, pens.ruler, name_for(strip, room, pens), pens.quiet, {box.x + space, box.centre().y}, room);
        if (box.width > 0 && !strip.words.empty()) {
            scene.hit_areas.push_back({.at = box.centre(),
                                       .radius = std::max(box.height, std::min(box.width, 8 * box.height)) / 2,
                                       .words = strip.words});
        }
    }
}

void draw_upright(Scene& scene, const ChartFrame& frame, const Box& plot, double x, const Stroke& stroke)
{
    // At the very ends the edge of the drawing says it already.
    if (x > frame.time.left + 2 && x < frame.time.right - 2) {
        scene.elements.emplace_back(Line{{x, plot.y}, {x, plot.bottom()}, stroke});
    }
}

/// A label on the axis, moved so far from the edges that it is whole.
struct AxisLabel {
    double left = 0;
    double right = 0;
};

AxisLabel label_at(double x, const std::string& words, const ChartFrame& frame, const ChartPens& pens)
{
    const double width = pens.ruler.width(words, pens.quiet);
    const double left = std::clamp(x - width / 2, 0.0, std::max(0.0, frame.edge - width));
    return {left, left + width};
}

void draw_dates(Scene& scene, const ChartFrame& frame, double bottom, const ChartPens& pens)
{
    const double middle = bottom + axis_height(pens) - pens.small_height / 2;
    std::optional<AxisLabel> cursor;
    if (pens.options.cursor && frame.time.period.covers(*pens.options.cursor)) {
        const auto words = short_date(*pens.options.cursor);
        auto style = pens.quiet;
        style.colour = pens.palette.accent;
        cursor = label_at(frame.time.x(*pens.options.cursor), words, frame, pens);
        add_label(scene, pens.ruler, words, style, {cursor->left, middle}, frame.edge - cursor->left);
    }
    double free_from = -space;
    for (const auto& tick : time_ticks(frame.time, pens.ruler, pens.quiet)) {
        const double x = frame.time.x(tick.on);
        scene.elements.emplace_back(
            Line{{x, bottom}, {x, bottom + space}, {.colour = pens.palette.quiet_ink, .width = 1}});
        const auto label = label_at(x, tick.words, frame, pens);
        const bool meets_cursor = cursor && label.left < cursor->right + space && label.right > cursor->left - space;
        if (label.left >= free_from + space && !meets_cursor) {
            add_label(scene, pens.ruler, tick.words, pens.quiet, {label.left, middle}, frame.edge - label.left);
            free_from = label.right;
        }
    }
}

} // namespace

int row_count(const model::Trajectory& trajectory)
{
    return (trajectory.levels.empty() ? 0 : 1) + (trajectory.modalities.empty() ? 0 : 1);
}

double row_height(const ChartPens& pens)
{
    return pens.small_height + space;
}

double axis_height(const ChartPens& pens)
{
    return pens.small_height * 1.5 + space;
}

void draw_tints(Scene& scene, const model::Trajectory& trajectory, const ChartFrame& frame, const ChartPens& pens)
{
    const auto strips = trajectory.modalities.empty() ? level_strips(trajectory) : modality_strips(trajectory, pens);
    fill(scene, strips, frame, frame.top, frame.bottom, pens);
}

void draw_rows(Scene& scene, const model::Trajectory& trajectory, const ChartFrame& frame, double top,
               const ChartPens& pens)
{
    if (!trajectory.levels.empty()) {
        draw_row(scene, level_strips(trajectory), frame, top, pens);
        top += row_height(pens);
        constexpr double seam = 2;
        scene.elements.emplace_back(
            Rectangle{.box = {frame.left, top - seam, frame.right - frame.left, seam}, .fill = pens.palette.paper});
    }
    if (!trajectory.modalities.empty()) {
        draw_row(scene, modality_strips(trajectory, pens), frame, top, pens);
    }
}

void draw_borders(Scene& scene, const model::Trajectory& trajectory, const ChartFrame& frame, const Box& plot,
                  const ChartPens& pens)
{
    for (const auto& stretch : trajectory.levels) {
        draw_upright(scene, frame, plot, frame.time.x(stretch.from),
                     {.colour = pens.palette.quiet_ink, .width = 1, .dash = Dash::dotted});
    }
    for (const auto& border : trajectory.borders) {
        draw_upright(scene, frame, plot, frame.time.x(border.on), {.colour = pens.palette.quiet_ink, .width = 1});
    }
}

/// Two short strokes across the axis: it does not begin with what is drawn at its left edge.
void draw_break(Scene& scene, Point at, const ChartPens& pens)
{
    constexpr double reach = 4;
    for (const double apart : {-2.0, 2.0}) {
        scene.elements.emplace_back(Line{{at.x + apart - reach / 2, at.y + reach},
                                         {at.x + apart + reach / 2, at.y - reach},
                                         {.colour = pens.palette.ink, .width = 1.5}});
    }
}

void draw_time_axis(Scene& scene, const ChartFrame& frame, const Box& plot, bool has_earlier, const ChartPens& pens)
{
    const double bottom = plot.bottom();
    scene.elements.emplace_back(
        Line{{frame.left, bottom}, {frame.right, bottom}, {.colour = pens.palette.quiet_ink, .width = 1}});
    draw_dates(scene, frame, bottom, pens);
    if (has_earlier) {
        draw_break(scene, {frame.time.left + space, bottom}, pens);
    }
    if (pens.options.cursor && frame.time.period.covers(*pens.options.cursor)) {
        const double x = frame.time.x(*pens.options.cursor);
        scene.elements.emplace_back(
            Line{{x, plot.y}, {x, bottom + space}, {.colour = pens.palette.accent, .width = 1.5}});
    }
}

/// Short upright strokes for sessions that took place, small crosses for those that did not; one to a place.
void draw_sessions(Scene& scene, const model::Trajectory& trajectory, const ChartFrame& frame, const ChartPens& pens)
{
    constexpr double least_apart = 3;
    constexpr double radius = 6;
    double last = -1e9;
    for (const auto& mark : trajectory.sessions) {
        const double x = frame.time.x(mark.on);
        if (x - last < least_apart || x < frame.left || x > frame.right) {
            continue;
        }
        last = x;
        if (mark.attendance == model::Attendance::attended) {
            scene.elements.emplace_back(
                Line{{x, frame.bottom - space}, {x, frame.bottom}, {.colour = pens.palette.quiet_ink, .width = 1}});
        } else {
            scene.elements.emplace_back(Marker{.centre = {x, frame.bottom - space / 2},
                                               .shape = MarkerShape::cross,
                                               .size = 5,
                                               .colour = pens.palette.quiet_ink});
        }
        scene.hit_areas.push_back({.at = {x, frame.bottom},
                                   .radius = radius,
                                   .key = "note:" + std::to_string(mark.note.value),
                                   .words = session_mark_words(mark)});
    }
}

} // namespace app
