#include "model/trajectory_panels.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace model {

namespace {

/// A client's record, sorted by what panels ask for.
struct Sorted {
    const ClientRecord& record;
    Period period;
    std::map<std::string_view, std::vector<const Administration*>> by_measure{};
    std::map<Date, NoteId> first_note_on{};
    std::map<GoalId, Series> by_therapist{};
    std::map<GoalId, Series> by_client{};

    std::optional<EpisodeId> episode_of(Date day) const
    {
        const auto* episode = episode_on(record.episodes, day);
        return episode ? std::optional{episode->id} : std::nullopt;
    }
};

std::string goal_key(GoalId goal)
{
    return "goal:" + std::to_string(goal.value);
}

void sort_note(Sorted& sorted, const NoteOutline& note)
{
    const Date day = note.session.held_on;
    sorted.first_note_on.try_emplace(day, note.id);
    if (!sorted.period.covers(day)) {
        return;
    }
    for (const auto& rating : note.ratings) {
        TrajectoryPoint point{.on = day, .note = note.id, .episode = sorted.episode_of(day)};
        if (rating.by_therapist) {
            point.value = *rating.by_therapist;
            sorted.by_therapist[rating.goal].points.push_back(point);
        }
        if (rating.by_client) {
            point.value = *rating.by_client;
            sorted.by_client[rating.goal].points.push_back(point);
        }
    }
}

Sorted sort(const ClientRecord& record, Period period)
{
    Sorted sorted{.record = record, .period = period};
    for (const auto& note : record.notes) {
        if (!note.is_entered_in_error) {
            sort_note(sorted, note);
        }
    }
    for (const auto& administration : record.administrations) {
        if (!administration.entered_in_error) {
            sorted.by_measure[administration.details.measure].push_back(&administration);
        }
    }
    return sorted;
}

/// Reads the points of the last episode that has any.
Reading reading_of(const Scale& scale, const std::vector<TrajectoryPoint>& points)
{
    std::vector<ScoredOn> scores;
    for (const auto& point : points) {
        if (point.episode == points.back().episode) {
            scores.push_back({point.on, point.value});
        }
    }
    return read_series(scale, scores);
}

void finish(Series& series, const Scale& scale)
{
    // Sessions stand in the order of their moments; across time zones their dates may not.
    std::ranges::stable_sort(series.points, {}, &TrajectoryPoint::on);
    series.reading = reading_of(scale, series.points);
}

const ScaleScore* score_on(const Administration& administration, const Scale& scale)
{
    const auto found = std::ranges::find(administration.scores, scale.code, &ScaleScore::scale);
    return found != administration.scores.end() && found->value ? &*found : nullptr;
}

TrajectoryPoint point_of(const Sorted& sorted, const Administration& administration, const ScaleScore& score)
{
    const Date day = administration.details.taken_on;
    const auto note = sorted.first_note_on.find(day);
    return {
        .on = day,
        .value = *score.value,
        .note = note == sorted.first_note_on.end() ? std::nullopt : std::optional{note->second},
        .administration = administration.id,
        .episode = sorted.episode_of(day),
        .is_prorated = score.is_prorated,
        .answered = score.answered,
        .asked = score.asked,
    };
}

/// The panel of one scale; empty when the client has no score on it in any period.
std::optional<Panel> scale_panel(const Sorted& sorted, const MeasureDefinition& definition, const Scale& scale)
{
    const auto administrations = sorted.by_measure.find(definition.code);
    if (administrations == sorted.by_measure.end()) {
        return std::nullopt;
    }
    const std::string key = definition.code + "/" + scale.code;
    Series series{.key = key};
    bool was_ever_scored = false;
    for (const auto* administration : administrations->second) {
        if (const auto* score = score_on(*administration, scale)) {
            was_ever_scored = true;
            if (sorted.period.covers(administration->details.taken_on)) {
                series.points.push_back(point_of(sorted, *administration, *score));
            }
        }
    }
    if (!was_ever_scored) {
        return std::nullopt;
    }
    finish(series, scale);
    return Panel{
        .kind = PanelKind::measure,
        .key = key,
        .scale = scale,
        .area = definition.area,
        .measure = definition.code,
        .measure_name = definition.name,
        .version = definition.version,
        .is_lead_scale = scale.code == definition.lead_scale,
        .series = {std::move(series)},
    };
}

/// Where a scale of a measure stands in the stack.
enum class Rank {
    self_compassion, ///< What the measure is known by; the same for the next.
    outcome,
    rest,
    octant, ///< How somebody is with others: many at once, and looked at one by one.
};

Rank rank_of(const MeasureDefinition& definition, const Scale& scale)
{
    if (definition.area == MeasureArea::boundaries) {
        return Rank::octant;
    }
    if (definition.area == MeasureArea::self_compassion &&
        (definition.lead_scale.empty() || scale.code == definition.lead_scale)) {
        return Rank::self_compassion;
    }
    return scale.code == definition.lead_scale ? Rank::outcome : Rank::rest;
}

void add_scales(std::vector<Panel>& panels, const Sorted& sorted, std::span<const MeasureDefinition> definitions,
                Rank rank)
{
    for (const auto& definition : definitions) {
        const auto add = [&](const Scale& scale) {
            if (scale.is_charted && rank_of(definition, scale) == rank) {
                if (auto panel = scale_panel(sorted, definition, scale)) {
                    panels.push_back(std::move(*panel));
                }
            }
        };
        if (const auto* lead = definition.lead()) {
            add(*lead);
        }
        for (const auto& scale : definition.scales) {
            if (scale.code != definition.lead_scale) {
                add(scale);
            }
        }
    }
}

Series take(std::map<GoalId, Series>& ratings, GoalId goal, Rater rater)
{
    Series series;
    if (const auto found = ratings.find(goal); found != ratings.end()) {
        series = std::move(found->second);
    }
    series.key = goal_key(goal) + (rater == Rater::therapist ? "/therapist" : "/client");
    series.rater = rater;
    finish(series, rating_scale());
    return series;
}

void add_goals(std::vector<Panel>& panels, Sorted& sorted, bool open_ones)
{
    for (const auto& goal : sorted.record.goals) {
        if (goal.is_open_on(sorted.period.to) != open_ones) {
            continue;
        }
        Panel panel{
            .kind = PanelKind::goal,
            .key = goal_key(goal.id),
            .scale = rating_scale(),
            .goal = goal.id,
            .wording = goal.wording_on(sorted.period.to),
            .goal_closed_on = goal.closed_on,
            .series = {take(sorted.by_therapist, goal.id, Rater::therapist),
                       take(sorted.by_client, goal.id, Rater::client)},
        };
        if (open_ones || !panel.is_empty()) {
            panels.push_back(std::move(panel));
        }
    }
}

} // namespace

std::vector<Panel> panels_of(const ClientRecord& record, std::span<const MeasureDefinition> definitions, Period period)
{
    auto sorted = sort(record, period);
    std::vector<Panel> panels;
    add_scales(panels, sorted, definitions, Rank::self_compassion);
    add_scales(panels, sorted, definitions, Rank::outcome);
    add_goals(panels, sorted, true);
    add_goals(panels, sorted, false);
    add_scales(panels, sorted, definitions, Rank::rest);
    add_scales(panels, sorted, definitions, Rank::octant);
    return panels;
}

} // namespace model
