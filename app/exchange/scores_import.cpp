#include "app/exchange/scores_import.h"

#include "model/text.h"
#include "storage/client_code.h"
#include "storage/sorting_key.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

namespace app {

namespace {

using enum ScoresProblemKind;

ScoresProblem problem_in(const ScoreRow& row, ScoresProblemKind kind, std::string column, std::string value)
{
    return {.kind = kind, .line = row.line, .column = std::move(column), .value = std::move(value)};
}

/// Who is meant by what stands in the column of clients.
class Clients {
public:
    Clients(const storage::Casebook& casebook, const ImportChoices& choices)
        : casebook_{casebook}, clients_{casebook.clients()}
    {
        for (const std::string& code : choices.new_clients) {
            named_new_.insert(storage::code_key(code));
        }
        for (const auto& [in_file, code] : choices.clients) {
            meant_.emplace(storage::code_key(in_file), code);
        }
        for (const model::Client& client : clients_) {
            codes_.push_back(client.details.code);
        }
    }

    /// The same number for every spelling of one client; a problem where nobody can be meant.
    std::variant<std::size_t, ScoresProblem> number_of(const ScoreRow& row)
    {
        if (const auto known = numbers_.find(row.client); known != numbers_.end()) {
            return known->second;
        }
        const auto meant = meant_.find(storage::code_key(row.client));
        auto number = number_called(meant == meant_.end() ? row : ScoreRow{.line = row.line, .client = meant->second},
                                    meant != meant_.end());
        if (const auto* found = std::get_if<std::size_t>(&number)) {
            numbers_[row.client] = *found;
        }
        return number;
    }

    /// Empty for one that is yet to be made.
    std::optional<model::ClientId>& id(std::size_t number) { return ids_.at(number); }
    std::size_t count() const { return ids_.size(); }
    const std::vector<std::string>& new_codes() const { return new_codes_; }
    std::size_t number_of_new(const std::string& code) const { return new_by_key_.at(storage::code_key(code)); }
    /// Empty for one that the casebook has.
    std::string new_code(std::size_t number) const
    {
        const auto code = code_by_number_.find(number);
        return code == code_by_number_.end() ? std::string{} : code->second;
    }

private:
    /// `is_meant`: somebody said that this is who is meant.
    std::variant<std::size_t, ScoresProblem> number_called(const ScoreRow& row, bool is_meant)
    {
        auto id = casebook_.client_with_code(row.client);
        if (!id) {
            const auto named = clients_named(row.client);
            if (named.size() > 1) {
                return problem_in(row, client_name_ambiguous, "client", row.client);
            }
            if (named.size() == 1) {
                id = named.front();
            }
        }
        if (id) {
            return number_of_old(*id);
        }
        if (model::characters_in(row.client) > model::longest_client_code) {
            return problem_in(row, client_too_long, "client", row.client);
        }
        const std::string key = storage::code_key(row.client);
        if (const auto same = new_by_key_.find(key); same != new_by_key_.end()) {
            return same->second;
        }
        if (!named_new_.contains(key)) {
            if (is_meant) {
                return problem_in(row, client_not_a_code, "client", row.client);
            }
            if (const auto problem = problem_with_new(row)) {
                return *problem;
            }
        }
        codes_.push_back(row.client);
        new_codes_.push_back(row.client);
        ids_.emplace_back();
        code_by_number_.emplace(ids_.size() - 1, row.client);
        return new_by_key_[key] = ids_.size() - 1;
    }

    std::size_t number_of_old(model::ClientId id)
    {
        const auto place = std::ranges::find(ids_, std::optional{id});
        if (place != ids_.end()) {
            return static_cast<std::size_t>(place - ids_.begin());
        }
        ids_.emplace_back(id);
        return ids_.size() - 1;
    }

    std::vector<model::ClientId> clients_named(const std::string& name) const
    {
        const std::string wanted = storage::sorting_key(name);
        std::vector<model::ClientId> named;
        for (const model::Client& client : clients_) {
            if (wanted == storage::sorting_key(client.details.name) ||
                wanted == storage::sorting_key(client.details.preferred_name)) {
                named.push_back(client.id);
            }
        }
        return named;
    }

    std::optional<ScoresProblem> problem_with_new(const ScoreRow& row) const
    {
        constexpr std::size_t longest_unasked = 12;
        if (const auto like = storage::code_like(codes_, row.client)) {
            ScoresProblem problem = problem_in(row, client_looks_alike, "client", row.client);
            problem.other = *like;
            return problem;
        }
        if (row.client.find(' ') != std::string::npos || model::characters_in(row.client) > longest_unasked) {
            return problem_in(row, client_not_a_code, "client", row.client);
        }
        return std::nullopt;
    }

