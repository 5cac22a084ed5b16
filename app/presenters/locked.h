#pragma once

#include "app/words/lock_words.h"

#include <optional>
#include <string>
#include <string_view>

namespace app {

/// How the program tells itself, when it starts anew at the unlock page, why it did: an argument of its command line
/// that people need not know of. Nothing confidential is in it.
std::string argument_for(const Locked& locked);

/// Reads such an argument; empty when it is another one.
std::optional<Locked> locked_from(std::string_view argument);

} // namespace app
