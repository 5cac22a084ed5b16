#pragma once

#include <string>
#include <vector>

namespace app {

/// "a", "a and b", "a, b and c"; nothing of nothing.
std::string joined(const std::vector<std::string>& parts);

} // namespace app
