#include "app/exchange/scores_import.h"

#include "app/exchange/scores_admission.h"
#include "app/exchange/scores_clients.h"
#include "app/exchange/scores_known.h"

#include <algorithm>
#include <map>
#include <optional>

namespace app {

namespace {

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

/// Says in the outcome where the day that was said of a client changes nothing.
void tell_if_not_moved(Plan& plan, const KnownClient& known, std::optional<model::Date> stays,
                       const ImportChoices& choices)
{
    const auto named = admission_named(choices, known.code);
    if (named && named != stays) {
        plan.outcome.not_moved.push_back({.code = known.code, .on = stays});
    }
}

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
    const auto after = static_cast<std::size_t>(std::ranges::count_if(known.new_rows, [&](const ScoreRow* row) {
        return known.discharged_on && *known.discharged_on < row->details.taken_on;
    }));
    if (after > 0) {
        plan.outcome.after_discharge.push_back(
            {.code = known.code, .scores = after, .discharged_on = *known.discharged_on});
    }
    plan.outcome.scores += known.new_rows.size();
}

/// What becomes of the clients, once it is known which of their rows are new.
std::optional<ScoresProblem> plan_admissions(const storage::Casebook& casebook, Plan& plan, ClientsInFile& clients,
                                             model::Date today, const ImportChoices& choices)
{
    for (const auto& [who, known] : plan.clients) {
        if (known.new_rows.empty()) {
            const auto& episode = known.first_episode;
            tell_if_not_moved(plan, known, episode ? std::optional{episode->admitted_on} : std::nullopt, choices);
            continue;
        }
        const auto admission = admission_of(casebook, known, clients.id(who), choices, today);
        if (const auto* problem = std::get_if<ScoresProblem>(&admission)) {
            return *problem;
        }
        plan.admissions[who] = std::get<Admission>(admission);
        tell(plan, known, plan.admissions[who], !clients.id(who));
        tell_if_not_moved(plan, known, plan.admissions[who].on, choices);
    }
    return std::nullopt;
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
        if (taking == RowTaking::is_known) {
            plan.outcome.known.push_back(row.line);
        } else if (taking == RowTaking::contradicts) {
            plan.outcome.contradicting.push_back(row.line);
        }
        watch.take({row, taking, who, clients.id(who), clients.new_code(who)});
    }
    if (const auto problem = plan_admissions(casebook, plan, clients, today, choices)) {
        return *problem;
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
                                                          const ImportTime& time, const ImportChoices& choices,
                                                          const ImportWatch& watch)
{
    ClientsInFile clients{casebook, choices};
    auto planned = make_plan(casebook, rows, clients, time.today, choices, watch);
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
            const auto id = bring_into_care(casebook, clients.id(who), known.code, admission, time.now);
            clients.id(who) = id;
            auto& of_client = forms.emplace_back(storage::ImportedForms{.client = id});
            for (const ScoreRow* row : known.new_rows) {
                of_client.details.push_back(row->details);
            }
        }
        casebook.import_administrations(forms, time.now, watch.progress);
    });
    const Waiting after = waiting_of(casebook, clients);
    plan.outcome.notices = after.notices - before.notices;
    plan.outcome.earlier_answers = after.earlier_answers - before.earlier_answers;
    return plan.outcome;
}

} // namespace app
