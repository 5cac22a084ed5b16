#include "app/presenters/name_match.h"

#include <cstdint>

namespace app {

namespace {

/// The small letter of a two-byte capital (U+0080 to U+07FF), as Unicode's simple case mapping has it for the scripts
/// named in the header; others unchanged.
std::uint32_t small_letter(std::uint32_t letter)
{
    const bool is_latin_1 = letter >= 0xC0 && letter <= 0xDE && letter != 0xD7;
    const bool is_greek = letter >= 0x391 && letter <= 0x3AB && letter != 0x3A2;
    const bool is_cyrillic = letter >= 0x410 && letter <= 0x42F;
    if (is_latin_1 || is_greek || is_cyrillic) {
        return letter + 0x20;
    }
    if (letter >= 0x400 && letter <= 0x40F) {
        return letter + 0x50;
    }
    if (letter == 0x178) {
        return 0xFF;
    }
    const bool is_even_capital = (letter >= 0x100 && letter <= 0x137 && letter != 0x130) ||
                                 (letter >= 0x14A && letter <= 0x177) || (letter >= 0x460 && letter <= 0x4BF) ||
                                 (letter >= 0x218 && letter <= 0x21B);
    const bool is_odd_capital = (letter >= 0x139 && letter <= 0x148) || (letter >= 0x179 && letter <= 0x17E);
    if (is_even_capital && letter % 2 == 0) {
        return letter + 1;
    }
    return is_odd_capital && letter % 2 == 1 ? letter + 1 : letter;
}

} // namespace

std::string small_letters(std::string_view text)
{
    std::string small;
    small.reserve(text.size());
    for (std::size_t index = 0; index < text.size(); ++index) {
        const auto byte = static_cast<unsigned char>(text[index]);
        const bool is_two_bytes = byte >= 0xC2 && byte <= 0xDF && index + 1 < text.size();
        if (byte >= 'A' && byte <= 'Z') {
            small += static_cast<char>(byte + ('a' - 'A'));
        } else if (is_two_bytes) {
            ++index;
            const auto letter = small_letter((byte & 0x1FU) << 6U | (static_cast<unsigned char>(text[index]) & 0x3FU));
            small += static_cast<char>(0xC0U | letter >> 6U);
            small += static_cast<char>(0x80U | (letter & 0x3FU));
        } else {
            small += text[index];
        }
    }
    return small;
}

bool matches(std::string_view typed, std::string_view text)
{
    const std::string words = small_letters(typed);
    const std::string place = small_letters(text);
    std::size_t start = words.find_first_not_of(' ');
    while (start != std::string::npos) {
        const std::size_t end = words.find(' ', start);
        if (place.find(words.substr(start, end - start)) == std::string::npos) {
            return false;
        }
        start = words.find_first_not_of(' ', end);
    }
    return true;
}

} // namespace app
