#include "app/cli/command_line.h"
#include "app/cli/commands.h"
#include "app/cli/table.h"
#include "app/words/cli_words.h"
#include "app/words/definition_words.h"
#include "app/words/level_words.h"
#include "model/measure_definition_json.h"

#include <nlohmann/json.hpp>

#include <iostream>
#include <utility>
#include <variant>

namespace app::cli {

namespace {

nlohmann::ordered_json json_of(const model::CaseloadRow& row)
{
    nlohmann::ordered_json json{{"code", row.client.details.code}, {"in_care", row.is_in_care}};
    json["level_of_care"] =
        row.level_of_care ? nlohmann::ordered_json(level_of_care_words(*row.level_of_care)) : nlohmann::ordered_json{};
    json["last_session"] =
        row.last_session_on ? nlohmann::ordered_json(model::iso_date(*row.last_session_on)) : nlohmann::ordered_json{};
    json["sessions"] = row.sessions;
    json["drafts"] = row.drafts;
    json["notices"] = row.open_notices;
    return json;
}

nlohmann::ordered_json json_of(const model::MeasureDefinition& measure)
{
    nlohmann::ordered_json scales = nlohmann::ordered_json::array();
    for (const model::Scale& scale : measure.scales) {
        scales.push_back(
            {{"code", scale.code}, {"name", scale.name}, {"lowest", scale.lowest}, {"highest", scale.highest}});
    }
    return {{"code", measure.code},       {"name", measure.name},          {"full_name", measure.full_name},
            {"version", measure.version}, {"items", measure.items.size()}, {"scales", scales},
            {"licence", measure.licence}, {"citation", measure.citation}};
}

/// The definition in the file, found good.
model::MeasureDefinition definition_in(const std::filesystem::path& file, const std::string& text)
{
    auto read = model::read_definition(text);
    if (const auto* error = std::get_if<model::DefinitionError>(&read)) {
        throw Refusal{file.string() + ": " + words_for(*error)};
    }
    return std::get<model::MeasureDefinition>(std::move(read));
}

/// Adds all of them or none.
std::vector<model::MeasureDefinition> add_measures(storage::Casebook& casebook,
                                                   const std::vector<std::filesystem::path>& files)
{
    std::vector<model::MeasureDefinition> added;
    casebook.together([&] {
        for (const std::filesystem::path& file : files) {
            const std::string text = read_file(file);
            model::MeasureDefinition definition = definition_in(file, text);
            if (casebook.measure(definition.code)) {
                throw Refusal{words::measure_taken(definition.code)};
            }
            casebook.add_measure(text);
            added.push_back(std::move(definition));
        }
    });
    return added;
}

model::MeasureDefinition own_measure(const storage::Casebook& casebook, const std::string& code)
{
    const auto measure = casebook.measure(code);
    if (!measure || measure->revision == 0) {
        throw Refusal{words::no_own_measure(code)};
    }
    return *measure;
}

void change_measures(storage::Casebook& casebook, const MeasuresOptions& options)
{
    if (options.replace) {
        const std::string text = read_file(*options.replace);
        const auto definition = definition_in(*options.replace, text);
        const auto before = own_measure(casebook, definition.code);
        model::MeasureDefinition same = before;
        same.revision = definition.revision;
        same.is_retired = definition.is_retired;
        if (same == definition) {
            throw Refusal{words::measure_taken(definition.code)};
        }
        if (casebook.is_measure_in_use(definition.code)) {
            throw Refusal{words_for(DefinitionOutcome{MeasureInUse{before.name}})};
        }
        casebook.replace_measure(text);
        std::cout << words_for(DefinitionOutcome{MeasureReplaced{definition.name, before.revision + 1}}) << '\n';
    }
    if (options.retire) {
        if (!own_measure(casebook, *options.retire).is_retired) {
            casebook.retire_measure(*options.retire);
        }
        std::cout << words::measure_retired(*options.retire) << '\n';
    }
    if (options.reinstate) {
        if (own_measure(casebook, *options.reinstate).is_retired) {
            casebook.reinstate_measure(*options.reinstate);
        }
        std::cout << words::measure_reinstated(*options.reinstate) << '\n';
    }
}

} // namespace

void list_clients(const Common& common)
{
    const storage::Casebook casebook = open_casebook(common);
    const auto rows = casebook.caseload(today());
    if (common.as_json) {
        auto json = nlohmann::ordered_json::array();
        for (const model::CaseloadRow& row : rows) {
            json.push_back(json_of(row));
        }
        std::cout << json.dump(2) << '\n';
        return;
    }
    Table table{words::client_columns()};
    for (const model::CaseloadRow& row : rows) {
        table.add({row.client.details.code, words::client_status(row.is_in_care, row.level_of_care),
                   row.last_session_on ? model::iso_date(*row.last_session_on) : "-", std::to_string(row.sessions),
                   std::to_string(row.open_notices)});
    }
    std::cout << table.text();
}

void list_measures(const Common& common, const MeasuresOptions& options)
{
    storage::Casebook casebook = open_casebook(common);
    if (options.replace || options.retire || options.reinstate) {
        return change_measures(casebook, options);
    }
    const auto measures = options.add.empty() ? casebook.measures() : add_measures(casebook, options.add);
    if (const auto unreadable = casebook.unreadable_measures(); !unreadable.empty()) {
        std::cerr << words::measures_unreadable(unreadable) << '\n';
    }
    if (common.as_json) {
        auto json = nlohmann::ordered_json::array();
        for (const model::MeasureDefinition& measure : measures) {
            json.push_back(json_of(measure));
        }
        std::cout << json.dump(2) << '\n';
        return;
    }
    if (!options.add.empty()) {
        for (const model::MeasureDefinition& measure : measures) {
            std::cout << words::measure_added(measure.code, measure.name) << '\n';
        }
        return;
    }
    Table table{words::measure_columns()};
    for (const model::MeasureDefinition& measure : measures) {
        table.add({measure.code, words::measure_name(measure.name, measure.is_retired),
                   std::to_string(measure.items.size()), measure.licence});
    }
    std::cout << table.text();
}

} // namespace app::cli
