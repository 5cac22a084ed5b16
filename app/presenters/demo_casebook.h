#pragma once

#include "app/presenters/workplace.h"

#include <filesystem>

namespace app {

/// Makes the demo practice as a casebook in `folder` (`Demo.casebook`), its password known to nobody, and opens it.
/// Throws `StorageError`.
storage::Casebook make_demo_casebook(const std::filesystem::path& folder, const Clock& clock);

} // namespace app
