#include "app/exchange/scores_import.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace app {

namespace {

/// What the casebook knows about the clients of a file before anything is put in.
struct KnownClients {
    std::map<std::string, model::ClientId> ids{};
    std::map<std::string, model::Date> born_on{}; ///< Where it is known.
    std::set<std::tuple<std::string, model::Date, std::string>> scores{};
};

KnownClients clients_in(const storage::Casebook& casebook, std::span<const ScoreRow> rows)
{
    KnownClients known;
    std::set<std::string> asked;
    for (const ScoreRow& row : rows) {
        if (!asked.insert(row.client_code).second) {
            continue;
        }
        const auto id = casebook.client_with_code(row.client_code);
        if (!id) {
            continue;
        }
        known.ids.emplace(row.client_code, *id);
        if (const auto born_on = casebook.client(*id).details.born_on) {
            known.born_on.emplace(row.client_code, *born_on);
        }
        for (const model::Administration& kept : casebook.administrations_of(*id)) {
            if (!kept.entered_in_error) {
                known.scores.emplace(row.client_code, kept.details.taken_on, kept.details.measure);
            }
        }
    }
    return known;
}

/// How many notices these clients have, reviewed ones included.
std::size_t notices_of(const storage::Casebook& casebook, const std::map<std::string, model::ClientId>& clients)
{
    std::size_t notices = 0;
    for (const auto& [code, client] : clients) {
        notices += casebook.notices_of(client).size();
    }
    return notices;
}

/// The first date of each client in the rows.
std::map<std::string, model::Date> first_dates(std::span<const ScoreRow> rows)
{
    std::map<std::string, model::Date> first;
    for (const ScoreRow& row : rows) {
        const auto [place, is_new] = first.emplace(row.client_code, row.details.taken_on);
        if (!is_new) {
            place->second = std::min(place->second, row.details.taken_on);
        }
    }
    return first;
}

} // namespace

std::variant<ImportedScores, ScoresProblem> import_scores(storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                                          model::Moment now, bool dry_run)
{
    KnownClients known = clients_in(casebook, rows);
    ImportedScores imported{.scores = rows.size()};
    std::set<std::string> unknown;
    for (const ScoreRow& row : rows) {
        const auto born_on = known.born_on.find(row.client_code);
        if (born_on != known.born_on.end() && row.details.taken_on < born_on->second) {
            return ScoresProblem{.kind = ScoresProblemKind::date_before_birth,
                                 .line = row.line,
                                 .column = "date",
                                 .value = model::iso_date(row.details.taken_on)};
        }
        if (known.scores.contains({row.client_code, row.details.taken_on, row.details.measure})) {
            return ScoresProblem{.kind = ScoresProblemKind::already_there,
                                 .line = row.line,
                                 .column = "measure",
                                 .value = row.details.measure};
        }
        if (!known.ids.contains(row.client_code) && unknown.insert(row.client_code).second) {
            imported.new_clients.push_back(row.client_code);
        }
    }
    if (dry_run) {
        return imported;
    }
    const auto first = first_dates(rows);
    const std::size_t notices_before = notices_of(casebook, known.ids);
    casebook.together([&] {
        for (const std::string& code : imported.new_clients) {
            const model::ClientId id = casebook.add_client({.code = code});
            casebook.admit(id, first.at(code), model::LevelOfCare::outpatient, "");
            known.ids.emplace(code, id);
        }
        for (const ScoreRow& row : rows) {
            casebook.add_administration(known.ids.at(row.client_code), row.details, now);
        }
    });
    imported.notices = notices_of(casebook, known.ids) - notices_before;
    return imported;
}

} // namespace app
