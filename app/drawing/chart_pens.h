#pragma once

#include "app/drawing/style.h"
#include "app/drawing/text_ruler.h"
#include "app/drawing/trajectory_chart.h"

namespace app {

/// What the parts of one chart are drawn with.
struct ChartPens {
    const TextRuler& ruler;
    const Palette& palette;
    const ChartOptions& options;
    TextStyle quiet; ///< Small, second rank.
    TextStyle small; ///< Small, in ink.
    TextStyle title;
    double small_height; ///< Of one small line.
    double title_height;

    ChartPens(const TextRuler& chart_ruler, const Palette& chart_palette, const ChartOptions& chart_options)
        : ruler{chart_ruler}, palette{chart_palette}, options{chart_options}, quiet{.size =
                                                                                        type_size::small * options.type,
                                                                                    .colour = palette.quiet_ink},
          small{.size = type_size::small * options.type, .colour = palette.ink}, title{.size = type_size::body *
                                                                                               options.type,
                                                                                       .weight = Weight::bold,
                                                                                       .colour = palette.ink},
          small_height{ruler.line_height(small)}, title_height{ruler.line_height(title)}
    {
    }
};

} // namespace app
