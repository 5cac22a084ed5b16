#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

/// When two spellings of a client's code are one, and when they only look so.
namespace storage {

/// The same for all spellings of one code: capitals, width, the kind of a dash and of blanks do not count, and a blank
/// parts as a dash does ("A-001", "a – 001", "Ａ 001"). Text that is not UTF-8 is its own key.
std::string code_key(std::string_view code);

/// The same for codes that the eye may take for each other: letters and digits that look alike (O and 0; I, l and 1;
/// Cyrillic and Greek twins), zeros before a number, and dashes do not count. Codes of one key have one shape.
std::string code_shape(std::string_view code);

/// The first of these codes that is not `code` but looks like it; empty when there is none.
std::optional<std::string> code_like(std::span<const std::string> codes, std::string_view code);

} // namespace storage