    const storage::Casebook& casebook_;
    std::vector<model::Client> clients_;
    std::set<std::string> named_new_{};          ///< Keys.
    std::map<std::string, std::string> meant_{}; ///< Codes by the keys of what stands in the file.
    std::vector<std::string> codes_{};           ///< Of the casebook and of the file.
    std::vector<std::string> new_codes_{};
    std::vector<std::optional<model::ClientId>> ids_{}; ///< By number.
    std::map<std::string, std::size_t> numbers_{};      ///< By what stands in the file.
    std::map<std::string, std::size_t> new_by_key_{};
    std::map<std::size_t, std::string> code_by_number_{}; ///< Of new ones.
};

/// What the casebook has of one client, or of a new one.
struct KnownClient {
    std::optional<model::Date> born_on{};
    /// By day and measure.
    std::map<std::tuple<model::Date, std::string>, model::AdministrationDetails> kept{};
    std::set<std::tuple<model::Date, std::string>> in_file{}; ///< Of the rows so far.
    std::optional<model::Date> first{};                       ///< In the rows.
};

KnownClient known_client(const storage::Casebook& casebook, std::optional<model::ClientId> id)
{
    KnownClient known;
    if (!id) {
        return known;
    }
    known.born_on = casebook.client(*id).details.born_on;
    for (const model::Administration& kept : casebook.administrations_of(*id)) {
        if (!kept.entered_in_error) {
            known.kept.try_emplace({kept.details.taken_on, kept.details.measure}, kept.details);
        }
    }
    return known;
}

std::variant<RowTaking, ScoresProblem> take(KnownClient& known, const ScoreRow& row, const ImportChoices& choices)
{
    const auto& [day, measure] = std::tie(row.details.taken_on, row.details.measure);
    if (known.born_on && day < *known.born_on) {
        return problem_in(row, date_before_birth, "date", model::iso_date(day));
    }
    if (!known.in_file.emplace(day, measure).second) {
        return problem_in(row, twice_in_file, "measure", measure);
    }
    if (const auto kept = known.kept.find({day, measure}); kept != known.kept.end()) {
        if (!choices.skip_known) {
            return problem_in(row, already_there, "measure", measure);
        }
        if (kept->second == row.details) {
            return RowTaking::is_known;
        }
        if (!choices.skip_contradicting) {
            return problem_in(row, contradicts_casebook, "measure", measure);
        }
        return RowTaking::contradicts;
    }
    known.first = std::min(known.first.value_or(day), day);
    return RowTaking::is_new;
}

/// How many notices these clients have, reviewed ones included.
std::size_t notices_of(const storage::Casebook& casebook, Clients& clients)
{
    std::size_t notices = 0;
    for (std::size_t number = 0; number < clients.count(); ++number) {
        if (const auto id = clients.id(number)) {
            notices += casebook.notices_of(*id).size();
        }
    }
    return notices;
}

} // namespace

std::variant<ImportedScores, ScoresProblem> import_scores(storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                                          model::Moment now, const ImportChoices& choices,
                                                          const ImportWatch& watch)
{
    Clients clients{casebook, choices};
    ImportedScores imported;
    std::map<std::size_t, KnownClient> known;
    std::vector<std::pair<std::size_t, const ScoreRow*>> new_rows; ///< With the numbers of their clients.
    for (const ScoreRow& row : rows) {
        const auto number = clients.number_of(row);
        if (const auto* problem = std::get_if<ScoresProblem>(&number)) {
            return *problem;
        }
        const auto who = std::get<std::size_t>(number);
        const auto [client, is_first] = known.try_emplace(who);
        if (is_first) {
            client->second = known_client(casebook, clients.id(who));
        }
        const auto taken = take(client->second, row, choices);
        if (const auto* problem = std::get_if<ScoresProblem>(&taken)) {
            return *problem;
        }
        const auto taking = std::get<RowTaking>(taken);
        if (taking == RowTaking::is_new) {
            new_rows.emplace_back(who, &row);
        }
        imported.known += taking == RowTaking::is_known ? 1 : 0;
        imported.contradicting += taking == RowTaking::contradicts ? 1 : 0;
        watch.take({row, taking, who, clients.id(who), clients.new_code(who)});
    }
    imported.scores = new_rows.size();
    imported.new_clients = clients.new_codes();
    if (choices.dry_run) {
        return imported;
    }
    const std::size_t notices_before = notices_of(casebook, clients);
    casebook.together([&] {
        for (const std::string& code : imported.new_clients) {
            const std::size_t number = clients.number_of_new(code);
            const model::ClientId id = casebook.add_client({.code = code});
            casebook.admit(id, known.at(number).first.value(), model::LevelOfCare::outpatient, "");
            clients.id(number) = id;
        }
        constexpr std::size_t rows_between_news = 100;
        for (std::size_t index = 0; index < new_rows.size(); ++index) {
            if (index % rows_between_news == 0) {
                watch.progress.reach(static_cast<double>(index) / static_cast<double>(new_rows.size()));
            }
            const auto& [who, row] = new_rows[index];
            casebook.add_administration(clients.id(who).value(), row->details, now);
        }
    });
    imported.notices = notices_of(casebook, clients) - notices_before;
    return imported;
}

} // namespace app
