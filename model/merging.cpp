#include "model/merging.h"

#include <algorithm>
#include <iterator>

namespace model {

namespace {

/// Episodes that overlap, of whichever client; never empty.
struct OverlappingCare {
    std::vector<EpisodeOfCare> all{}; ///< Oldest first.
    std::vector<bool> is_survivors{}; ///< Of each.

    bool is_open() const
    {
        return std::ranges::any_of(all, [](const EpisodeOfCare& one) { return !one.discharged_on; });
    }

    /// The one that ends last, of several the first begun. Only where none is open.
    const EpisodeOfCare& last() const
    {
        return *std::ranges::max_element(all, {}, [](const EpisodeOfCare& one) { return *one.discharged_on; });
    }

    bool reaches(Date day) const { return is_open() || day < *last().discharged_on; }
};

std::vector<OverlappingCare> overlapping_care(std::span<const EpisodeOfCare> survivor,
                                              std::span<const EpisodeOfCare> other)
{
    std::vector<std::pair<EpisodeOfCare, bool>> all;
    std::ranges::transform(survivor, std::back_inserter(all), [](const auto& one) { return std::pair{one, true}; });
    std::ranges::transform(other, std::back_inserter(all), [](const auto& one) { return std::pair{one, false}; });
    std::ranges::stable_sort(all, {}, [](const auto& one) { return one.first.admitted_on; });
    std::vector<OverlappingCare> overlaps;
    for (auto& [episode, is_survivors] : all) {
        if (overlaps.empty() || !overlaps.back().reaches(episode.admitted_on)) {
            overlaps.emplace_back();
        }
        overlaps.back().all.push_back(std::move(episode));
        overlaps.back().is_survivors.push_back(is_survivors);
    }
    return overlaps;
}

/// The first of them whose admission stands.
const EpisodeOfCare& admission_of(const OverlappingCare& overlap, const SessionDays& sessions)
{
    const EpisodeOfCare& earliest = overlap.all.front();
    const auto entered = std::ranges::find(overlap.all, false, &EpisodeOfCare::is_admission_assumed);
    if (entered == overlap.all.end()) {
        return earliest;
    }
    const auto would_fall_out = [&](Date held) { return earliest.admitted_on <= held && held < entered->admitted_on; };
    const bool is_too_late =
        std::ranges::any_of(sessions.noted, would_fall_out) || std::ranges::any_of(sessions.drafted, would_fall_out);
    return is_too_late ? earliest : *entered;
}

/// The level of care of a day; the first before it begins. Nothing where there is none at all.
const LevelOfCareSpan* span_on(const EpisodeOfCare& episode, Date day)
{
    const LevelOfCareSpan* found = nullptr;
    for (const LevelOfCareSpan& span : episode.levels) {
        found = found == nullptr || span.from <= day ? &span : found;
    }
    return found;
}

/// The levels of `before` that `episode` says nothing of, as corrections.
void keep_former_levels(const EpisodeOfCare& before, EpisodeOfCare& episode)
{
    for (const LevelOfCareSpan& span : before.levels) {
        const LevelOfCareSpan* stands = span_on(episode, span.from);
        const bool is_said =
            stands != nullptr && stands->level == span.level && (span.reason.empty() || stands->reason == span.reason);
        if (!is_said) {
            episode.corrections.push_back(
                {.of = EpisodePart::level_of_care, .was_on = span.from, .level = span.level, .reason = span.reason});
        }
    }
}

/// Where the survivor's care ended and the other's goes on, the other's level of then begins on `day`.
void add_level_after(std::vector<LevelOfCareSpan>& levels, const OverlappingCare& overlap, Date day)
{
    if (std::ranges::find(levels, day, &LevelOfCareSpan::from) != levels.end()) {
        return;
    }
    for (std::size_t number = 0; number < overlap.all.size(); ++number) {
        const EpisodeOfCare& episode = overlap.all[number];
        if (overlap.is_survivors[number] || !episode.covers(day) || episode.levels.empty()) {
            continue;
        }
        LevelOfCareSpan span = *span_on(episode, day);
        span.from = day;
        levels.push_back(span);
        return;
    }
}

/// The survivor's levels, and the other's only before and after them.
std::vector<LevelOfCareSpan> levels_of(const OverlappingCare& overlap, Date admitted_on)
{
    std::vector<LevelOfCareSpan> levels;
    std::optional<Date> from;
    std::optional<Date> to;
    for (std::size_t number = 0; number < overlap.all.size(); ++number) {
        const EpisodeOfCare& episode = overlap.all[number];
        if (overlap.is_survivors[number]) {
            levels.insert(levels.end(), episode.levels.begin(), episode.levels.end());
            from = from.value_or(episode.admitted_on);
            to = episode.discharged_on;
        }
    }
    for (std::size_t number = 0; number < overlap.all.size(); ++number) {
        for (const LevelOfCareSpan& span : overlap.all[number].levels) {
            const bool is_free = !from || span.from < *from || (to && *to < span.from);
            const bool starts_twice = std::ranges::find(levels, span.from, &LevelOfCareSpan::from) != levels.end();
            if (!overlap.is_survivors[number] && is_free && !starts_twice) {
                levels.push_back(span);
            }
        }
    }
    if (to) {
        add_level_after(levels, overlap, days_after(*to, 1));
    }
    std::ranges::sort(levels, {}, &LevelOfCareSpan::from);
    const auto later =
        std::ranges::find_if(levels, [&](const LevelOfCareSpan& span) { return admitted_on < span.from; });
    if (later - levels.begin() > 1) {
        levels.erase(levels.begin(), later - 1);
    }
    if (!levels.empty()) {
        levels.front().from = admitted_on;
    }
    return levels;
}

UnitedEpisode united(const OverlappingCare& overlap, const SessionDays& sessions)
{
    UnitedEpisode result{.episode = overlap.all.front()};
    EpisodeOfCare& episode = result.episode;
    if (overlap.all.size() == 1) {
        result.of.push_back(episode.id);
        episode.corrections.clear();
        return result;
    }
    const EpisodeOfCare& admission = admission_of(overlap, sessions);
    episode.admitted_on = admission.admitted_on;
    episode.is_admission_assumed = admission.is_admission_assumed;
    episode.discharged_on = overlap.is_open() ? std::nullopt : overlap.last().discharged_on;
    episode.discharge_reason = overlap.is_open() ? std::string{} : overlap.last().discharge_reason;
    episode.levels = levels_of(overlap, episode.admitted_on);
    episode.corrections.clear();
    for (const EpisodeOfCare& one : overlap.all) {
        result.of.push_back(one.id);
        if (one.admitted_on != episode.admitted_on && !one.is_admission_assumed) {
            episode.corrections.push_back({.of = EpisodePart::admission, .was_on = one.admitted_on});
        }
        const bool ends_otherwise =
            one.discharged_on != episode.discharged_on || one.discharge_reason != episode.discharge_reason;
        if (one.discharged_on && ends_otherwise) {
            episode.corrections.push_back(
                {.of = EpisodePart::discharge, .was_on = *one.discharged_on, .reason = one.discharge_reason});
        }
        keep_former_levels(one, episode);
    }
    return result;
}

} // namespace

std::vector<UnitedEpisode> united_episodes(std::span<const EpisodeOfCare> survivor,
                                           std::span<const EpisodeOfCare> other, const SessionDays& sessions)
{
    std::vector<UnitedEpisode> episodes;
    for (const OverlappingCare& overlap : overlapping_care(survivor, other)) {
        episodes.push_back(united(overlap, sessions));
    }
    return episodes;
}

} // namespace model
