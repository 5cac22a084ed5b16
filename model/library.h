#pragma once

#include "model/embedded_file.h"

namespace model {

/// Every file of `model/library` that was built into the program, in the order of their names.
std::span<const EmbeddedFile> library_files();

/// The text of the library file with this name, which must be one of them.
std::string_view library_text(std::string_view name);

} // namespace model
