#pragma once

#include <cstddef>
#include <string>
#include <string_view>

/// What the model needs to know about text: UTF-8 throughout.
namespace model {

/// Whether there is nothing to read: empty, or white space of any script only. Zero-width spaces are white space.
bool is_blank(std::string_view text);

/// The text without such white space at its ends.
std::string trimmed(std::string_view text);

/// Unicode code points in valid UTF-8.
std::size_t characters_in(std::string_view text);

/// Whether the byte goes on with a code point of valid UTF-8 that an earlier byte began.
bool continues_character(char byte);

/// The first `count` Unicode code points of valid UTF-8, or all of them when there are fewer.
std::string_view first_characters(std::string_view text, std::size_t count);

/// Whether the bytes are well-formed UTF-8 (no overlong forms, no surrogates).
bool is_utf8(std::string_view bytes);

/// The text with a replacement sign for each character that would steer a terminal instead of being read: line ends,
/// tabs, escapes and the other controls of Unicode (C0, DEL, C1). Valid UTF-8.
std::string without_controls(std::string_view text);

} // namespace model
