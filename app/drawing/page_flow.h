#pragma once

#include "app/drawing/scene.h"
#include "app/drawing/style.h"
#include "app/drawing/text_ruler.h"

#include <cstddef>
#include <string_view>
#include <vector>

namespace app {

/// How many of `count` lines or rows, from the one at `index` on, must stand on one page with it, so that none of them
/// stands alone: the first two, the last two, and all of up to three.
std::size_t kept_together(std::size_t index, std::size_t count);

/// Fills pages from top to bottom and begins a new one where something does not fit.
class PageFlow {
public:
    /// Pages of `paper` whose lowest `foot` (in 1/96 inch, above the white edge) stays free.
    PageFlow(Paper paper, double foot, const TextRuler& ruler);

    double left() const { return page_margin; }
    double width() const { return size_.width - 2 * page_margin; }
    double right() const { return left() + width(); }
    double y() const { return y_; }

    /// What is left of the page below `y`.
    double room() const { return bottom_ - y_; }

    /// What an empty page has room for.
    double whole_room() const { return bottom_ - page_margin; }

    /// Where the foot of each page begins.
    double foot_top() const { return bottom_; }

    /// Begins a new page unless `height` fits on this one. Returns whether it did.
    bool make_room(double height);

    /// Leaves a gap; none at the top of a page.
    void skip(double height);

    /// Sets words as a block of lines across `width()`, over as many pages as they need. No line of them stands alone
    /// at the foot or head of a page, and the last ones stay with the `after` that follows them.
    void add_words(std::string_view words, const TextStyle& style, double after = 0, double line_spacing = 1.3);

    /// How much of such words begins on one page, with `after` where that is all of them.
    double first_of_words(std::string_view words, const TextStyle& style, double after = 0,
                          double line_spacing = 1.3) const;

    /// Draws a scene at the left edge; it must fit on an empty page.
    void add_scene(const Scene& scene);

    /// The page being filled, for what is placed by hand at `y()`.
    Scene& page() { return pages_.back(); }

    /// Moves `y` down past what was placed by hand.
    void pass(double height) { y_ += height; }

    /// The pages, finished.
    std::vector<Scene> take_pages() { return std::move(pages_); }

private:
    void begin_page();

    Size size_;
    double bottom_;
    const TextRuler& ruler_;
    std::vector<Scene> pages_{};
    double y_ = 0;
};

} // namespace app
