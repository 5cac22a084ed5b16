#include "model/worsening.h"

#include <algorithm>
#include <vector>

namespace model {

namespace {

/// The scores of one scale in the episode of the last of them, oldest first.
struct Course {
    const Administration* last = nullptr;
    std::vector<ScoredOn> scores{};
};

bool counts(const Administration& administration, const MeasureDefinition& definition)
{
    return administration.details.measure == definition.code && !administration.entered_in_error;
}

std::optional<double> value_on(const Administration& administration, const Scale& scale)
{
    const auto found = std::ranges::find(administration.scores, scale.code, &ScaleScore::scale);
    return found == administration.scores.end() ? std::nullopt : found->value;
}

/// What a course is made of.
struct Sources {
    const MeasureDefinition& definition;
    std::span<const Administration> administrations;
    std::span<const EpisodeOfCare> episodes;
    std::span<const AdministrationId> seen;
};

Course course_of(const Scale& scale, const Sources& sources)
{
    Course course;
    const EpisodeOfCare* episode = nullptr;
    for (const Administration& each : sources.administrations) {
        if (!counts(each, sources.definition)) {
            continue;
        }
        if (std::ranges::find(sources.seen, each.id) != sources.seen.end()) {
            course.scores.clear();
        }
        const auto value = value_on(each, scale);
        if (!value) {
            continue;
        }
        const Date day = each.details.taken_on;
        const auto* episode_then = episode_on(sources.episodes, day);
        if (episode_then != episode) {
            course.scores.clear();
            episode = episode_then;
        }
        course.last = &each;
        course.scores.push_back({day, *value});
    }
    return course;
}

std::optional<Worsening> worsening_on(const Scale& scale, const Sources& sources)
{
    const Course course = course_of(scale, sources);
    const Reading reading = read_series(scale, course.scores);
    const Comparison* worse = reading.worsening();
    if (worse == nullptr) {
        return std::nullopt;
    }
    return Worsening{
        .administration = course.last->id,
        .taken_on = course.last->details.taken_on,
        .worse = {
            .scale = scale.code, .since = worse->since.on, .then = worse->since.value, .now = reading.last->value}};
}

} // namespace

std::optional<Worsening> worsening_of(const MeasureDefinition& definition,
                                      std::span<const Administration> administrations,
                                      std::span<const EpisodeOfCare> episodes, std::span<const AdministrationId> seen)
{
    const Sources sources{definition, administrations, episodes, seen};
    const auto on = [&](const Scale& scale) { return worsening_on(scale, sources); };
    if (const auto* lead = definition.lead()) {
        if (auto found = on(*lead)) {
            return found;
        }
    }
    for (const Scale& scale : definition.scales) {
        if (scale.is_charted && scale.reliable_change && scale.code != definition.lead_scale) {
            if (auto found = on(scale)) {
                return found;
            }
        }
    }
    return std::nullopt;
}

} // namespace model
