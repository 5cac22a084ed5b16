#include "model/measure.h"

#include "model/library.h"
#include "model/measure_definition_json.h"

#include <algorithm>
#include <array>

namespace model {

const ReferenceLine* Scale::cut_off() const
{
    const auto found = std::ranges::find(lines, LineKind::cut_off, &ReferenceLine::kind);
    return found == lines.end() ? nullptr : &*found;
}

const Scale* MeasureDefinition::scale(std::string_view scale_code) const
{
    const auto found = std::ranges::find(scales, scale_code, &Scale::code);
    return found == scales.end() ? nullptr : &*found;
}

const Scale* MeasureDefinition::lead() const
{
    return lead_scale.empty() ? nullptr : scale(lead_scale);
}

std::vector<MeasureDefinition> shipped_measures()
{
    constexpr std::array names{"scs-26.json", "scs-sf.json", "csip-boundary.json",
                               "etmcq.json",  "phq-9.json",  "pcl-5.json"};
    std::vector<MeasureDefinition> measures;
    measures.reserve(names.size());
    for (const std::string_view name : names) {
        measures.push_back(std::get<MeasureDefinition>(read_definition(library_text(name))));
    }
    return measures;
}

} // namespace model
