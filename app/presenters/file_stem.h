#pragma once

#include <string>
#include <string_view>

namespace app {

/// How a file about a client begins: the client's code, with a plain sign for each that has a meaning in paths.
std::string file_stem(std::string_view code);

} // namespace app
