#pragma once

#include "storage/storage_error.h"

#include <string>

namespace app {

/// What happened, what is safe and what to do, in one or two short sentences.
std::string words_for(const storage::StorageError& error);

/// For a mistake of the program's own.
std::string words_for_unexpected_error();

} // namespace app
