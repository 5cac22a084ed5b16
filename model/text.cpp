#include "model/text.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>

namespace model {

namespace {

/// The characters with the property White_Space (Unicode 15, PropList.txt), and those that are spaces without a width.
constexpr std::array<std::string_view, 27> white_space{
    " ",      "\t",     "\n",     "\v",     "\f",     "\r",     "\u0085", "\u00A0", "\u1680",
    "\u2000", "\u2001", "\u2002", "\u2003", "\u2004", "\u2005", "\u2006", "\u2007", "\u2008",
    "\u2009", "\u200A", "\u200B", "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"};

std::string_view without_space_before(std::string_view text)
{
    const auto begins = [&](std::string_view space) { return text.starts_with(space); };
    for (auto space = std::ranges::find_if(white_space, begins); space != white_space.end();
         space = std::ranges::find_if(white_space, begins)) {
        text.remove_prefix(space->size());
    }
    return text;
}

std::string_view without_space_behind(std::string_view text)
{
    const auto ends = [&](std::string_view space) { return text.ends_with(space); };
    for (auto space = std::ranges::find_if(white_space, ends); space != white_space.end();
         space = std::ranges::find_if(white_space, ends)) {
        text.remove_suffix(space->size());
    }
    return text;
}

/// How many bytes the UTF-8 sequence at the start of `bytes` has; 0 when it is not well formed (RFC 3629, section 4).
std::size_t sequence_length(std::string_view bytes)
{
    const auto byte = [&](std::size_t index) {
        return index < bytes.size() ? static_cast<std::uint8_t>(bytes[index]) : std::uint8_t{0};
    };
    const auto continues = [&](std::size_t index) { return (byte(index) & 0xC0U) == 0x80U; };
    const std::uint8_t first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return continues(1) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const bool overlong = first == 0xE0 && byte(1) < 0xA0;
        const bool surrogate = first == 0xED && byte(1) > 0x9F;
        return continues(1) && continues(2) && !overlong && !surrogate ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool overlong = first == 0xF0 && byte(1) < 0x90;
        const bool too_high = first == 0xF4 && byte(1) > 0x8F;
        return continues(1) && continues(2) && continues(3) && !overlong && !too_high ? 4 : 0;
    }
    return 0;
}

} // namespace

bool is_blank(std::string_view text)
{
    return without_space_before(text).empty();
}

std::string trimmed(std::string_view text)
{
    return std::string{without_space_behind(without_space_before(text))};
}

std::size_t characters_in(std::string_view text)
{
    return static_cast<std::size_t>(std::ranges::count_if(text, std::not_fn(continues_character)));
}

bool continues_character(char byte)
{
    return (static_cast<std::uint8_t>(byte) & 0xC0U) == 0x80U;
}

std::string_view first_characters(std::string_view text, std::size_t count)
{
    for (std::size_t index = 0; index < text.size(); ++index) {
        if (!continues_character(text[index]) && count-- == 0) {
            return text.substr(0, index);
        }
    }
    return text;
}

bool is_utf8(std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::size_t length = sequence_length(bytes);
        if (length == 0) {
            return false;
        }
        bytes.remove_prefix(length);
    }
    return true;
}

std::string without_controls(std::string_view text)
{
    std::string readable;
    while (!text.empty()) {
        const std::string_view character = first_characters(text, 1);
        const auto first = static_cast<std::uint8_t>(character.front());
        const bool is_c0 = first < 0x20 || first == 0x7F;
        const bool is_c1 = first == 0xC2 && static_cast<std::uint8_t>(character.back()) < 0xA0;
        readable += is_c0 || is_c1 ? "\uFFFD" : character;
        text.remove_prefix(character.size());
    }
    return readable;
}

} // namespace model
