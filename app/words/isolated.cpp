#include "app/words/isolated.h"

#include <algorithm>
#include <array>
#include <vector>

namespace app {

namespace {

/// An isolate whose direction is that of its first letter. The mark before it makes a sentence that begins with an
/// isolate read from the left: not every program looks past isolates for the direction of a paragraph.
constexpr std::string_view opening = "\u200e\u2068";
constexpr std::string_view closing = "\u2069";
constexpr std::string_view closing_embedding = "\u202c";

struct Character {
    char32_t code = 0;
    std::size_t bytes = 1;
};

/// The character at the front of a text that is not empty; of bytes that are not UTF-8 the first byte.
Character first_of(std::string_view text)
{
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t bytes = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    if (bytes == 1 || bytes > text.size()) {
        return {lead, 1};
    }
    char32_t code = lead & (0xFFU >> (bytes + 1));
    for (const char next : text.substr(1, bytes - 1)) {
        const auto byte = static_cast<unsigned char>(next);
        if ((byte & 0xC0U) != 0x80U) {
            return {lead, 1};
        }
        code = code << 6U | (byte & 0x3FU);
    }
    return {code, bytes};
}

bool opens_embedding(char32_t code)
{
    return code == 0x202A || code == 0x202B || code == 0x202D || code == 0x202E;
}

bool opens_isolate(char32_t code)
{
    return code >= 0x2066 && code <= 0x2068;
}

/// Whether the character can have an effect on the order of others: the blocks of scripts that are read from the
/// right, and the marks of direction.
bool disturbs(char32_t code)
{
    struct Span {
        char32_t from;
        char32_t to;
    };
    constexpr std::array spans{Span{0x590, 0x8FF},     Span{0x200E, 0x200F},  Span{0x202A, 0x202E},
                               Span{0x2066, 0x2069},   Span{0xFB1D, 0xFDFF},  Span{0xFE70, 0xFEFE},
                               Span{0x10800, 0x10FFF}, Span{0x1E800, 0x1EFFF}};
    return std::ranges::any_of(spans, [code](Span span) { return span.from <= code && code <= span.to; });
}

bool ends_paragraph(char32_t code)
{
    return code == '\n' || code == '\r' || (code >= 0x1C && code <= 0x1E) || code == 0x85 || code == 0x2029;
}

bool can_disturb(std::string_view text)
{
    while (!text.empty()) {
        const Character character = first_of(text);
        if (disturbs(character.code)) {
            return true;
        }
        text.remove_prefix(character.bytes);
    }
    return false;
}

/// Puts a text together whose marks of direction are all in pairs.
class Isolate {
public:
    void add(char32_t code, std::string_view bytes)
    {
        if (ends_paragraph(code)) {
            close();
            words_ += bytes;
            return;
        }
        if (!is_open_) {
            words_ += opening;
            is_open_ = true;
        }
        if (opens_embedding(code) || opens_isolate(code)) {
            ends_.push_back(opens_isolate(code) ? closing : closing_embedding);
            words_ += bytes;
        } else if (bytes == closing) {
            end_isolate();
        } else if (bytes == closing_embedding) {
            if (!ends_.empty() && ends_.back() == closing_embedding) {
                end_last();
            }
        } else {
            words_ += bytes;
        }
    }

    std::string close()
    {
        while (!ends_.empty()) {
            end_last();
        }
        words_ += is_open_ ? closing : std::string_view{};
        is_open_ = false;
        return words_;
    }

private:
    void end_last()
    {
        words_ += ends_.back();
        ends_.pop_back();
    }

    void end_isolate()
    {
        if (std::ranges::find(ends_, closing) == ends_.end()) {
            return;
        }
        while (ends_.back() != closing) {
            end_last();
        }
        end_last();
    }

    std::string words_{};
    std::vector<std::string_view> ends_{}; ///< What closes the marks that are open, the innermost last.
    bool is_open_ = false;
};

} // namespace

std::string isolated(std::string_view text)
{
    if (!can_disturb(text)) {
        return std::string{text};
    }
    Isolate isolate;
    while (!text.empty()) {
        const Character character = first_of(text);
        isolate.add(character.code, text.substr(0, character.bytes));
        text.remove_prefix(character.bytes);
    }
    return isolate.close();
}

} // namespace app
