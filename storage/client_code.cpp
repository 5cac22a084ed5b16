#include "storage/client_code.h"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <memory>
#include <utility>

namespace storage {

namespace {

constexpr utf8proc_int32_t minus_sign = 0x2212;

bool parts(utf8proc_int32_t letter)
{
    switch (utf8proc_category(letter)) {
    case UTF8PROC_CATEGORY_PD:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_CC:
        return true;
    default:
        return letter == minus_sign;
    }
}

/// Without capitals and differences of width; empty when it is not UTF-8.
std::u32string folded(std::string_view code)
{
    utf8proc_uint8_t* mapped = nullptr;
    const auto options =
        static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD | UTF8PROC_IGNORE);
    utf8proc_ssize_t left = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(code.data()),
                                         static_cast<utf8proc_ssize_t>(code.size()), &mapped, options);
    if (left < 0) {
        return {};
    }
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{mapped, &std::free};
    std::u32string letters;
    for (const utf8proc_uint8_t* at = mapped; left > 0;) {
        utf8proc_int32_t letter = 0;
        const utf8proc_ssize_t size = utf8proc_iterate(at, left, &letter);
        letters += static_cast<char32_t>(letter);
        at += size;
        left -= size;
    }
    return letters;
}

/// The folded code with one dash for all that parts it inside, and none around it.
std::u32string key_letters(std::string_view code)
{
    std::u32string key;
    bool is_parted = false;
    for (const char32_t letter : folded(code)) {
        if (parts(static_cast<utf8proc_int32_t>(letter))) {
            is_parted = !key.empty();
        } else {
            if (std::exchange(is_parted, false)) {
                key += U'-';
            }
            key += letter;
        }
    }
    return key;
}

std::string utf8(const std::u32string& letters)
{
    std::string text;
    for (const char32_t letter : letters) {
        std::array<utf8proc_uint8_t, 4> bytes{};
        const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(letter), bytes.data());
        text.append(reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(size));
    }
    return text;
}

/// Small letters and digits, each with what it is taken for.
constexpr std::pair<std::u32string_view, std::u32string_view> twins{
    // Latin, Cyrillic by the look of their small and their capital letters, Greek.
    U"oil|"
    U"авекмнорстухіјѕґ"
    U"αβεζηικμνορτυχ",
    U"0111"
    U"abekmhopctyx1jsr"
    U"abezh1kmnoptyx"};

char32_t as_it_looks(char32_t letter)
{
    const auto place = twins.first.find(letter);
    const char32_t looks = place == std::u32string_view::npos ? letter : twins.second[place];
    return looks == U'o' ? U'0' : looks;
}

bool is_digit(char32_t letter)
{
    return letter >= U'0' && letter <= U'9';
}

} // namespace

std::string code_key(std::string_view code)
{
    const std::u32string key = key_letters(code);
    return key.empty() ? std::string{code} : utf8(key);
}

std::string code_shape(std::string_view code)
{
    std::u32string shape;
    std::size_t number_begins = 0; // Where the run of digits at the end of the shape begins.
    for (const char32_t letter : key_letters(code)) {
        const char32_t looks = as_it_looks(letter);
        if (!is_digit(looks)) {
            number_begins = shape.size() + (letter == U'-' ? 0 : 1);
        } else if (number_begins + 1 == shape.size() && shape.back() == U'0') {
            shape.pop_back();
        }
        if (letter != U'-') {
            shape += looks;
        }
    }
    return shape.empty() ? code_key(code) : utf8(shape);
}

std::optional<std::string> code_like(std::span<const std::string> codes, std::string_view code)
{
    const std::string key = code_key(code);
    const std::string shape = code_shape(code);
    const auto like = std::ranges::find_if(
        codes, [&](const std::string& other) { return code_shape(other) == shape && code_key(other) != key; });
    return like == codes.end() ? std::nullopt : std::optional{*like};
}

} // namespace storage
