#pragma once

#include "model/practice.h"
#include "storage/record.h"
#include "storage/vault/key_slot.h"

#include <string>

namespace storage {

model::Practice practice(Record& file);
void set_practice(Record& file, const model::Practice& practice);

/// What is known about one of the people who write in this casebook; their number alone where nothing is, or where it
/// is damaged: nobody is kept out because their name cannot be read.
model::Therapist therapist(Record& file, vault::Person person);
/// Whether the record has a place for this person's details, damaged or not: they were among its people before.
bool knows_therapist(Record& file, vault::Person person);

/// Writes it; the id in `therapist` is of no account.
void set_therapist(Record& file, vault::Person person, const model::Therapist& therapist);

/// What stands under an addendum, a mark or a review: name and credentials, as far as known. Throws
/// `StorageError{refused}` when there is no name.
std::string byline(const model::Therapist& writer);

/// The same where nobody is to be kept from acting because no name was entered yet: then it is empty, and the log of
/// acts alone has who did it.
std::string author_if_known(const model::Therapist& writer);

} // namespace storage
