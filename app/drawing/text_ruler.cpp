#include "app/drawing/text_ruler.h"

#include "model/text.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace app {

namespace {

constexpr std::string_view isolate_end = "\u2069";

/// Whether a sign begins at `place` that only steers the order of letters, and is not seen itself.
bool is_unseen(std::string_view words, std::size_t place)
{
    const std::string_view sign = words.substr(place, isolate_end.size());
    return (sign >= "\u200e" && sign <= "\u200f") || (sign >= "\u202a" && sign <= "\u202e") ||
           (sign >= "\u2066" && sign <= isolate_end);
}

/// Where each code point of `words` that is seen begins, and the end.
std::vector<std::size_t> borders(std::string_view words)
{
    std::vector<std::size_t> places;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (!model::continues_character(words[i]) && !is_unseen(words, i))
            places.push_back(i);
    }
    places.push_back(words.size());
    return places;
}

/// What ends the isolates that `words` leave open.
std::string isolate_ends(std::string_view words)
{
    std::string ends;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view sign = words.substr(i, isolate_end.size());
        if (sign >= "\u2066" && sign < isolate_end) {
            ends += isolate_end;
        } else if (sign == isolate_end && !ends.empty()) {
            ends.resize(ends.size() - isolate_end.size());
        }
    }
    return ends;
}

std::string without_trailing_spaces(std::string_view words)
{
    const auto last = words.find_last_not_of(' ');
    return std::string{last == std::string_view::npos ? std::string_view{} : words.substr(0, last + 1)};
}

/// One paragraph, broken after spaces, and inside words longer than `limit` code points.
void break_paragraph(std::string_view rest, std::size_t limit, std::vector<std::string>& lines)
{
    for (;;) {
        const auto places = borders(rest);
        if (places.size() <= limit + 1) {
            lines.push_back(without_trailing_spaces(rest));
            return;
        }
        // A space may hang over the edge: it is not drawn.
        auto space = rest.rfind(' ', places[limit]);
        const bool at_space = space != std::string_view::npos && space > 0;
        const auto cut = at_space ? space + 1 : places[limit];
        lines.push_back(without_trailing_spaces(rest.substr(0, cut)));
        rest.remove_prefix(cut);
        rest.remove_prefix(at_space ? std::min(rest.find_first_not_of(' '), rest.size()) : 0);
        if (rest.empty())
            return;
    }
}

} // namespace

bool TextRuler::reads_right_to_left(std::string_view) const
{
    return false;
}

bool TextRuler::lacks_letters_of(std::string_view) const
{
    return false;
}

std::vector<std::size_t> TextRuler::cut_places(std::string_view words) const
{
    return borders(words);
}

std::string TextRuler::elided(std::string_view words, const TextStyle& style, double available) const
{
    if (width(words, style) <= available)
        return std::string{words};

    const auto places = cut_places(words);
    const auto cut_at = [&](std::size_t index) {
        const auto beginning = words.substr(0, places[index]);
        return without_trailing_spaces(beginning) + "…" + isolate_ends(beginning);
    };
    // The longest beginning that fits; widths grow with the text, so halving finds it.
    std::size_t fits = 0;
    std::size_t too_long = places.size() - 1;
    while (fits + 1 < too_long) {
        const auto middle = (fits + too_long) / 2;
        (width(cut_at(middle), style) <= available ? fits : too_long) = middle;
    }
    return cut_at(fits);
}

double FixedWidthRuler::width(std::string_view words, const TextStyle& style) const
{
    return static_cast<double>(borders(words).size() - 1) * style.size / 2;
}

double FixedWidthRuler::line_height(const TextStyle& style) const
{
    return style.size * 1.25;
}

double FixedWidthRuler::ascent(const TextStyle& style) const
{
    return style.size;
}

std::vector<std::string> FixedWidthRuler::lines(std::string_view words, const TextStyle& style, double available) const
{
    const auto limit = static_cast<std::size_t>(std::max(1.0, available / (style.size / 2)));
    std::vector<std::string> lines;
    for (;;) {
        const auto end = words.find('\n');
        break_paragraph(words.substr(0, end), limit, lines);
        if (end == std::string_view::npos)
            return lines;
        words.remove_prefix(end + 1);
    }
}

double add_paragraph(Scene& scene, const TextRuler& ruler, std::string_view words, const TextStyle& style,
                     Point top_left, double box_width, double line_spacing)
{
    const double step = ruler.line_height(style) * line_spacing;
    double top = top_left.y;
    const bool from_right = ruler.reads_right_to_left(words);
    const double lead = (step - ruler.line_height(style)) / 2;
    for (auto& line : ruler.lines(words, style, box_width)) {
        scene.elements.emplace_back(
            Text{.position = {from_right ? top_left.x + box_width : top_left.x, top + lead + ruler.ascent(style)},
                 .words = std::move(line),
                 .style = style,
                 .align = from_right ? Align::right : Align::left});
        top += step;
    }
    return top;
}

std::vector<std::string> words_drawn_as_boxes(std::span<const Scene> pages, const TextRuler& ruler, std::size_t most)
{
    std::vector<std::string> found;
    const auto look_at = [&](std::string_view line) {
        while (!line.empty() && found.size() <= most) {
            const std::string word{line.substr(0, line.find(' '))};
            line.remove_prefix(std::min(word.size() + 1, line.size()));
            if (ruler.lacks_letters_of(word) && std::ranges::find(found, word) == found.end()) {
                found.push_back(word);
            }
        }
    };
    for (const Scene& page : pages) {
        for (const Element& element : page.elements) {
            const auto* text = std::get_if<Text>(&element);
            if (text != nullptr && ruler.lacks_letters_of(text->words)) {
                look_at(text->words);
            }
        }
    }
    if (found.size() > most) {
        found.resize(most);
        found.emplace_back("…");
    }
    return found;
}

} // namespace app
