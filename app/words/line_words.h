#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace app {

/// Lines of a file that stand in rising order: "line 2", "lines 2 and 4", "lines 2 to 40, 43 and 45". After twenty
/// stretches the others are only counted: "lines 2, 4, … and 12 more".
std::string line_words(std::span<const std::size_t> lines);

} // namespace app
