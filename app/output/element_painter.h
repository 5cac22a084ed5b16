#pragma once

#include "app/drawing/scene.h"
#include "app/output/pango_text.h"

#include <cstddef>
#include <span>

namespace app {

/// Paints elements one by one; text through pango, with the layouts kept from one to the next.
class ElementPainter {
public:
    ElementPainter(cairo_t* context, const Typeface& typeface);

    void operator()(const Line& line);
    void operator()(const Polyline& polyline);
    void operator()(const Rectangle& rectangle);
    void operator()(const Marker& marker);
    void operator()(const Text& text);

    /// Solid markers of one look, filled at once: much quicker than one by one, above all in a PDF.
    void paint_alike(std::span<const Element> markers);

private:
    void add_rectangle(const Rectangle& rectangle);

    cairo_t* context_;
    PangoText text_;
};

/// How many elements of `elements` from the first on are solid, opaque markers of one look. Overlapping ones that shine
/// through, or have a rim, must be painted one after the other.
std::size_t alike_at_front(std::span<const Element> elements);

} // namespace app
