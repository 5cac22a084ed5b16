#pragma once

#include "model/calendar.h"
#include "storage/lock_note.h"
#include "storage/vault/rebuild.h"

#include <filesystem>
#include <functional>

namespace storage {

/// What a recovery sheet gave back.
struct Recovered {
    vault::OpenVault vault{};
    bool has_new_private_notes = false; ///< The person's private notes were missing: there is an empty file now.
};

/// Gives a casebook whose `keys` are damaged or gone keys again, those of `vault::seal_from_sheet`. That they open
/// `record.db` is the proof that the sheet belongs to it. `record.db` alone is enough. The log of acts tells of it,
/// at the time of `now`.
///
/// Throws `StorageError`: `not_found` (no record), `damaged` (the keys do not open the record, or a file), `exists`
/// (the keys are good: unlock with the code instead), `in_use`, `open_elsewhere` (unless a person was asked about
/// that), `read_only`, `full`... Then nothing has changed, but that the log may tell of the attempt when it was the
/// keys that could not be written.
Recovered recover_from_sheet(const std::filesystem::path& folder, vault::SealedPerson person,
                             std::function<model::Moment()> now, Elsewhere elsewhere = Elsewhere::is_refused);

} // namespace storage
