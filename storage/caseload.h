#pragma once

#include "model/client_record.h"
#include "model/measure.h"
#include "storage/record.h"

#include <span>
#include <vector>

namespace storage {

/// One line for every client, by shown name. Read with a few statements for all of them together; only where no measure
/// leads, the ratings of one goal are asked for client by client.
std::vector<model::CaseloadRow> caseload(Record& file, std::span<const model::MeasureDefinition> measures,
                                         model::Date today);

} // namespace storage
