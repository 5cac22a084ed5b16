#pragma once

#include "model/erasure.h"
#include "storage/record.h"

#include <span>
#include <vector>

/// Clients whose record is taken out. To be run within an act.
namespace storage {

/// Everything that was ever erased, the latest first.
std::vector<model::Erasure> erasures(Record& file);

/// The same, and after each whoever had been merged into that client, as the log of acts has it, without their code.
std::vector<model::Erasure> erased_with_merged(Record& file);

/// What would go with a client: code, and how many signed notes and forms.
model::Erasure erasure_of(Record& file, model::ClientId client);

/// A note that was signed in another client's record, marked in error there and drafted for this one, also through the
/// hands of a third.
struct MisfiledNote {
    model::NoteId note{};
    model::ClientId client{}; ///< In whose record it stands.
};

/// Those of which this client's record has the draft or the note that was made of them.
std::vector<MisfiledNote> misfiled_notes(Record& file, model::ClientId client);

/// Removes every row of the client; what stays is `erasure`, with the codes of those who had been merged. It counts the
/// misfiled notes, and gives leave to remove them.
void erase_client(Record& file, const model::Erasure& erasure, std::span<const MisfiledNote> misfiled);

/// Removes a note that an erasure gave leave to remove.
void erase_misfiled_note(Record& file, model::NoteId note);

} // namespace storage
