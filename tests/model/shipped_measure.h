#pragma once

#include "model/library.h"
#include "model/measure.h"

#include <algorithm>
#include <string_view>

namespace tests {

/// The shipped measure with this code, which must be there.
inline model::MeasureDefinition shipped(std::string_view code)
{
    const auto measures = model::shipped_measures();
    return *std::ranges::find(measures, code, &model::MeasureDefinition::code);
}

} // namespace tests
