#include "app/drawing/scene.h"

#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace app {

namespace {

/// Rounded to 0.01, without trailing zeros, with a point in every locale.
std::string number(double value)
{
    double rounded = std::round(value * 100) / 100;
    if (rounded == 0)
        rounded = 0; // Not "-0".
    std::array<char, 64> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), rounded, std::chars_format::fixed, 2);
    std::string written{digits.data(), end.ptr};
    written.erase(written.find_last_not_of('0') + 1);
    if (written.back() == '.')
        written.pop_back();
    return written;
}

std::string written(Point at)
{
    return number(at.x) + "," + number(at.y);
}

std::string written(Box box)
{
    return written(Point{box.x, box.y}) + " " + number(box.width) + "x" + number(box.height);
}

std::string written(Colour colour)
{
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hex = "#";
    const auto add = [&](std::uint8_t part) {
        hex += digits[part >> 4];
        hex += digits[part & 15];
    };
    add(colour.r);
    add(colour.g);
    add(colour.b);
    if (colour.a != 255)
        add(colour.a);
    return hex;
}

std::string written(const Stroke& stroke)
{
    constexpr std::array<std::string_view, 3> dashes{"solid", "dashed", "dotted"};
    std::string words = written(stroke.colour) + " " + number(stroke.width);
    if (stroke.dash != Dash::solid)
        words.append(" ").append(dashes.at(static_cast<std::size_t>(stroke.dash)));
    return words;
}

/// In quotes, with line breaks and quotes made visible, so that one element stays on one line.
std::string quoted(std::string_view words)
{
    std::string safe = "\"";
    for (const char letter : words) {
        if (letter == '"' || letter == '\\')
            safe += '\\';
        if (letter == '\n')
            safe += "\\n";
        else
            safe += letter;
    }
    return safe + "\"";
}

struct Written {
    std::string operator()(const Line& line) const
    {
        return "line " + written(line.from) + " " + written(line.to) + " " + written(line.stroke);
    }
    std::string operator()(const Polyline& polyline) const
    {
        std::string words = "polyline " + written(polyline.stroke);
        for (const auto& point : polyline.points)
            words += " " + written(point);
        return words;
    }
    std::string operator()(const Rectangle& rectangle) const
    {
        std::string words = "rectangle " + written(rectangle.box);
        if (rectangle.fill)
            words += " fill " + written(*rectangle.fill);
        if (rectangle.stroke)
            words += " stroke " + written(*rectangle.stroke);
        if (rectangle.corner_radius != 0)
            words += " round " + number(rectangle.corner_radius);
        return words;
    }
    std::string operator()(const Marker& marker) const
    {
        constexpr std::array<std::string_view, 8> shapes{"circle", "square", "triangle",      "diamond",
                                                         "ring",   "cross",  "triangle_down", "square_hollow"};
        return std::string{"marker "}.append(shapes.at(static_cast<std::size_t>(marker.shape))) + " " +
               written(marker.centre) + " " + number(marker.size) + " " + written(marker.colour);
    }
    std::string operator()(const Text& text) const
    {
        constexpr std::array<std::string_view, 3> sides{"left", "centre", "right"};
        constexpr std::array<std::string_view, 3> roles{"", " title", " heading"};
        std::string words = "text " + written(text.position) + " " + number(text.style.size);
        if (text.style.weight == Weight::bold)
            words += " bold";
        words.append(" ").append(sides.at(static_cast<std::size_t>(text.align)));
        words.append(roles.at(static_cast<std::size_t>(text.role)));
        return words + " " + written(text.style.colour) + " " + quoted(text.words);
    }
};

std::string range(std::size_t from, std::size_t to)
{
    return std::to_string(from) + ".." + std::to_string(to);
}

} // namespace

std::string scene_text(const Scene& scene)
{
    std::string words = "scene " + number(scene.size.width) + "x" + number(scene.size.height) + "\n";
    if (!scene.description.empty())
        words += "description " + quoted(scene.description) + "\n";
    for (const auto& element : scene.elements)
        words += std::visit(Written{}, element) + "\n";
    for (const auto& figure : scene.figures)
        words += "figure " + range(figure.from, figure.to) + " " + quoted(figure.words) + "\n";
    for (const auto& area : scene.hit_areas)
        words += "hit " + written(area.at) + " " + number(area.radius) + " " + quoted(area.key) + " " +
                 quoted(area.words) + "\n";
    return words;
}

} // namespace app
