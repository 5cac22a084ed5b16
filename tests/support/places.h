#pragma once

#include <string>

/// Where things lie while tests run. Functions, so that no source's compilation depends on where the tree lies.
namespace tests {

std::string source_dir(); ///< The top of the source tree.
std::string shared_dir(); ///< The published data beside it; may be absent.
std::string binary_dir(); ///< Where the programs were built.

} // namespace tests
