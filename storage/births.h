#pragma once

#include "model/dated_entry.h"
#include "storage/record.h"

#include <optional>

/// Nothing happens to a client before they are born.
namespace storage {

/// The first form, session or admission of a client before `day`, but for what was entered in error; empty when
/// there is none.
std::optional<model::DatedEntry> first_entry_before(Record& file, model::ClientId client, model::Date day);

/// When a client was born, where that is known and can be read.
std::optional<model::Date> birth_of(Record& file, model::ClientId client);

} // namespace storage
