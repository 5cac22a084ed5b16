#pragma once

#include "model/session_note.h"
#include "storage/record.h"

#include <optional>
#include <vector>

namespace storage {

std::optional<model::Draft> draft(Record& file, model::DraftId id);

/// Whose draft it is. Throws `StorageError{not_found}` when there is none.
model::ClientId client_of_draft(Record& file, model::DraftId id);

/// A client's drafts, newest session first.
std::vector<model::Draft> drafts_of(Record& file, model::ClientId client);

/// Everybody's drafts, oldest session first.
std::vector<model::Draft> all_drafts(Record& file);

/// The draft that was saved last, by the order of saving and not by the clock.
std::optional<model::Draft> last_saved_draft(Record& file);

/// Keeps a draft that has no id yet.
model::DraftId add_draft(Record& file, const model::Draft& draft);

/// Writes a draft over what was kept of it. Throws `StorageError{not_found}` when it is gone.
void save_draft(Record& file, const model::Draft& draft);

void remove_draft(Record& file, model::DraftId id);

} // namespace storage
