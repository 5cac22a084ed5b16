#pragma once

#include "model/practice.h"
#include "storage/record.h"

#include <string>

namespace storage {

model::Practice practice(Record& file);
void set_practice(Record& file, const model::Practice& practice);

/// The person who writes in this casebook.
model::Therapist therapist(Record& file);
/// Writes what is known about that person; the id in `therapist` is of no account, for there is one.
void set_therapist(Record& file, const model::Therapist& therapist);

/// What stands under an addendum, a mark or a review: name and credentials, as far as known. Throws
/// `StorageError{refused}` when there is no name.
std::string byline(Record& file);

} // namespace storage
