#pragma once

#include <SQLiteCpp/Database.h>

namespace storage {

/// Takes away every trigger and view of the file, so that a migration may rebuild its tables. None but those that
/// `guard_kept_rows` makes belongs there: what somebody else put there must not run while rows are sealed anew.
void unguard_kept_rows(SQLite::Database& file);

/// Makes the triggers that keep what was written once as it is (what was signed, filled in, reviewed or logged), and
/// the one that refuses a rating of another client's goal.
///
/// They are part of the file, so that they hold for whoever writes it. UPDATE of a sealed row is refused, and so are
/// DELETE and, with `recursive_triggers`, REPLACE. Two things are let through: rows go over to the client into whom
/// theirs was merged, as `client_merge` says; and rows of a client, or a note, that `erasure` or `erased_note` names
/// are removed. One list, in the source, says which tables are kept; who adds one there adds a migration as well, which
/// has the triggers made anew.
void guard_kept_rows(SQLite::Database& file);

} // namespace storage
