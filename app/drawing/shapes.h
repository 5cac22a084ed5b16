#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace app {

// What drawings are made of. Lengths are in 1/96 inch; x grows to the right, y downwards.

/// A place in a scene.
struct Point {
    double x = 0;
    double y = 0;
    bool operator==(const Point&) const = default;
};

/// Width and height of something.
struct Size {
    double width = 0;
    double height = 0;
    bool operator==(const Size&) const = default;
};

/// An upright rectangle: its top left corner and its extent.
struct Box {
    double x = 0;
    double y = 0;
    double width = 0;
    double height = 0;

    double right() const { return x + width; }
    double bottom() const { return y + height; }
    Point centre() const { return {x + width / 2, y + height / 2}; }
    /// Whether `at` lies inside or on the edge.
    bool contains(Point at) const { return at.x >= x && at.x <= right() && at.y >= y && at.y <= bottom(); }
    /// The box made smaller by `by` on all four sides.
    Box inset(double by) const { return {x + by, y + by, width - 2 * by, height - 2 * by}; }
    bool operator==(const Box&) const = default;
};

/// An sRGB colour, each part 0-255; `a` 255 is opaque.
struct Colour {
    std::uint8_t r = 0;
    std::uint8_t g = 0;
    std::uint8_t b = 0;
    std::uint8_t a = 255;

    /// The opaque colour written as 0xRRGGBB.
    static constexpr Colour hex(std::uint32_t rgb);
    /// The same colour at another opacity.
    constexpr Colour with_opacity(std::uint8_t opacity) const { return {r, g, b, opacity}; }
    bool operator==(const Colour&) const = default;
};

constexpr Colour Colour::hex(std::uint32_t rgb)
{
    return {static_cast<std::uint8_t>((rgb >> 16) & 0xff), static_cast<std::uint8_t>((rgb >> 8) & 0xff),
            static_cast<std::uint8_t>(rgb & 0xff), 255};
}

enum class Dash { solid, dashed, dotted };

/// How a line is drawn.
struct Stroke {
    Colour colour{};
    double width = 1;
    Dash dash = Dash::solid;
    bool operator==(const Stroke&) const = default;
};

/// A straight line.
struct Line {
    Point from{};
    Point to{};
    Stroke stroke{};
    bool operator==(const Line&) const = default;
};

/// Straight lines from point to point.
struct Polyline {
    std::vector<Point> points{};
    Stroke stroke{};
    bool operator==(const Polyline&) const = default;
};

/// A rectangle, filled, outlined or both.
struct Rectangle {
    Box box{};
    std::optional<Colour> fill{};
    std::optional<Stroke> stroke{};
    double corner_radius = 0;
    bool operator==(const Rectangle&) const = default;
};

enum class MarkerShape { circle, square, triangle, diamond, ring, cross, triangle_down, square_hollow };

/// A small sign at a place, such as one score in a chart.
struct Marker {
    Point centre{};
    MarkerShape shape = MarkerShape::circle;
    double size = 8; ///< Width and height.
    Colour colour{};
    Colour inside{255, 255, 255, 255}; ///< What fills a hollow shape: the ground it stands on.
    bool operator==(const Marker&) const = default;
};

enum class Weight { regular, bold };

/// How words look. The typeface is chosen once, by who paints.
struct TextStyle {
    double size = 13; ///< Height of the em, in 1/96 inch.
    Weight weight = Weight::regular;
    Colour colour{};
    bool operator==(const TextStyle&) const = default;
};

/// Which side of its words a text's position is; `left` and `right` mean the paper, whatever the script.
enum class Align { left, centre, right };

/// What a text is on its page, told to screen readers in a PDF.
enum class TextRole { paragraph, title, heading };

/// One line of words.
struct Text {
    Point position{};    ///< On the baseline.
    std::string words{}; ///< UTF-8, no line break.
    TextStyle style{};
    Align align = Align::left;
    TextRole role = TextRole::paragraph;
    bool operator==(const Text&) const = default;
};

} // namespace app
