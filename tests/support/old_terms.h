#pragma once

#include <array>
#include <cctype>
#include <string>
#include <string_view>
#include <vector>

/// Words that neither the field nor the desktop uses, and that the program therefore never says.
namespace tests {

/// In small letters; never among the words of a sentence, whatever stands around them.
inline constexpr std::array old_phrases{
    "folder it lies in",
    "make the casebook",
    "make an empty casebook",
    "keep entering",
    "throw away",
    "throws it away",
    "wrong client",
    "kept by itself",
    "proved",
    "proving",
    "prove it",
    "not proved",
    "present password",
    "filling-in",
    "filling-ins",
    "filled-in",
    "every answer",
    "way that needs a person",
    "i cancelled",
    "goal family",
    "caseness",
    "student mean",
    "than measurement error",
    "no reliability known",
    "body signals",
    "going back and forth",
    "held-back movement",
};

/// Besides those, in what the program itself says; a therapist may write them in a note.
inline constexpr std::array old_phrases_of_the_program{"go on", "goes on", "went on", "going on", "filled in on"};

/// Never the whole of a label.
inline constexpr std::array old_labels{"Family", "Video", "None", "Go on"};

/// The phrases of `old` that `text` holds as whole words, in any case.
template <std::size_t count>
std::vector<std::string> old_terms_in(std::string_view text, const std::array<const char*, count>& old)
{
    std::string small;
    for (const char letter : text) {
        const bool is_gap = letter == '\n' || letter == '\t' || letter == '\r';
        const char sign = is_gap ? ' ' : static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
        if (sign != ' ' || small.empty() || small.back() != ' ') {
            small += sign;
        }
    }
    const auto is_letter = [&](std::size_t place) {
        return place < small.size() && std::isalpha(static_cast<unsigned char>(small[place])) != 0;
    };
    std::vector<std::string> found;
    for (const std::string_view phrase : old) {
        for (auto at = small.find(phrase); at != std::string::npos; at = small.find(phrase, at + 1)) {
            if (!is_letter(at - 1) && !is_letter(at + phrase.size())) {
                found.emplace_back(phrase);
                break;
            }
        }
    }
    return found;
}

} // namespace tests
