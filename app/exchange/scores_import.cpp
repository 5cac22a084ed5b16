#include "app/exchange/scores_import.h"

#include "app/exchange/scores_clients.h"
#include "app/exchange/scores_sheet.h"
#include "storage/client_code.h"

#include <algorithm>
#include <chrono>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace app {

namespace {

using enum ScoresProblemKind;

/// What the casebook has of one client, or of a new one, and what the rows bring.
struct KnownClient {
    std::string code{};
    std::optional<model::Date> born_on{};
    std::optional<model::EpisodeOfCare> first_episode{};
    std::multimap<std::tuple<model::Date, std::string>, model::AdministrationDetails> kept{}; ///< By day and measure.
    std::set<std::tuple<model::Date, std::string, int>> in_file{};                            ///< Of the rows so far.
    std::vector<const ScoreRow*> new_rows{};

    /// The row with the earliest day; there must be one.
    const ScoreRow& first() const
    {
        return **std::ranges::min_element(new_rows, {}, [](const ScoreRow* row) { return row->details.taken_on; });
    }
};

KnownClient known_client(const storage::Casebook& casebook, std::optional<model::ClientId> id, const std::string& code)
{
    KnownClient known{.code = code};
    if (!id) {
        return known;
    }
    const auto details = casebook.client(*id).details;
    known.code = details.code;
    known.born_on = details.born_on;
    if (auto episodes = casebook.episodes_of(*id); !episodes.empty()) {
        known.first_episode = std::move(episodes.front());
    }
    for (const model::Administration& kept : casebook.administrations_of(*id)) {
        if (!kept.entered_in_error) {
            known.kept.emplace(std::tuple{kept.details.taken_on, kept.details.measure}, kept.details);
        }
    }
    return known;
}

/// Whether both say their place on the day in the same way, and these are two. A time and a number cannot be compared.
bool are_told_apart(int one, int other)
{
    const bool are_times = one >= order_of_midnight;
    return one != 0 && other != 0 && are_times == (other >= order_of_midnight) && one != other;
}

std::variant<RowTaking, ScoresProblem> take(KnownClient& known, const ScoreRow& row, const ImportChoices& choices)
{
    const auto& [day, measure, order] = std::tie(row.details.taken_on, row.details.measure, row.details.order_on_day);
    if (known.born_on && day < *known.born_on) {
        return problem_in(row, date_before_birth, "date", model::iso_date(day));
    }
    if (!known.in_file.emplace(day, measure, order).second) {
        return problem_in(row, twice_in_file, "measure", measure);
    }
    bool is_there = false;
    const auto [first, last] = known.kept.equal_range({day, measure});
    for (auto kept = first; kept != last; ++kept) {
        const bool may_be_another = are_told_apart(order, kept->second.order_on_day);
        if (may_be_another) {
            continue;
        }
        is_there = true;
        if (choices.skip_known && kept->second.answers == row.details.answers &&
            kept->second.total == row.details.total) {
            return RowTaking::is_known;
        }
    }
    if (!is_there) {
        return RowTaking::is_new;
    }
    if (choices.skip_known && choices.skip_contradicting) {
        return RowTaking::contradicts;
    }
    return problem_in(row, choices.skip_known ? contradicts_casebook : already_there, "measure", measure);
}

/// What becomes of a client's first admission.
struct Admission {
    std::optional<model::Date> on{};              ///< Empty for one who is not in care, and was not made here.
    std::optional<model::Date> was{};             ///< Where it moves.
    bool is_assumed = false;                      ///< It is the day of the first score.
    std::optional<model::EpisodeId> to_correct{}; ///< A person says another day.
};

std::optional<model::Date> day_chosen(const ImportChoices& choices, const std::string& code)
{
    for (const auto& [spelling, day] : choices.admitted_clients) {
        if (storage::code_key(spelling) == storage::code_key(code)) {
            return day;
        }
    }
    return choices.admitted;
}

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

/// `known` must have new rows.
std::variant<Admission, ScoresProblem> admission_of(const storage::Casebook& casebook, const KnownClient& known,
                                                    bool is_new, const ImportChoices& choices, model::Date today)
{
    const auto first = known.first().details.taken_on;
    const auto chosen = day_chosen(choices, known.code);
    if (!known.first_episode && chosen) {
        if (const auto refused_day = model::problem_with_admission({}, *chosen, today)) {
            return problem_with_chosen(known, *chosen, *refused_day);
        }
    }
    if (!known.first_episode) {
        return is_new || chosen ? Admission{.on = chosen.value_or(first), .is_assumed = !chosen} : Admission{};
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

/// A person's notices, and the earlier answers that wait together.
struct Waiting {
    std::size_t notices = 0;
    std::size_t earlier_answers = 0;
};

/// What these clients have, reviewed or not.
Waiting waiting_of(const storage::Casebook& casebook, ClientsInFile& clients)
{
    Waiting waiting;
    for (std::size_t number = 0; number < clients.count(); ++number) {
        const auto id = clients.id(number);
        for (const model::Notice& notice : id ? casebook.notices_of(*id) : std::vector<model::Notice>{}) {
            waiting.notices += notice.earlier ? 0 : 1;
            waiting.earlier_answers += notice.earlier ? static_cast<std::size_t>(notice.earlier->answers) : 0;
        }
    }
    return waiting;
}

/// What is to be done, once every row was found good.
struct Plan {
    std::map<std::size_t, KnownClient> clients{}; ///< By number.
    std::map<std::size_t, Admission> admissions{};
    ImportedScores outcome{};
};

/// Says in the outcome what becomes of a client.
void tell(Plan& plan, const KnownClient& known, const Admission& admission, bool is_new)
{
    if (is_new) {
        plan.outcome.new_clients.push_back({.code = known.code, .on = admission.on.value()});
    }
    if (admission.was) {
        plan.outcome.moved.push_back({.code = known.code, .from = *admission.was, .to = *admission.on});
    }
    const auto lies_outside = [&](model::Date day) { return admission.on && day < *admission.on; };
    auto outside = static_cast<std::size_t>(std::ranges::count_if(
        known.new_rows, [&](const ScoreRow* row) { return lies_outside(row->details.taken_on); }));
    if (admission.was) {
        // A later admission leaves out what the casebook had counted until now.
        outside += static_cast<std::size_t>(
            std::ranges::count_if(known.kept, [&](const auto& kept) { return lies_outside(kept.second.taken_on); }));
    }
    if (outside > 0) {
        plan.outcome.outside.push_back({.code = known.code, .scores = outside, .admitted_on = *admission.on});
    }
    plan.outcome.scores += known.new_rows.size();
}

std::variant<Plan, ScoresProblem> make_plan(const storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                            ClientsInFile& clients, model::Date today, const ImportChoices& choices,
                                            const ImportWatch& watch)
{
    Plan plan;
    for (const ScoreRow& row : rows) {
        const auto number = clients.number_of(row);
        if (const auto* problem = std::get_if<ScoresProblem>(&number)) {
            return *problem;
        }
        const auto who = std::get<std::size_t>(number);
        const auto [client, is_first] = plan.clients.try_emplace(who);
        if (is_first) {
            client->second = known_client(casebook, clients.id(who), clients.new_code(who));
        }
        const auto taken = take(client->second, row, choices);
        if (const auto* problem = std::get_if<ScoresProblem>(&taken)) {
            return *problem;
        }
        const auto taking = std::get<RowTaking>(taken);
        if (taking == RowTaking::is_new) {
            client->second.new_rows.push_back(&row);
        }
        plan.outcome.known += taking == RowTaking::is_known ? 1 : 0;
        plan.outcome.contradicting += taking == RowTaking::contradicts ? 1 : 0;
        watch.take({row, taking, who, clients.id(who), clients.new_code(who)});
    }
    for (const auto& [who, known] : plan.clients) {
        if (known.new_rows.empty()) {
            continue;
        }
        const bool is_new = !clients.id(who);
        const auto admission = admission_of(casebook, known, is_new, choices, today);
        if (const auto* problem = std::get_if<ScoresProblem>(&admission)) {
            return *problem;
        }
        plan.admissions[who] = std::get<Admission>(admission);
        tell(plan, known, plan.admissions[who], is_new);
    }
    return plan;
}

/// Makes a client if need be, and has them admitted as planned.
model::ClientId bring_into_care(storage::Casebook& casebook, std::optional<model::ClientId> known_id,
                                const std::string& code, const Admission& admission, model::Moment now)
{
    const auto id = known_id ? *known_id : casebook.add_client({.code = code});
    const bool is_admitted = known_id && !casebook.episodes_of(id).empty();
    if (admission.to_correct) {
        casebook.correct_admission(*admission.to_correct, *admission.on, admission_moved_by_import(), now);
    } else if (admission.is_assumed) {
        casebook.assume_admission(id, *admission.on);
    } else if (admission.on && !is_admitted) {
        casebook.admit(id, *admission.on, model::LevelOfCare::outpatient, "");
    }
    return id;
}

} // namespace

std::variant<ImportedScores, ScoresProblem> import_scores(storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                                          model::Moment now, const ImportChoices& choices,
                                                          const ImportWatch& watch)
{
    ClientsInFile clients{casebook, choices};
    auto planned = make_plan(casebook, rows, clients, model::Date{std::chrono::floor<date::days>(now)}, choices, watch);
    if (const auto* problem = std::get_if<ScoresProblem>(&planned)) {
        return *problem;
    }
    auto& plan = std::get<Plan>(planned);
    if (choices.dry_run) {
        return plan.outcome;
    }
    const Waiting before = waiting_of(casebook, clients);
    casebook.together([&] {
        std::vector<storage::ImportedForms> forms;
        for (const auto& [who, admission] : plan.admissions) {
            const KnownClient& known = plan.clients.at(who);
            const auto id = bring_into_care(casebook, clients.id(who), known.code, admission, now);
            clients.id(who) = id;
            auto& of_client = forms.emplace_back(storage::ImportedForms{.client = id});
            for (const ScoreRow* row : known.new_rows) {
                of_client.details.push_back(row->details);
            }
        }
        casebook.import_administrations(forms, now, watch.progress);
    });
    const Waiting after = waiting_of(casebook, clients);
    plan.outcome.notices = after.notices - before.notices;
    plan.outcome.earlier_answers = after.earlier_answers - before.earlier_answers;
    return plan.outcome;
}

} // namespace app
