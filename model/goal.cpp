#include "model/goal.h"

#include "model/library.h"

#include <nlohmann/json.hpp>

#include <algorithm>

namespace model {

const std::string& Goal::wording_on(Date day) const
{
    const auto former =
        std::ranges::find_if(former_wordings, [day](const FormerWording& words) { return day < words.until; });
    return former == former_wordings.end() ? details.wording : former->wording;
}

std::vector<GoalFamily> shipped_goal_families()
{
    std::vector<GoalFamily> families;
    for (const auto& entry : nlohmann::json::parse(library_text("goals.json"))) {
        families.push_back({
            .code = entry.at("code").get<std::string>(),
            .name = entry.at("name").get<std::string>(),
            .at_zero = entry.at("at_zero").get<std::string>(),
            .at_five = entry.at("at_five").get<std::string>(),
            .at_ten = entry.at("at_ten").get<std::string>(),
            .examples = entry.at("examples").get<std::vector<std::string>>(),
            .small_steps = entry.at("small_steps").get<std::vector<std::string>>(),
            .measures = entry.at("measures").get<std::vector<std::string>>(),
        });
    }
    return families;
}

} // namespace model
