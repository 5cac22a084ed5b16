#pragma once

#include "model/date_habits.h"
#include "storage/output_place.h"
#include "storage/storage_error.h"

#include <string>

namespace app {

/// What happened, what is safe and what to do, in one or two short sentences. `clock` is the reader's; without a
/// zone no time of day is said.
std::string words_for(const storage::StorageError& error, const model::ClockFace& clock = {.zone = {}});

/// Why nothing was written at `place`.
std::string words_for(storage::OutputProblem problem, const std::string& place);

/// For a mistake of the program's own.
std::string words_for_unexpected_error();

} // namespace app
