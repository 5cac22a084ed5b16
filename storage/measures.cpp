#include "storage/measures.h"

#include "model/measure_definition_json.h"

#include <algorithm>
#include <set>
#include <variant>

namespace storage {

namespace {

std::set<std::string> retired_measures(Record& file)
{
    Statement query{file, "SELECT code FROM sound_measure_retirement ORDER BY code"};
    std::set<std::string> codes;
    while (query.step()) {
        codes.insert(query.read<std::string>("code"));
    }
    return codes;
}

OwnMeasure read_measure(const Statement& query, const std::set<std::string>& retired)
{
    if (!query.read<bool>("is_sound")) {
        // Its code stays taken: by a shipped measure of that code its forms would be scored by another rule.
        return {.code = query.read_if_readable<std::string>("code").value_or("")};
    }
    OwnMeasure measure{.code = query.read<std::string>("code")};
    auto read = model::read_definition(query.read<std::string>("json"));
    if (auto* definition = std::get_if<model::MeasureDefinition>(&read)) {
        measure.definition = std::move(*definition);
        measure.definition->revision = query.read<int>("revision");
        measure.definition->is_retired = retired.contains(measure.code);
    }
    return measure;
}

} // namespace

std::vector<OwnMeasure> own_measures(Record& file)
{
    const auto retired = retired_measures(file);
    Statement query{file, "SELECT code, revision, json, is_sound FROM sealed_measure_definition ORDER BY id"};
    std::vector<OwnMeasure> measures;
    while (query.step()) {
        auto measure = read_measure(query, retired);
        const auto earlier = std::ranges::find(measures, measure.code, &OwnMeasure::code);
        if (earlier != measures.end() && !measure.code.empty()) {
            *earlier = std::move(measure);
        } else {
            measures.push_back(std::move(measure));
        }
    }
    return measures;
}

int state_of_own_measures(Record& file)
{
    // Whoever changes them forgets what was read; this tells that such a change was undone.
    Statement query{file, R"(
        SELECT (SELECT count(*) FROM measure_definition) * 1000
               + (SELECT count(*) FROM measure_retirement) AS state)"};
    query.step();
    return query.read<int>("state");
}

void add_measure(Record& file, const std::string& code, const std::string& json, int revision)
{
    Statement insert{file, "INSERT INTO measure_definition (code, revision, json) VALUES (:code, :revision, :json)"};
    insert.bind(":code", code);
    insert.bind(":revision", revision);
    insert.bind(":json", json);
    insert.insert();
}

void retire_measure(Record& file, const std::string& code)
{
    Statement insert{file, "INSERT INTO measure_retirement (code) VALUES (:code)"};
    insert.bind(":code", code);
    insert.insert();
}

void reinstate_measure(Record& file, const std::string& code)
{
    Statement removal{file, "DELETE FROM measure_retirement WHERE code = :code"};
    removal.bind(":code", code);
    if (removal.run() == 0) {
        throw StorageError{StorageErrorKind::not_found, "retired measure"};
    }
}

} // namespace storage
