#include "app/output/cairo_memory.h"
#include "app/output/files.h"
#include "app/output/painter.h"

#include <cairo-svg.h>

#include <cmath>

namespace app {

namespace {

void paint_on_white(const Scene& scene, cairo_surface_t* surface, const Typeface& typeface, double scale)
{
    const Context context{cairo_create(surface)};
    cairo_set_source_rgb(context.get(), 1, 1, 1);
    cairo_paint(context.get());
    paint(scene, context.get(), typeface, scale);
    check(cairo_status(context.get()));
}

std::string escaped_for_xml(std::string_view words)
{
    std::string safe;
    for (const char letter : words) {
        switch (letter) {
        case '&':
            safe += "&amp;";
            break;
        case '<':
            safe += "&lt;";
            break;
        case '>':
            safe += "&gt;";
            break;
        default:
            safe += letter;
        }
    }
    return safe;
}

} // namespace

std::string svg_of(const Scene& scene, const Typeface& typeface)
{
    std::string bytes;
    const Surface surface{cairo_svg_surface_create_for_stream(add_bytes, &bytes, scene.size.width, scene.size.height)};
    cairo_svg_surface_set_document_unit(surface.get(), CAIRO_SVG_UNIT_PX);
    paint_on_white(scene, surface.get(), typeface, 1);
    cairo_surface_finish(surface.get());
    check(cairo_surface_status(surface.get()));

    // Cairo numbers its surfaces; the same scene shall give the same file.
    constexpr std::string_view numbered = "<g id=\"surface";
    if (const auto group = bytes.find(numbered); group != std::string::npos)
        bytes.replace(group, bytes.find('>', group) - group, "<g id=\"scene\"");
    const auto root = bytes.find('>', bytes.find("<svg"));
    if (!scene.description.empty() && root != std::string::npos)
        bytes.insert(root + 1, "\n<title>" + escaped_for_xml(scene.description) + "</title>");
    return bytes;
}

std::string png_of(const Scene& scene, double scale, const Typeface& typeface)
{
    const auto pixels = [scale](double length) { return static_cast<int>(std::lround(std::ceil(length * scale))); };
    const Surface surface{
        cairo_image_surface_create(CAIRO_FORMAT_RGB24, pixels(scene.size.width), pixels(scene.size.height))};
    check(cairo_surface_status(surface.get()));
    paint_on_white(scene, surface.get(), typeface, scale);

    std::string bytes;
    check(cairo_surface_write_to_png_stream(surface.get(), add_bytes, &bytes));
    return bytes;
}

} // namespace app
