#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/words/cli_words.h"
#include "app/words/details_words.h"
#include "model/text.h"

#include <algorithm>
#include <iostream>

namespace app::cli {

namespace {

/// The care that is meant: the last one, or the one with that admission.
model::EpisodeOfCare episode_meant(const storage::Casebook& casebook, const CareOptions& options)
{
    const auto episodes = casebook.episodes_of(client_with_code(casebook, options.client));
    if (episodes.empty()) {
        throw Refusal{words::never_admitted(options.client)};
    }
    if (!options.admitted) {
        return episodes.back();
    }
    const auto found = std::ranges::find(episodes, read_day(*options.admitted), &model::EpisodeOfCare::admitted_on);
    if (found == episodes.end()) {
        throw Refusal{words::not_admitted_then(options.client, *options.admitted)};
    }
    return *found;
}

void refuse_if(const std::optional<model::EpisodeProblem>& problem)
{
    if (problem) {
        throw Refusal{words_for(*problem) + ' ' + words::nothing_changed()};
    }
}

std::string reason_in(const CareOptions& options)
{
    const std::string reason = model::trimmed(options.reason);
    if (reason.empty()) {
        throw Refusal{words::reason_missing()};
    }
    return reason;
}

void say_how_it_stands(const storage::Casebook& casebook, const CareOptions& options)
{
    for (const auto& episode : casebook.episodes_of(client_with_code(casebook, options.client))) {
        std::cout << episode_words(episode) << '\n';
        for (const std::string& line : correction_lines(episode, clock_face().zone)) {
            std::cout << "  " << line << '\n';
        }
    }
}

} // namespace

void correct_admission(const Common& common, const CareOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    const std::string reason = reason_in(options);
    const auto episode = episode_meant(casebook, options);
    const auto day = read_day(options.to);
    refuse_if(casebook.problem_with_admission_correction(episode.id, day, today()));
    casebook.correct_admission(episode.id, day, reason, now());
    say_how_it_stands(casebook, options);
}

void correct_discharge(const Common& common, const CareOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    const std::string reason = reason_in(options);
    const auto episode = episode_meant(casebook, options);
    const auto day = read_day(options.to);
    refuse_if(casebook.problem_with_discharge_correction(episode.id, day, today()));
    casebook.correct_discharge(episode.id, day, episode.discharge_reason, reason, now());
    say_how_it_stands(casebook, options);
}

void take_back_discharge(const Common& common, const CareOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    const std::string reason = reason_in(options);
    const auto episode = episode_meant(casebook, options);
    if (!episode.discharged_on) {
        refuse_if(model::EpisodeProblem::not_discharged);
    }
    casebook.take_back_discharge(episode.id, reason, now());
    say_how_it_stands(casebook, options);
}

} // namespace app::cli
