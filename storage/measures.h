#pragma once

#include "model/measure.h"
#include "storage/record.h"

#include <optional>
#include <string>
#include <vector>

namespace storage {

/// A measure that the practice added.
struct OwnMeasure {
    std::string code{};
    std::optional<model::MeasureDefinition> definition{}; ///< Empty when it cannot be read any more.
};

/// The measures that the practice added, in the order in which it did.
std::vector<OwnMeasure> own_measures(Record& file);

/// How many the practice added.
int count_of_own_measures(Record& file);

/// Keeps the JSON of a definition that was read and found good.
void add_measure(Record& file, const std::string& code, const std::string& json);

} // namespace storage
