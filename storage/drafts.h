#pragma once

#include "model/session_note.h"
#include "storage/record.h"

#include <optional>
#include <vector>

namespace storage {

/// Empty when it is gone. Throws `StorageError{damaged}` when it cannot be read.
std::optional<model::Draft> draft(Record& file, model::DraftId id);

/// Whose draft it is. Throws `StorageError{not_found}` when there is none.
model::ClientId client_of_draft(Record& file, model::DraftId id);

/// A client's drafts, newest session first, damaged ones among them.
std::vector<model::Draft> drafts_of(Record& file, model::ClientId client);

/// The draft that was saved last, by the order of saving and not by the clock; it may be damaged.
std::optional<model::Draft> last_saved_draft(Record& file);

/// The days that a client's drafts are about, oldest first.
std::vector<model::Date> draft_days(Record& file, model::ClientId client);

/// Keeps a draft that has no id yet. Throws `StorageError{refused}` when its zone is not known here; one that was begun
/// elsewhere may be saved again.
model::DraftId add_draft(Record& file, const model::Draft& draft);

/// Writes a draft over what was kept of it. Throws `StorageError{not_found}` when it is gone.
void save_draft(Record& file, const model::Draft& draft);

void remove_draft(Record& file, model::DraftId id);

} // namespace storage
