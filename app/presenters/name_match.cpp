#include "app/presenters/name_match.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>
#include <string>

namespace app {

namespace {

/// Without capitals, accents and the other differences that a person who searches does not type. What is not UTF-8
/// stays as it is.
std::string folded(std::string_view text)
{
    utf8proc_uint8_t* mapped = nullptr;
    const auto options = static_cast<utf8proc_option_t>(UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE | UTF8PROC_CASEFOLD |
                                                        UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    const utf8proc_ssize_t length = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                                 static_cast<utf8proc_ssize_t>(text.size()), &mapped, options);
    if (length < 0) {
        return std::string{text};
    }
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owner{mapped, &std::free};
    return {reinterpret_cast<const char*>(mapped), static_cast<std::size_t>(length)};
}

} // namespace

bool matches(std::string_view typed, std::string_view text)
{
    const std::string words = folded(typed);
    std::size_t start = words.find_first_not_of(' ');
    if (start == std::string::npos) {
        return true;
    }
    const std::string place = folded(text);
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
