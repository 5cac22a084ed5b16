#pragma once

#include "app/drawing/scene.h"
#include "app/output/pango_ruler.h"

#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <system_error>

namespace app {

/// What a PDF says about itself. Viewers show the title in their window, so it must not hold a name that should be
/// hidden.
struct PdfFacts {
    std::string title{};
    std::string language = "en"; ///< As in BCP 47.
    bool operator==(const PdfFacts&) const = default;
};

/// A PDF with one page per scene, each of its scene's size: real text, vector drawings, alternative text for figures.
/// With a password it is encrypted with AES-256 (PDF 2.0, revision 6). Built in memory alone. The same scenes and facts
/// give the same bytes, except under a password. `pages` must not be empty.
std::string pdf_of(std::span<const Scene> pages, const PdfFacts& facts,
                   const std::optional<std::string>& password = std::nullopt, const Typeface& typeface = {});

/// The scene as an SVG picture on its own ground; letters are outlines.
std::string svg_of(const Scene& scene, const Typeface& typeface = {});

/// The scene as a PNG picture, `scale` pixels to 1/96 inch, on white unless the scene paints its own ground.
std::string png_of(const Scene& scene, double scale = 2, const Typeface& typeface = {});

/// Puts `bytes` in the file at `path`, whole or not at all: they are written beside it, made durable, and renamed.
/// Gives the reason when that fails (no space, no permission, a folder in the way...); what stood there before then
/// still stands, and nothing is left behind. A new file can be read by its owner only.
[[nodiscard]] std::error_code write_file(const std::filesystem::path& path, std::string_view bytes);

} // namespace app
