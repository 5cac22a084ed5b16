#include "model/measures_due.h"

#include <algorithm>

namespace model {

bool is_due(const MeasureDefinition& definition, Date last_taken_on, Date today)
{
    return !definition.is_retired && definition.ask_again_after_days > 0 &&
           days_between(last_taken_on, today) >= definition.ask_again_after_days;
}

std::vector<std::string> measures_due(std::span<const LatestAdministration> latest,
                                      std::span<const MeasureDefinition> definitions, Date today)
{
    std::vector<std::string> due;
    for (const LatestAdministration& last : latest) {
        const auto definition = std::ranges::find(definitions, last.measure, &MeasureDefinition::code);
        if (definition != definitions.end() && is_due(*definition, last.taken_on, today)) {
            due.push_back(last.measure);
        }
    }
    return due;
}

} // namespace model
