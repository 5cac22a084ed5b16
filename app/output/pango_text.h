#pragma once

#include "app/drawing/shapes.h"
#include "app/output/pango_ruler.h"

#include <pango/pangocairo.h>

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

namespace app {

/// Gives a GLib object back.
struct Unreferenced {
    void operator()(void* object) const { g_object_unref(object); }
};
template <typename Object>
using Referenced = std::unique_ptr<Object, Unreferenced>;

/// The one way this program sets up pango: no hinting and no rounding to pixels, so that a text is equally long on
/// every surface. Keeps one layout for each style.
class PangoText {
public:
    /// For measuring, with no surface at hand.
    explicit PangoText(Typeface typeface);
    /// For painting on `surface_of`.
    PangoText(Typeface typeface, cairo_t* surface_of);

    /// `words` laid out in `style`, on one line or, with a width in 1/96 inch, on several. Belongs to this object, and
    /// is good until the next call.
    PangoLayout* layout(std::string_view words, const TextStyle& style, double width = -1);

    /// The typeface's own measures in `style`.
    struct Metrics {
        double ascent = 0;
        double line_height = 0;
    };
    Metrics metrics(const TextStyle& style);

private:
    struct Style {
        Referenced<PangoLayout> layout;
        std::optional<Metrics> metrics;
    };
    Style& style_of(const TextStyle& style);

    Typeface typeface_;
    Referenced<PangoContext> context_;
    std::map<std::pair<double, Weight>, Style> styles_;
};

/// `words` as they are, or with what is not UTF-8 replaced by U+FFFD: pango must not see it.
std::string valid_utf8(std::string_view words);

/// Pango's units in 1/96 inch.
inline double from_pango(int units)
{
    return static_cast<double>(units) / PANGO_SCALE;
}

} // namespace app
