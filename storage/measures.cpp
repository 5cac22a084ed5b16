#include "storage/measures.h"

#include "model/measure_definition_json.h"

#include <variant>

namespace storage {

std::vector<OwnMeasure> own_measures(Record& file)
{
    Statement query{file, "SELECT code, json, is_sound FROM sealed_measure_definition ORDER BY id"};
    std::vector<OwnMeasure> measures;
    while (query.step()) {
        if (!query.read<bool>("is_sound")) {
            // Its code stays taken: by a shipped measure of that code its forms would be scored by another rule.
            measures.push_back({.code = query.read_if_readable<std::string>("code").value_or("")});
            continue;
        }
        auto& measure = measures.emplace_back(OwnMeasure{.code = query.read<std::string>("code")});
        auto read = model::read_definition(query.read<std::string>("json"));
        if (auto* definition = std::get_if<model::MeasureDefinition>(&read)) {
            measure.definition = std::move(*definition);
        }
    }
    return measures;
}

int count_of_own_measures(Record& file)
{
    Statement query{file, "SELECT count(*) AS count FROM measure_definition"};
    query.step();
    return query.read<int>("count");
}

void add_measure(Record& file, const std::string& code, const std::string& json)
{
    Statement insert{file, "INSERT INTO measure_definition (code, json) VALUES (:code, :json)"};
    insert.bind(":code", code);
    insert.bind(":json", json);
    insert.insert();
}

} // namespace storage
