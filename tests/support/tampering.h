#pragma once

#include "storage/casebook.h"
#include "storage/verification.h"
#include "tests/support/casebooks.h"
#include "tests/support/quick_casebook.h"

#include <SQLiteCpp/Statement.h>

#include <ostream>
#include <string>
#include <vector>

/// Changing a casebook behind its back, as somebody with the key of the database could, and seeing what is noticed.
namespace tests {

/// A finding, short enough to compare.
struct Finding {
    storage::Tampering what{};
    std::string where{}; ///< `goal 1`, `act 5`.

    auto operator<=>(const Finding&) const = default;
    friend void PrintTo(const Finding& finding, std::ostream* out)
    {
        *out << static_cast<int>(finding.what) << ' ' << finding.where;
    }
};
using Found = std::vector<Finding>;

/// Writes one of everything into a casebook, in several sittings.
inline void write_one_of_everything(const QuickCasebook& place)
{
    using namespace date::literals;
    const model::Moment noon{std::chrono::hours{478'000}};
    auto casebook = place.open();
    casebook.set_therapist(example_therapist());
    casebook.set_practice({.name = "Practice", .address = "Street 1"});
    const auto client = casebook.add_client({.code = "A1", .name = "A. Example"});
    casebook.admit(client, 2024_y / 1 / 1, model::LevelOfCare::outpatient, "Referred");
    const auto goal =
        casebook.add_goal(client, {.wording = "Say no", .family = "boundaries", .agreed_on = 2024_y / 1 / 2});
    casebook.add_modality({.code = "own", .name = "Our own", .techniques = {"One", "Two"}});
    const auto note = casebook.add_signed_note(client, full_note_on(2024_y / 2 / 1, goal), noon);
    casebook.add_signed_note(client, note_on(2024_y / 3 / 1, "Later."), noon);
    casebook.add_addendum(note, "It was Tuesday.", "Wrong day", noon);
    casebook.add_administration(client, {.measure = "scs-sf", .taken_on = 2024_y / 3 / 1, .total = 3}, noon);
    casebook.start_draft(client, note_on(2024_y / 4 / 1, "Begun"), {}, noon);
    casebook.remember_summary_choices(client, {.own_words = "Well done.", .left_out_series = {"a"}});
}

/// Does to the closed casebook what `statements` say, with all its guards gone.
inline void tamper(const QuickCasebook& place, const std::vector<std::string>& statements)
{
    auto files = place.open_bare();
    std::vector<std::string> guards;
    SQLite::Statement query{files.record, "SELECT name FROM sqlite_master WHERE type = 'trigger'"};
    while (query.executeStep()) {
        guards.push_back(query.getColumn(0).getString());
    }
    query.reset();
    for (const std::string& guard : guards) {
        files.record.exec("DROP TRIGGER " + guard);
    }
    files.record.exec("PRAGMA foreign_keys = OFF");
    files.record.exec("PRAGMA ignore_check_constraints = ON");
    for (const std::string& statement : statements) {
        files.record.exec(statement);
    }
}

/// An INSERT that brings a row back as it is now.
inline std::string row_of(const QuickCasebook& place, const std::string& table, std::int64_t id)
{
    auto files = place.open_bare();
    SQLite::Statement query{files.record, "SELECT * FROM " + table + " WHERE id = :id"};
    query.bind(":id", id);
    query.executeStep();
    std::string values;
    for (int index = 0; index < query.getColumnCount(); ++index) {
        const std::string name = query.getColumnName(index);
        SQLite::Statement quoted{files.record, "SELECT quote(" + name + ") FROM " + table + " WHERE id = :id"};
        quoted.bind(":id", id);
        quoted.executeStep();
        values += (values.empty() ? "" : ", ") + quoted.getColumn(0).getString();
    }
    return "INSERT INTO " + table + " VALUES (" + values + ")";
}

inline std::vector<storage::TamperFinding> findings_in(const QuickCasebook& place)
{
    auto casebook = place.open();
    auto verification = casebook.verification();
    while (verification.step()) {}
    return verification.report().findings;
}

inline Found verified(const QuickCasebook& place)
{
    Found found;
    for (const auto& finding : findings_in(place)) {
        const bool is_row = !finding.row.table.empty();
        found.push_back({.what = finding.what,
                         .where = is_row ? finding.row.table + " " + std::to_string(finding.row.id)
                                         : "act " + std::to_string(finding.act)});
    }
    return found;
}

} // namespace tests
