#pragma once

#include "model/measure_definition_json.h"

#include <string>

namespace app {

/// One sentence that says on which line a measure's definition is wrong, and how. Nothing was added.
std::string words_for(const model::DefinitionError& error);

} // namespace app
