#pragma once

#include "model/embedded_file.h"

namespace model {

/// Every file of `model/library` that was built into the program, in the order of their names.
std::span<const EmbeddedFile> library_files();

} // namespace model
