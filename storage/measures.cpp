#include "storage/measures.h"

#include "model/measure_definition_json.h"
#include "storage/storage_error.h"

#include <variant>

namespace storage {

std::vector<model::MeasureDefinition> own_measures(Record& file)
{
    Statement query{file, "SELECT id, json FROM measure_definition ORDER BY id"};
    std::vector<model::MeasureDefinition> measures;
    while (query.step()) {
        auto read = model::read_definition(query.read<std::string>("json"));
        if (std::holds_alternative<model::DefinitionError>(read)) {
            throw StorageError{StorageErrorKind::damaged,
                               "measure definition " + std::to_string(query.read<std::int64_t>("id"))};
        }
        measures.push_back(std::get<model::MeasureDefinition>(std::move(read)));
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
