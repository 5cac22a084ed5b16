#include "model/episode.h"

#include <algorithm>

namespace model {

namespace {

std::optional<EpisodeProblem> problem_with_day(Date day, Date today)
{
    if (today < day) {
        return EpisodeProblem::in_the_future;
    }
    return day < earliest_record_day ? std::optional{EpisodeProblem::too_early} : std::nullopt;
}

/// Why care that began with `episode` cannot end on `day`; the next episode began on `next`.
std::optional<EpisodeProblem> problem_with_end(const EpisodeOfCare& episode, std::optional<Date> next,
                                               const SessionDays& sessions, Date day)
{
    if (day < episode.admitted_on) {
        return EpisodeProblem::discharge_before_admission;
    }
    if (!episode.levels.empty() && day < episode.levels.back().from) {
        return EpisodeProblem::level_after_discharge;
    }
    const auto would_fall_out = [&](Date held) { return day < held && (!next || held < *next); };
    if (std::ranges::any_of(sessions.noted, would_fall_out)) {
        return EpisodeProblem::discharge_before_session;
    }
    if (std::ranges::any_of(sessions.drafted, would_fall_out)) {
        return EpisodeProblem::discharge_before_draft;
    }
    return std::nullopt;
}

} // namespace

LevelOfCare EpisodeOfCare::level_on(Date day) const
{
    LevelOfCare level = levels.empty() ? LevelOfCare::outpatient : levels.front().level;
    for (const LevelOfCareSpan& span : levels) {
        if (span.from <= day) {
            level = span.level;
        }
    }
    return level;
}

const EpisodeOfCare* episode_on(std::span<const EpisodeOfCare> episodes, Date day)
{
    const EpisodeOfCare* found = nullptr;
    for (const EpisodeOfCare& episode : episodes) {
        if (episode.admitted_on <= day) {
            found = &episode;
        }
    }
    return found;
}

LevelOfCare level_of_care_on(std::span<const EpisodeOfCare> episodes, Date day)
{
    const EpisodeOfCare* episode = episode_on(episodes, day);
    return episode == nullptr ? LevelOfCare::outpatient : episode->level_on(day);
}

std::optional<EpisodeProblem> problem_with_admission(std::span<const EpisodeOfCare> episodes, Date day, Date today)
{
    if (const auto problem = problem_with_day(day, today)) {
        return problem;
    }
    if (episodes.empty()) {
        return std::nullopt;
    }
    const EpisodeOfCare& last = episodes.back();
    if (!last.discharged_on) {
        return EpisodeProblem::episode_is_open;
    }
    return day < *last.discharged_on ? std::optional{EpisodeProblem::before_last_discharge} : std::nullopt;
}

std::optional<EpisodeProblem> problem_with_discharge(std::span<const EpisodeOfCare> episodes,
                                                     const SessionDays& sessions, Date day, Date today)
{
    if (const auto problem = problem_with_day(day, today)) {
        return problem;
    }
    if (episodes.empty() || episodes.back().discharged_on) {
        return EpisodeProblem::already_discharged;
    }
    return problem_with_end(episodes.back(), {}, sessions, day);
}

std::optional<EpisodeProblem> problem_with_admission_correction(std::span<const EpisodeOfCare> episodes,
                                                                std::size_t number, const SessionDays& sessions,
                                                                Date day, Date today)
{
    const EpisodeOfCare& episode = episodes[number];
    if (const auto problem = problem_with_day(day, today)) {
        return problem;
    }
    if (number > 0 && day < episodes[number - 1].discharged_on.value_or(day)) {
        return EpisodeProblem::before_last_discharge;
    }
    if (episode.discharged_on && *episode.discharged_on < day) {
        return EpisodeProblem::admission_after_discharge;
    }
    const auto would_fall_out = [&](Date held) { return episode.covers(held) && held < day; };
    if (std::ranges::any_of(sessions.noted, would_fall_out) || std::ranges::any_of(sessions.drafted, would_fall_out)) {
        return EpisodeProblem::admission_after_session;
    }
    return std::nullopt;
}

std::optional<EpisodeProblem> problem_with_discharge_correction(std::span<const EpisodeOfCare> episodes,
                                                                std::size_t number, const SessionDays& sessions,
                                                                Date day, Date today)
{
    const EpisodeOfCare& episode = episodes[number];
    if (!episode.discharged_on) {
        return EpisodeProblem::not_discharged;
    }
    if (const auto problem = problem_with_day(day, today)) {
        return problem;
    }
    const auto next = number + 1 < episodes.size() ? std::optional{episodes[number + 1].admitted_on} : std::nullopt;
    if (next && *next < day) {
        return EpisodeProblem::discharge_after_next_admission;
    }
    return problem_with_end(episode, next, sessions, day);
}

std::optional<EpisodeProblem> problem_with_level(std::span<const EpisodeOfCare> episodes, Date from)
{
    const EpisodeOfCare* episode = episode_on(episodes, from);
    if (episode == nullptr) {
        return EpisodeProblem::level_before_admission;
    }
    if (!episode->covers(from)) {
        return EpisodeProblem::level_after_discharge;
    }
    const auto starts_then = [from](const LevelOfCareSpan& span) { return span.from == from; };
    return std::ranges::any_of(episode->levels, starts_then) ? std::optional{EpisodeProblem::level_starts_twice}
                                                             : std::nullopt;
}

} // namespace model
