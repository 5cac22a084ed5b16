#pragma once

#include "app/drawing/shapes.h"

#include <algorithm>
#include <cmath>

/// How well one colour is seen on another.
namespace tests {

/// Relative luminance, 0 to 1 (WCAG 2.1).
inline double luminance(app::Colour colour)
{
    const auto linear = [](std::uint8_t part) {
        const double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.r) + 0.7152 * linear(colour.g) + 0.0722 * linear(colour.b);
}

/// The contrast of two opaque colours, 1 to 21 (WCAG 2.1, "contrast ratio").
inline double contrast(app::Colour one, app::Colour other)
{
    const auto [darker, lighter] = std::minmax({luminance(one), luminance(other)});
    return (lighter + 0.05) / (darker + 0.05);
}

} // namespace tests
