#pragma once

#include "storage/storage_error.h"

#include <string>
#include <string_view>

namespace app {

/// What happened, what is safe and what to do, in one or two short sentences. `zone` is that of the reader's clock;
/// without one no time of day is said.
std::string words_for(const storage::StorageError& error, std::string_view zone = {});

/// For a mistake of the program's own.
std::string words_for_unexpected_error();

} // namespace app
