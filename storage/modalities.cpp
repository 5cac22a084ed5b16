#include "storage/modalities.h"

namespace storage {

std::vector<model::Modality> own_modalities(Record& file)
{
    Statement query{file, R"(
        SELECT id, code, name FROM sound_modality ORDER BY id)"};
    std::vector<model::Modality> modalities;
    while (query.step()) {
        auto& modality = modalities.emplace_back(
            model::Modality{.code = query.read<std::string>("code"), .name = query.read<std::string>("name")});
        Statement techniques{file,
                             "SELECT name FROM sound_modality_technique WHERE modality_id = :modality ORDER BY id"};
        techniques.bind(":modality", query.read<std::int64_t>("id"));
        while (techniques.step()) {
            modality.techniques.push_back(techniques.read<std::string>("name"));
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
