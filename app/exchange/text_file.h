#pragma once

#include "app/words/import_words.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <variant>

namespace app {

/// No table of a practice's scores is larger than this, in bytes.
inline constexpr std::size_t longest_text_file = 100'000'000;

/// The bytes of a file that somebody chose: a file, and no folder or device, of at most `longest` bytes.
std::variant<std::string, FileProblem> read_text_file(const std::filesystem::path& file,
                                                      std::size_t longest = longest_text_file);

} // namespace app
