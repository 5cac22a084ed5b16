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

std::optional<double> counted_value(const Administration& administration, const MeasureDefinition& definition,
                                    const Scale& scale)
{
    if (administration.details.measure != definition.code || administration.entered_in_error) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(administration.scores, scale.code, &ScaleScore::scale);
    return found == administration.scores.end() ? std::nullopt : found->value;
}

Course course_of(const MeasureDefinition& definition, const Scale& scale,
                 std::span<const Administration> administrations, std::span<const EpisodeOfCare> episodes)
{
    Course course;
    const EpisodeOfCare* episode = nullptr;
    for (const Administration& each : administrations) {
        const auto value = counted_value(each, definition, scale);
        if (!value) {
            continue;
        }
        const Date day = each.details.taken_on;
        const auto* episode_then = episode_on(episodes, day);
        if (episode_then != episode) {
            course.scores.clear();
            episode = episode_then;
        }
        course.last = &each;
        course.scores.push_back({day, *value});
    }
    return course;
}

std::optional<Worsening> worsening_on(const MeasureDefinition& definition, const Scale& scale,
                                      std::span<const Administration> administrations,
                                      std::span<const EpisodeOfCare> episodes, std::optional<Date> seen_until)
{
    Course course = course_of(definition, scale, administrations, episodes);
    if (seen_until) {
        std::erase_if(course.scores, [&](const ScoredOn& score) { return score.on < *seen_until; });
    }
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
                                      std::span<const EpisodeOfCare> episodes, std::optional<Date> seen_until)
{
    const auto on = [&](const Scale& scale) {
        return worsening_on(definition, scale, administrations, episodes, seen_until);
    };
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
