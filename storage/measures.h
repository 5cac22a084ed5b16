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

/// The measures that the practice added, in the order in which it did; of each the last version.
std::vector<OwnMeasure> own_measures(Record& file);

/// A number that is another one after any of them was added, replaced, retired or reinstated.
int state_of_own_measures(Record& file);

/// Keeps the JSON of a definition that was read and found good.
void add_measure(Record& file, const std::string& code, const std::string& json, int revision = 1);

void retire_measure(Record& file, const std::string& code);
void reinstate_measure(Record& file, const std::string& code);

} // namespace storage
