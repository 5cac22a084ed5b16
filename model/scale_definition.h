#pragma once

#include "model/definition_fields.h"

namespace model {

/// Reads one scale of a definition whose items, answers and earlier scales are already read.
Scale read_scale(const LocatedJson& node, const MeasureDefinition& definition, FirstFault& fault);

/// Reports the elements of a list of items that are not among `allowed`.
void check_items(const LocatedJson* list, const std::vector<int>& allowed, DefinitionFault reason, FirstFault& fault);

} // namespace model
