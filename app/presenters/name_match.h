#pragma once

#include <string>
#include <string_view>

namespace app {

/// The text in small letters, for comparing: Latin with its accents, Greek and Cyrillic; other scripts stay as they
/// are. `text` is UTF-8.
std::string small_letters(std::string_view text);

/// Whether every word of `typed` stands somewhere in `text`, capitals or not. True when nothing was typed.
bool matches(std::string_view typed, std::string_view text);

} // namespace app
