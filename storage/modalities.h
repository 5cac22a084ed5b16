#pragma once

#include "model/modality.h"
#include "storage/record.h"

#include <vector>

namespace storage {

/// The modalities that the practice added, in the order in which it did.
std::vector<model::Modality> own_modalities(Record& file);

/// Throws `StorageError{refused}` when the practice has one with this code.
void add_modality(Record& file, const model::Modality& modality);

} // namespace storage
