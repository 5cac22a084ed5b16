#include "model/modality.h"

#include "model/library.h"

#include <nlohmann/json.hpp>

namespace model {

std::vector<Modality> shipped_modalities()
{
    std::vector<Modality> modalities;
    for (const auto& entry : nlohmann::json::parse(library_text("modalities.json"))) {
        modalities.push_back({
            .code = entry.at("code").get<std::string>(),
            .name = entry.at("name").get<std::string>(),
            .techniques = entry.at("techniques").get<std::vector<std::string>>(),
            .short_name = entry.at("short_name").get<std::string>(),
        });
    }
    return modalities;
}

} // namespace model
