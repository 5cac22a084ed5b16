#pragma once

#include "app/drawing/scene.h"
#include "app/output/pango_ruler.h"

typedef struct _cairo cairo_t;

namespace app {

/// Paints `scene` with its top left corner at the context's origin, `scale` context units to 1/96 inch:
/// 1 on a screen, 0.75 on a page measured in points. The ground is left as it is. The context's state is restored.
void paint(const Scene& scene, cairo_t* context, const Typeface& typeface = {}, double scale = 1);

/// As `paint`, with the structure a screen reader needs (headings, paragraphs, figures). For PDF surfaces only.
void paint_tagged(const Scene& scene, cairo_t* context, const Typeface& typeface = {}, double scale = 1);

} // namespace app
