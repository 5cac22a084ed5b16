#pragma once

#include "model/client_record.h"
#include "model/session_note.h"
#include "storage/record.h"

#include <optional>
#include <string>
#include <vector>

namespace storage {

/// The session in the present row of a query on `note`.
model::Session read_session(const Statement& query);

/// Adds the technique in the present row to its modality among those already read.
void add_technique(const Statement& query, std::vector<model::ModalityUse>& modalities);

/// The rating in the present row of a query on `rating`.
model::Rating read_rating(const Statement& query);

/// Keeps a signed note, whole: header, texts, modalities, ratings and risk. Nothing of it can be changed afterwards.
model::NoteId add_note(Record& file, model::ClientId client, const model::NoteContent& content,
                       const model::Signature& signature, model::Moment signed_at);

/// Throws `StorageError{not_found}` when there is none.
model::Note note(Record& file, model::NoteId id);

/// Whose note it is. Throws `StorageError{not_found}` when there is none.
model::ClientId client_of_note(Record& file, model::NoteId id);

/// A client's notes without their texts, by the start of the session, oldest first.
std::vector<model::NoteOutline> notes_of(Record& file, model::ClientId client);

/// The newest note of a session that began before `moment` and that is not in error.
std::optional<model::NoteId> last_note_before(Record& file, model::ClientId client, model::Moment moment);

void add_addendum(Record& file, model::NoteId id, const model::Addendum& addendum);

/// Throws `StorageError{refused}` when it is marked already.
void mark_note_in_error(Record& file, model::NoteId id, const model::EnteredInError& mark);

} // namespace storage
