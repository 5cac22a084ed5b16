#pragma once

namespace storage::vault {

/// From now on SQLite wipes every block of memory that it gives back, so that no page, text or statement of a casebook
/// stays readable in memory after it is closed. Must come before SQLite is first used; false, and nothing has changed,
/// when it comes too late. Saying it again is harmless.
bool wipe_freed_memory();

} // namespace storage::vault
