#pragma once

#include "tests/support/file_bytes.h"

#include <cctype>
#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

/// Looks for what was typed in the bytes of files, in whatever way a program may have written it down.
namespace tests {

/// `text` with each byte in so many, the byte itself at `at`: as the wide letters of what is ASCII.
inline std::string in_wide_letters(std::string_view text, std::size_t width, std::size_t at)
{
    std::string wide(text.size() * width, '\0');
    for (std::size_t i = 0; i < text.size(); ++i) {
        wide.at(i * width + at) = text.at(i);
    }
    return wide;
}

/// The letters of base 64 that are the same whatever stands before and after `text`, when so many bytes (0 to 2) stand
/// before it in its first group of three.
inline std::string in_base_64(std::string_view text, std::size_t before)
{
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    const std::string bytes = std::string(before, '\0') + std::string{text};
    std::string encoded;
    for (std::size_t bit = (before * 8 + 5) / 6 * 6; bit + 6 <= bytes.size() * 8; bit += 6) {
        unsigned value = 0;
        for (std::size_t i = bit; i < bit + 6; ++i) {
            value = value << 1 | (static_cast<unsigned char>(bytes.at(i / 8)) >> (7 - i % 8) & 1U);
        }
        encoded += letters.at(value);
    }
    return encoded;
}

/// As in the address of a file.
inline std::string in_percent_signs(std::string_view text)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    constexpr std::string_view as_they_are = "-._~";
    std::string encoded;
    for (const char sign : text) {
        const auto byte = static_cast<unsigned char>(sign);
        if (std::isalnum(byte) != 0 || as_they_are.find(sign) != std::string_view::npos) {
            encoded += sign;
        } else {
            encoded += {'%', digits.at(byte >> 4), digits.at(byte & 15U)};
        }
    }
    return encoded;
}

/// `text` in UTF-8, UTF-16 both ways, UTF-32, base 64 and percent signs.
inline std::vector<std::string> encodings_of(std::string_view text)
{
    return {std::string{text},   in_wide_letters(text, 2, 0), in_wide_letters(text, 2, 1), in_wide_letters(text, 4, 0),
            in_base_64(text, 0), in_base_64(text, 1),         in_base_64(text, 2),         in_percent_signs(text)};
}

/// Whether `bytes` hold the text, which is ASCII, or one half of it where a page's border parts it, in any encoding.
inline bool shows(const std::string& bytes, std::string_view text)
{
    const auto half = text.size() / 2;
    for (const auto part : {text.substr(0, half), text.substr(half)}) {
        for (const std::string& encoded : encodings_of(part)) {
            if (bytes.find(encoded) != std::string::npos) {
                return true;
            }
        }
    }
    return false;
}

/// Those of `texts` that stand in any file below `folder`, or in a file's name, each with the first place where it was
/// found. What `is_passed_over` is not looked at, nor what lies in it.
inline std::map<std::string, std::filesystem::path> readable_in(
    const std::filesystem::path& folder, const std::vector<std::string>& texts,
    const std::function<bool(const std::filesystem::path&)>& is_passed_over = [](const std::filesystem::path&) {
        return false;
    })
{
    namespace fs = std::filesystem;
    std::map<std::string, fs::path> readable;
    // A file may go while they are looked at.
    std::error_code ended;
    for (fs::recursive_directory_iterator entry{folder, fs::directory_options::skip_permission_denied, ended};
         !ended && entry != fs::recursive_directory_iterator{}; entry.increment(ended)) {
        if (is_passed_over(entry->path())) {
            entry.disable_recursion_pending();
            continue;
        }
        const std::string name = entry->path().filename().string();
        const std::string bytes = entry->is_regular_file(ended) ? bytes_of(entry->path()) : "";
        for (const std::string& text : texts) {
            if (!readable.contains(text) && (shows(name, text) || shows(bytes, text))) {
                readable.emplace(text, entry->path());
            }
        }
    }
    return readable;
}

} // namespace tests
