#pragma once

#include "model/trajectory.h"

#include <span>
#include <vector>

namespace model {

/// The panels of `build_trajectory`, in its order.
std::vector<Panel> panels_of(const ClientRecord& record, std::span<const MeasureDefinition> definitions, Period period);

} // namespace model
