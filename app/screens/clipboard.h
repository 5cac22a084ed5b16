#pragma once

#include <chrono>

namespace app {

/// From now on whatever is copied or cut in a field of this program is marked as a secret, so that clipboard histories
/// leave it alone, and is taken back half a minute later unless something else was copied meanwhile. Called once,
/// before the first field is made.
void guard_clipboard();

/// Puts words on the clipboard in the same way, for as long as `lent_for`.
void copy_for_a_while(const char* words, std::chrono::milliseconds lent_for = std::chrono::seconds{30});

/// Takes back at once what came from this program, if it is still there.
void forget_copied();

} // namespace app
