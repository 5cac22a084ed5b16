#include "model/episode.h"

#include <algorithm>

namespace model {

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
    if (today < day) {
        return EpisodeProblem::in_the_future;
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
                                                     const LastSessions& last_sessions, Date day, Date today)
{
    if (today < day) {
        return EpisodeProblem::in_the_future;
    }
    if (episodes.empty() || episodes.back().discharged_on) {
        return EpisodeProblem::already_discharged;
    }
    if (day < episodes.back().admitted_on) {
        return EpisodeProblem::discharge_before_admission;
    }
    const auto& levels = episodes.back().levels;
    if (!levels.empty() && day < levels.back().from) {
        return EpisodeProblem::level_after_discharge;
    }
    if (last_sessions.noted_on && day < *last_sessions.noted_on) {
        return EpisodeProblem::discharge_before_session;
    }
    if (last_sessions.drafted_on && day < *last_sessions.drafted_on) {
        return EpisodeProblem::discharge_before_draft;
    }
    return std::nullopt;
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
