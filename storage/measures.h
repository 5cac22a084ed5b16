#pragma once

#include "model/measure.h"
#include "storage/record.h"

#include <string>
#include <vector>

namespace storage {

/// The measures that the practice added, in the order in which it did. Throws `StorageError{damaged}` when one cannot
/// be read any more.
std::vector<model::MeasureDefinition> own_measures(Record& file);

/// How many the practice added.
int count_of_own_measures(Record& file);

/// Keeps the JSON of a definition that was read and found good.
void add_measure(Record& file, const std::string& code, const std::string& json);

} // namespace storage
