#include "model/episode.h"

#include <cassert>

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

} // namespace model
