#pragma once

#include "app/drawing/scene.h"

#include <array>

namespace app {

/// The one unit of distance; every gap is a multiple of it.
inline constexpr double space = 4;

/// Heights of type, in 1/96 inch.
namespace type_size {
inline constexpr double small = 11;      ///< Axis labels, footers.
inline constexpr double body = 13;       ///< Screen text, chart titles.
inline constexpr double page = 15;       ///< Running text on paper.
inline constexpr double page_large = 17; ///< Running text on a client's page.
inline constexpr double heading = 16;
inline constexpr double title = 25;
} // namespace type_size

/// The colours of one ground: screen by day, screen by night, or paper.
struct Palette {
    Colour paper{};     ///< The ground itself.
    Colour ink{};       ///< Words.
    Colour quiet_ink{}; ///< Words of second rank; still at least 4.5:1 on the ground and on every span tint.
    Colour hairline{};  ///< Grid lines, rules.
    Colour accent{};    ///< The chosen thing and the one main action; fit for words.
    Colour attention{}; ///< Notices; fit for words.
    Colour selection{}; ///< Pale ground of the chosen row.
    std::array<Colour, 8> series{}; ///< Okabe-Ito order; at least 3:1 against the ground where the hue allows.
    std::array<Colour, 4> spans{};  ///< Pale grounds of phases; the first is neutral.
    bool operator==(const Palette&) const = default;
};

/// On a light window.
Palette light_palette();
/// On a dark window.
Palette dark_palette();
/// On white paper.
Palette paper_palette();

enum class Paper { a4, letter };

/// A sheet in 1/96 inch, upright: A4 is 210 x 297 mm, Letter 8.5 x 11 in.
Size page_size(Paper paper);

/// The white edge of a printed page.
inline constexpr double page_margin = 17 * space;

} // namespace app
