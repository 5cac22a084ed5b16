#pragma once

#include "app/drawing/scene.h"
#include "app/drawing/text_ruler.h"

#include <optional>
#include <vector>

namespace app {

/// A label beside a chart that wants to stand at a height, and can give way.
struct SideLabel {
    double y = 0; ///< Where its middle wants to be.
    std::string words{};
    TextStyle style{};
    int rank = 0;                   ///< When there is no room the highest goes first.
    std::optional<Marker> marker{}; ///< Drawn before the words; its centre is set.
    bool operator==(const SideLabel&) const = default;
};

/// Moves labels of height `height` apart so that all lie between `top` and `bottom` and none overlaps; drops what finds
/// no room. Comes back from top to bottom, `y` changed.
std::vector<SideLabel> placed(std::vector<SideLabel> labels, double height, double top, double bottom);

/// Room that the widest of `labels` takes, its marker included.
double side_width(const std::vector<SideLabel>& labels, const TextRuler& ruler);

/// Adds `labels`, already placed, to `scene` from `x` on, shortened to `width`.
void add_side_labels(Scene& scene, const std::vector<SideLabel>& labels, const TextRuler& ruler, double x,
                     double width);

/// Adds one line of words whose middle is at height `y`, shortened to `width`; nothing when
/// they would be cut to less than three ems.
void add_label(Scene& scene, const TextRuler& ruler, std::string_view words, const TextStyle& style, Point middle,
               double width, Align align = Align::left);

} // namespace app
