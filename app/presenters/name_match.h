#pragma once

#include <string_view>

namespace app {

/// Whether every word of `typed` stands somewhere in `text`, whatever its capitals and accents: "lena" finds "Léna",
/// "αννα" finds "ΆΝΝΑ". True when nothing was typed. Both are UTF-8.
bool matches(std::string_view typed, std::string_view text);

} // namespace app
