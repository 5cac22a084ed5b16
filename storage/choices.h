#pragma once

#include "storage/casebook.h"
#include "storage/record.h"

namespace storage {

/// What was chosen for a client's summary the last time; the usual choices when nothing was.
SummaryChoices summary_choices(Record& file, model::ClientId client);

void remember_summary_choices(Record& file, model::ClientId client, const SummaryChoices& choices);

} // namespace storage
