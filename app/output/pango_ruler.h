#pragma once

#include "app/drawing/text_ruler.h"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace app {

/// What everything is written in. Where a font lacks a script, the system's other fonts step in.
struct Typeface {
    std::string family = "DejaVu Sans"; ///< A family fontconfig knows; this one comes with the package.
    bool operator==(const Typeface&) const = default;
};

/// Measures with the settings the painter paints with: no hinting, so that a line is equally long on screen, in PDF
/// and in SVG. Needs no display. Used by one thread at a time.
class PangoRuler final : public TextRuler {
public:
    explicit PangoRuler(Typeface typeface = {});
    ~PangoRuler() override;

    double width(std::string_view words, const TextStyle& style) const override;
    double line_height(const TextStyle& style) const override;
    double ascent(const TextStyle& style) const override;
    std::vector<std::string> lines(std::string_view words, const TextStyle& style, double width) const override;
    bool reads_right_to_left(std::string_view words) const override;
    bool lacks_letters_of(std::string_view words) const override;

private:
    std::vector<std::size_t> cut_places(std::string_view words) const override;

    struct Parts;
    std::unique_ptr<Parts> parts_;
};

} // namespace app
