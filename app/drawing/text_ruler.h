#pragma once

#include "app/drawing/scene.h"

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// Measures words and breaks them into lines. All lengths in 1/96 inch, all text UTF-8.
class TextRuler {
public:
    TextRuler() = default;
    TextRuler(const TextRuler&) = delete;
    TextRuler& operator=(const TextRuler&) = delete;
    virtual ~TextRuler() = default;

    /// How far one line of `words` reaches.
    virtual double width(std::string_view words, const TextStyle& style) const = 0;

    /// From one baseline to the next, as the typeface wants it.
    virtual double line_height(const TextStyle& style) const = 0;

    /// From the top of a line to its baseline.
    virtual double ascent(const TextStyle& style) const = 0;

    /// `words` in lines no wider than `width`, broken where their script allows it, and inside a word only when the
    /// word alone is too wide. A newline begins a new line; an empty text is one empty line.
    virtual std::vector<std::string> lines(std::string_view words, const TextStyle& style, double width) const = 0;

    /// `words` on one line no wider than `width`, their end replaced by "…" if need be.
    std::string elided(std::string_view words, const TextStyle& style, double width) const;

    /// Whether a paragraph of `words` begins at the right, as in Arabic or Hebrew.
    virtual bool reads_right_to_left(std::string_view words) const;

    /// Whether some letters of `words` are in no font at hand, so that boxes would be drawn for them.
    virtual bool lacks_letters_of(std::string_view words) const;

private:
    /// Where `words` may be cut short without tearing a letter apart, in bytes, from 0 to their length.
    virtual std::vector<std::size_t> cut_places(std::string_view words) const;
};

/// A ruler for tests: every code point that is seen is half an em wide, so that layouts are the same on every machine.
class FixedWidthRuler : public TextRuler {
public:
    double width(std::string_view words, const TextStyle& style) const override;
    double line_height(const TextStyle& style) const override; ///< 1.25 em.
    double ascent(const TextStyle& style) const override;      ///< 1 em.
    std::vector<std::string> lines(std::string_view words, const TextStyle& style, double width) const override;
};

/// Adds `words` to `scene` as a block of lines no wider than `box_width`, whose top left corner is `top_left`.
/// Words that read from the right stand at its right edge. Returns the y below the last line. `line_spacing` is the
/// distance of baselines as a multiple of the line height.
double add_paragraph(Scene& scene, const TextRuler& ruler, std::string_view words, const TextStyle& style,
                     Point top_left, double box_width, double line_spacing = 1.15);

/// The words on `pages` for which boxes would be drawn, each once, in their order. Ends with "…" where there are more
/// than `most`.
std::vector<std::string> words_drawn_as_boxes(std::span<const Scene> pages, const TextRuler& ruler, std::size_t most);

} // namespace app
