#include "model/trajectory.h"

#include "model/trajectory_panels.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace model {

namespace {

/// An end without records is cut off the drawing when it is longer than this share of the period ...
constexpr int idle_share = 4;
/// ... and the drawing still shows at least this many days.
constexpr int shortest_drawing = 28;
/// Of the days with scores, at most one in this many may lie before the drawing ...
constexpr std::size_t few_share = 5;
/// ... and only when the time without any that follows them is longer than all the rest by this factor.
constexpr int crowding = 2;

/// First and last day on which something was recorded, among the days of `within`.
std::optional<Period> recorded(const ClientRecord& record, std::optional<Period> within)
{
    std::optional<Period> found;
    const auto add = [&](Date day) {
        if (!within || within->covers(day)) {
            found = found ? Period{std::min(found->from, day), std::max(found->to, day)} : Period{day, day};
        }
    };
    for (const auto& episode : record.episodes) {
        add(episode.admitted_on);
        if (episode.discharged_on) {
            add(*episode.discharged_on);
        }
    }
    for (const auto& note : record.notes) {
        if (!note.is_entered_in_error) {
            add(note.session.held_on);
        }
    }
    for (const auto& administration : record.administrations) {
        if (!administration.entered_in_error) {
            add(administration.details.taken_on);
        }
    }
    return found;
}

Period whole(const ClientRecord& record, Date today)
{
    auto period = recorded(record, std::nullopt).value_or(Period{today, today});
    if (!record.episodes.empty() && !record.episodes.back().discharged_on) {
        period.to = std::max(period.to, today);
    }
    return period;
}

/// `period` without a long end in which nothing was recorded.
Period without_idle_end(const ClientRecord& record, Period period)
{
    const auto days = recorded(record, period);
    if (!days || days_between(days->to, period.to) * idle_share <= days_between(period.from, period.to)) {
        return period;
    }
    return {period.from, std::min(period.to, std::max(days->to, days_after(period.from, shortest_drawing)))};
}

/// The days of `period` on which something was scored or rated, each once, oldest first.
std::vector<Date> days_of_points(std::span<const Panel> panels)
{
    std::vector<Date> days;
    for (const Panel& panel : panels) {
        for (const Series& series : panel.series) {
            std::ranges::transform(series.points, std::back_inserter(days), &TrajectoryPoint::on);
        }
    }
    std::ranges::sort(days);
    const auto repeated = std::ranges::unique(days);
    days.erase(repeated.begin(), repeated.end());
    return days;
}

/// Where the drawing begins when a few scores of long ago would leave what followed them less than a third of it.
Date drawn_from(std::span<const Date> days, Period period)
{
    const std::size_t few = std::max<std::size_t>(1, days.size() / few_share);
    for (std::size_t before = std::min(few, days.size()); before > 0; --before) {
        const bool is_rest_readable = days.size() >= before + 2;
        if (is_rest_readable &&
            days_between(days[before - 1], days[before]) > crowding * days_between(days[before], period.to)) {
            return days[before];
        }
    }
    return period.from;
}

Period drawn_part(const ClientRecord& record, std::span<const Panel> panels, Period period)
{
    const Period drawn = without_idle_end(record, period);
    const auto days = days_of_points(panels);
    const Date from = drawn_from(days, drawn);
    return {std::min(from, std::max(drawn.from, days_after(drawn.to, -shortest_drawing))), drawn.to};
}

/// Cuts a stretch to the period; false when nothing is left of it.
template <class Stretch>
bool cut(Stretch& stretch, Period period)
{
    stretch.from = std::max(stretch.from, period.from);
    stretch.until = std::min(stretch.until, days_after(period.to, 1));
    return stretch.from < stretch.until;
}

std::vector<LevelStretch> levels_of(const ClientRecord& record, Period period)
{
    std::vector<LevelStretch> stretches;
    for (std::size_t number = 0; number < record.episodes.size(); ++number) {
        const auto& episode = record.episodes[number];
        Date end = days_after(episode.discharged_on.value_or(period.to), 1);
        if (number + 1 < record.episodes.size()) {
            // Who returns on the day of discharge is at the new level on that day.
            end = std::min(end, record.episodes[number + 1].admitted_on);
        }
        for (std::size_t i = 0; i < episode.levels.size(); ++i) {
            const auto& span = episode.levels[i];
            const bool is_last = i + 1 == episode.levels.size();
            LevelStretch stretch{
                .from = span.from, .until = is_last ? end : episode.levels[i + 1].from, .level = span.level};
            if (!cut(stretch, period)) {
                continue;
            }
            // A level that was looked at again and kept is one stretch, not two.
            const bool goes_on = i > 0 && !stretches.empty() && stretches.back().until == stretch.from &&
                                 stretches.back().level == stretch.level;
            if (goes_on) {
                stretches.back().until = stretch.until;
            } else {
                stretches.push_back(stretch);
            }
        }
    }
    return stretches;
}

std::vector<ModalityStretch> modalities_of(const ClientRecord& record, Period period)
{
    std::vector<ModalityStretch> runs;
    const EpisodeOfCare* run_episode = nullptr;
    for (const auto& note : record.notes) {
        const auto& session = note.session;
        if (note.is_entered_in_error || session.attendance != Attendance::attended || note.modalities.empty()) {
            continue;
        }
        const auto* episode = episode_on(record.episodes, session.held_on);
        const auto& modality = note.modalities.front().modality;
        const bool is_same_episode = !runs.empty() && episode == run_episode;
        if (!is_same_episode || runs.back().modality != modality) {
            if (is_same_episode) {
                runs.back().until = session.held_on;
            }
            runs.push_back({.from = session.held_on, .modality = modality});
            run_episode = episode;
        }
        runs.back().until = days_after(session.held_on, 1);
        runs.back().sessions += 1;
    }
    std::vector<ModalityStretch> shown;
    for (auto& run : runs) {
        if (cut(run, period)) {
            shown.push_back(std::move(run));
        }
    }
    return shown;
}

std::vector<SessionMark> sessions_of(const ClientRecord& record, Period period)
{
    std::vector<SessionMark> marks;
    for (const auto& note : record.notes) {
        if (!note.is_entered_in_error && period.covers(note.session.held_on)) {
            marks.push_back({note.session.held_on, note.id, note.session.attendance});
        }
    }
    std::ranges::stable_sort(marks, {}, &SessionMark::on);
    return marks;
}

std::vector<EpisodeBorder> borders_of(const ClientRecord& record, Period period)
{
    std::vector<EpisodeBorder> borders;
    for (const auto& episode : record.episodes) {
        if (period.covers(episode.admitted_on)) {
            borders.push_back({episode.admitted_on, true});
        }
        if (episode.discharged_on && period.covers(*episode.discharged_on)) {
            borders.push_back({*episode.discharged_on, false});
        }
    }
    return borders;
}

} // namespace

