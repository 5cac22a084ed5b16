#include "storage/modalities.h"

#include <optional>

namespace storage {

std::vector<model::Modality> own_modalities(Record& file)
{
    Statement query{file, R"(
        SELECT modality.code, modality.name, technique.name AS technique
          FROM modality LEFT JOIN modality_technique AS technique ON technique.modality_id = modality.id
         ORDER BY modality.id, technique.id)"};
    std::vector<model::Modality> modalities;
    while (query.step()) {
        const auto code = query.read<std::string>("code");
        if (modalities.empty() || modalities.back().code != code) {
            modalities.push_back({.code = code, .name = query.read<std::string>("name")});
        }
        if (const auto technique = query.read<std::optional<std::string>>("technique")) {
            modalities.back().techniques.push_back(*technique);
        }
    }
    return modalities;
}

void add_modality(Record& file, const model::Modality& modality)
{
    Statement insert{file, "INSERT INTO modality (code, name) VALUES (:code, :name)"};
    insert.bind(":code", modality.code);
    insert.bind(":name", modality.name);
    const std::int64_t id = insert.insert();
    for (const std::string& technique : modality.techniques) {
        Statement insert_technique{file,
                                   "INSERT INTO modality_technique (modality_id, name) VALUES (:modality, :name)"};
        insert_technique.bind(":modality", id);
        insert_technique.bind(":name", technique);
        insert_technique.insert();
    }
}

} // namespace storage
