#include "app/exchange/scores_admission.h"

#include "app/exchange/scores_clients.h"
#include "storage/client_code.h"

#include <string>

namespace app {

namespace {

using enum ScoresProblemKind;

ScoresProblem problem_before(const KnownClient& known)
{
    ScoresProblem problem =
        problem_in(known.first(), before_admission, "date", model::iso_date(known.first().details.taken_on));
    problem.other = model::iso_date(known.first_episode->admitted_on);
    problem.client = known.code;
    return problem;
}

ScoresProblem problem_with_chosen(const KnownClient& known, model::Date chosen, model::EpisodeProblem refused_day)
{
    ScoresProblem problem = problem_in(known.first(), admission_refused, "", "");
    problem.other = model::iso_date(chosen);
    problem.admission = refused_day;
    problem.client = known.code;
    return problem;
}

} // namespace

std::optional<model::Date> admission_named(const ImportChoices& choices, const std::string& code)
{
    for (const auto& [spelling, day] : choices.admitted_clients) {
        if (storage::code_key(spelling) == storage::code_key(code)) {
            return day;
        }
    }
    return std::nullopt;
}

std::variant<Admission, ScoresProblem> admission_of(const storage::Casebook& casebook, const KnownClient& known,
                                                    std::optional<model::ClientId> id, const ImportChoices& choices,
                                                    model::Date today)
{
    const auto first = known.first().details.taken_on;
    const auto named = admission_named(choices, known.code);
    const auto chosen = named ? named : choices.admitted;
    if (!known.first_episode && chosen) {
        const auto refused_day = id ? casebook.problem_with_admission(*id, *chosen, today)
                                    : model::problem_with_admission({}, *chosen, today);
        if (refused_day) {
            return problem_with_chosen(known, *chosen, *refused_day);
        }
    }
    if (!known.first_episode) {
        return !id || chosen ? Admission{.on = chosen.value_or(first), .is_assumed = !chosen} : Admission{};
    }
    const auto& episode = *known.first_episode;
    const bool is_earlier = first < episode.admitted_on;
    if (chosen && *chosen != episode.admitted_on && (is_earlier || episode.is_admission_assumed)) {
        if (const auto refused_day = casebook.problem_with_admission_correction(episode.id, *chosen, today)) {
            return problem_with_chosen(known, *chosen, *refused_day);
        }
        return Admission{.on = chosen, .was = episode.admitted_on, .to_correct = episode.id};
    }
    if (is_earlier && !chosen) {
        if (!episode.is_admission_assumed) {
            return problem_before(known);
        }
        return Admission{.on = first, .was = episode.admitted_on, .is_assumed = true};
    }
    return Admission{.on = episode.admitted_on};
}

} // namespace app
