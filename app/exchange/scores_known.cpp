#include "app/exchange/scores_known.h"

#include "app/exchange/scores_clients.h"
#include "app/exchange/scores_sheet.h"

#include <algorithm>
#include <utility>

namespace app {

namespace {

using enum ScoresProblemKind;

/// Whether both say their place on the day in the same way, and these are two. A time and a number cannot be compared.
bool are_told_apart(int one, int other)
{
    const bool are_times = one >= order_of_midnight;
    return one != 0 && other != 0 && are_times == (other >= order_of_midnight) && one != other;
}

} // namespace

const ScoreRow& KnownClient::first() const
{
    return **std::ranges::min_element(new_rows, {}, [](const ScoreRow* row) { return row->details.taken_on; });
}

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
        known.discharged_on = episodes.back().discharged_on;
        known.first_episode = std::move(episodes.front());
    }
    for (const model::Administration& kept : casebook.administrations_of(*id)) {
        if (!kept.entered_in_error) {
            known.kept.emplace(std::tuple{kept.details.taken_on, kept.details.measure}, kept.details);
        }
    }
    return known;
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

} // namespace app
