#pragma once

#include "model/client_record.h"
#include "model/measure.h"

#include <span>
#include <string>
#include <vector>

namespace model {

/// Whether a measure that was filled in on `last_taken_on` may be asked again on `today`. Measures that name no
/// interval are never due by themselves.
bool is_due(const MeasureDefinition& definition, Date last_taken_on, Date today);

/// The codes of the measures that a client in care is due to fill in again, in the order of `latest`. A measure that
/// was never filled in is not due, nor one that `definitions` do not know.
std::vector<std::string> measures_due(std::span<const LatestAdministration> latest,
                                      std::span<const MeasureDefinition> definitions, Date today);

} // namespace model