Period period_of(const ClientRecord& record, Range range, Date today)
{
    switch (range) {
    case Range::three_months:
        return {months_after(today, -3), today};
    case Range::six_months:
        return {months_after(today, -6), today};
    case Range::year:
        return {months_after(today, -12), today};
    case Range::episode:
        if (const auto* episode = episode_on(record.episodes, today)) {
            return {episode->admitted_on, episode->discharged_on.value_or(today)};
        }
        break;
    case Range::all:
        break;
    }
    return whole(record, today);
}

bool Panel::is_empty() const
{
    return std::ranges::all_of(series, [](const Series& line) { return line.points.empty(); });
}

int Trajectory::lines_looked_at() const
{
    int lines = 0;
    for (const auto& panel : panels) {
        lines += static_cast<int>(
            std::ranges::count_if(panel.series, [](const Series& line) { return !line.points.empty(); }));
    }
    return lines;
}

std::vector<Date> Trajectory::days_before_drawing() const
{
    auto days = days_of_points(panels);
    days.erase(std::ranges::lower_bound(days, drawn.from), days.end());
    return days;
}

Trajectory build_trajectory(const ClientRecord& record, std::span<const MeasureDefinition> definitions, Period period)
{
    auto panels = panels_of(record, definitions, period);
    const Period drawn = drawn_part(record, panels, period);
    return {
        .period = period,
        .drawn = drawn,
        .panels = std::move(panels),
        .levels = levels_of(record, period),
        .modalities = modalities_of(record, period),
        .sessions = sessions_of(record, period),
        .borders = borders_of(record, period),
    };
}

} // namespace model
