#include "app/exchange/scores_choices.h"

#include "app/exchange/scores_clients.h"
#include "storage/client_code.h"

#include <algorithm>
#include <set>
#include <vector>

namespace app {

namespace {

using UnmatchedKind = UnmatchedChoice::Kind;

/// Codes, and what they are compared by.
struct Codes {
    std::vector<std::string> written{};
    std::set<std::string> keys{};

    void add(const std::string& code)
    {
        if (keys.insert(storage::code_key(code)).second) {
            written.push_back(code);
        }
    }
    bool has(const std::string& code) const { return keys.contains(storage::code_key(code)); }
};

/// What stands in the column of clients.
Codes codes_written(std::span<const ScoreRow> rows)
{
    std::set<std::string> different;
    Codes codes;
    for (const ScoreRow& row : rows) {
        if (different.insert(row.client).second) {
            codes.add(row.client);
        }
    }
    return codes;
}

/// The codes of those who are meant; of one whom nobody can tell, what is written.
Codes codes_meant(const storage::Casebook& casebook, std::span<const ScoreRow> rows, const ImportChoices& choices)
{
    ClientsInFile clients{casebook, choices};
    std::set<std::string> different;
    Codes codes;
    for (const ScoreRow& row : rows) {
        if (!different.insert(row.client).second) {
            continue;
        }
        const auto number = clients.number_of(row);
        const auto* known = std::get_if<std::size_t>(&number);
        const auto id = known != nullptr ? clients.id(*known) : std::nullopt;
        codes.add(known == nullptr ? row.client : id ? casebook.client(*id).details.code : clients.new_code(*known));
    }
    return codes;
}

/// Whether something else that stands in the file leads to `in_file`, of which is then said who that is.
bool is_meant_by_another(const ImportChoices& choices, const std::string& in_file)
{
    const std::string key = storage::code_key(in_file);
    return std::ranges::any_of(choices.clients, [&](const auto& other) {
        return storage::code_key(other.second) == key && storage::code_key(other.first) != key;
    });
}

UnmatchedChoice unmatched(UnmatchedKind kind, const std::string& named, const std::string& value, const Codes& codes)
{
    return {.kind = kind,
            .option = value.empty() ? named : named + "=" + value,
            .named = named,
            .similar = storage::code_like(codes.written, named).value_or("")};
}

} // namespace

std::optional<UnmatchedChoice> unmatched_choice(const storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                                const ImportChoices& choices)
{
    const Codes written = codes_written(rows);
    // What somebody is led to counts as well.
    Codes named = written;
    for (const auto& [in_file, code] : choices.clients) {
        named.add(code);
    }
    for (const std::string& code : choices.new_clients) {
        if (!named.has(code)) {
            return unmatched(UnmatchedKind::new_client, code, {}, written);
        }
    }
    for (const auto& [in_file, code] : choices.clients) {
        if (!written.has(in_file) && !is_meant_by_another(choices, in_file)) {
            return unmatched(UnmatchedKind::client, in_file, code, written);
        }
    }
    if (choices.admitted_clients.empty()) {
        return std::nullopt;
    }
    const Codes meant = codes_meant(casebook, rows, choices);
    for (const auto& [code, day] : choices.admitted_clients) {
        if (!meant.has(code)) {
            return unmatched(UnmatchedKind::admitted, code, model::iso_date(day), meant);
        }
    }
    return std::nullopt;
}

bool concerns_others(std::span<const ScoreRow> rows, std::span<const model::MeasureDefinition> measures,
                     const AnswersFrom& said)
{
    return std::ranges::any_of(measures, [&](const model::MeasureDefinition& measure) {
        return !said.of_measure.contains(measure.code) && said.of(measure) && has_answers_to(rows, measure.code);
    });
}

bool has_answers_to(std::span<const ScoreRow> rows, const std::string& measure)
{
    return std::ranges::any_of(
        rows, [&](const ScoreRow& row) { return row.details.measure == measure && !row.details.answers.empty(); });
}

} // namespace app
