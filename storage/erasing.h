#pragma once

#include "model/erasure.h"
#include "storage/record.h"

#include <vector>

/// Clients whose record is taken out. To be run within an act.
namespace storage {

/// Everything that was ever erased, the latest first.
std::vector<model::Erasure> erasures(Record& file);

/// The same, and after each whoever had been merged into that client, as the log of acts has it, without their code.
std::vector<model::Erasure> erased_with_merged(Record& file);

/// What would go with a client: code, and how many signed notes and forms.
model::Erasure erasure_of(Record& file, model::ClientId client);

/// Removes every row of the client; what stays is `erasure`, with the codes of those who had been merged. Unless they
/// were added by mistake, the notes that were signed in another record, and marked there as this client's, go as well
/// and are counted. Gives the clients in whose record those stood.
std::vector<model::ClientId> erase_client(Record& file, const model::Erasure& erasure);

} // namespace storage
