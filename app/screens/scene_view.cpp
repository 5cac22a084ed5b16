#include "app/screens/scene_view.h"

#include "app/drawing/style.h"
#include "app/output/painter.h"
#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/guarded.h"

#include <cairo.h>
#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <sstream>
#include <utility>
#include <vector>

namespace app {

namespace {

/// How far up and down an element reaches; generously for words, whose typeface it does not know.
struct Reach {
    double top = 0;
    double bottom = 0;
};

struct ReachOf {
    Reach operator()(const Line& line) const
    {
        return {std::min(line.from.y, line.to.y) - line.stroke.width,
                std::max(line.from.y, line.to.y) + line.stroke.width};
    }
    Reach operator()(const Polyline& line) const
    {
        const auto [top, bottom] = std::ranges::minmax_element(line.points, {}, &Point::y);
        return line.points.empty() ? Reach{} : Reach{top->y - line.stroke.width, bottom->y + line.stroke.width};
    }
    Reach operator()(const Rectangle& rectangle) const { return {rectangle.box.y - 4, rectangle.box.bottom() + 4}; }
    Reach operator()(const Marker& marker) const
    {
        return {marker.centre.y - marker.size, marker.centre.y + marker.size};
    }
    Reach operator()(const Text& text) const
    {
        return {text.position.y - 2 * text.style.size, text.position.y + text.style.size};
    }
};

/// The scene without what lies above or below the part that is painted.
Scene visible_part(const Scene& scene, double top, double bottom)
{
    Scene part{.size = scene.size};
    part.elements.reserve(scene.elements.size());
    for (const auto& element : scene.elements) {
        const auto reach = std::visit(ReachOf{}, element);
        if (reach.bottom >= top && reach.top <= bottom) {
            part.elements.push_back(element);
        }
    }
    return part;
}

std::vector<std::string> lines_in(const std::string& words)
{
    std::vector<std::string> lines;
    std::istringstream stream{words};
    for (std::string line; std::getline(stream, line);) {
        lines.push_back(line);
    }
    return lines;
}

} // namespace

SceneView::SceneView(wxWindow* parent)
    : Panel(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxWANTS_CHARS | wxFULL_REPAINT_ON_RESIZE)
{
    set_accessible_role(*this, AccessibleRole::chart);
    SetBackgroundStyle(wxBG_STYLE_PAINT);
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint_view(); });
    Bind(wxEVT_MOTION, [this](wxMouseEvent& mouse) { point_at(mouse.GetPosition()); });
    Bind(wxEVT_LEAVE_WINDOW, [this](wxMouseEvent&) { point_at(std::nullopt); });
    Bind(wxEVT_LEFT_DOWN, [this](wxMouseEvent& mouse) {
        SetFocusIgnoringChildren();
        guarded(*this, [&] {
            const auto* area = hit_at(scene_, scene_point(mouse.GetPosition()));
            on_click(area != nullptr && !area->key.empty() ? area : nullptr);
        });
    });
    Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& key) {
        bool is_used = false;
        guarded(*this, [&] { is_used = on_key(key.GetKeyCode(), key.ShiftDown()); });
        if (is_used) {
            return;
        }
        if (key.GetKeyCode() == WXK_TAB) {
            Navigate(key.ShiftDown() ? wxNavigationKeyEvent::IsBackward : wxNavigationKeyEvent::IsForward);
            return;
        }
        key.Skip();
    });
    const auto refresh = [this](wxFocusEvent& focus) {
        Refresh();
        focus.Skip();
    };
    Bind(wxEVT_SET_FOCUS, refresh);
    Bind(wxEVT_KILL_FOCUS, refresh);
}

void SceneView::show(Scene scene, Colour ground, double scale, const Typeface& typeface)
{
    scene_ = std::move(scene);
    ground_ = ground;
    scale_ = scale;
    typeface_ = typeface;
    under_.reset();
    const wxSize size = FromDIP(wxSize(static_cast<int>(std::ceil(scene_.size.width * scale)),
                                       static_cast<int>(std::ceil(scene_.size.height * scale))));
    SetMinSize(size);
    SetSize(size);
    Refresh();
}

Point SceneView::scene_point(wxPoint at) const
{
    const wxPoint dip = ToDIP(at);
    return {dip.x / scale_, dip.y / scale_};
}

void SceneView::point_at(std::optional<wxPoint> at)
{
    const auto* area = at ? hit_at(scene_, scene_point(*at)) : nullptr;
    const auto under = area != nullptr ? std::optional{*area} : std::nullopt;
    if (under == under_) {
        return;
    }
    under_ = under;
    SetCursor(under_ && !under_->key.empty() ? wxCursor(wxCURSOR_HAND) : wxNullCursor);
    Refresh();
}

/// The words of what is pointed at, on a ground of their own, beside it and inside the view.
Scene SceneView::hover_words(const Typeface& typeface) const
{
    const PangoRuler ruler{typeface};
    const auto palette = screen_palette(*this);
    const TextStyle style{.size = type_size::small, .colour = palette.ink};
    const auto lines = lines_in(under_->words);
    double width = 0;
    for (const auto& line : lines) {
        width = std::max(width, ruler.width(line, style));
    }
    const double step = ruler.line_height(style);
    const Size size{width + 4 * space, step * static_cast<double>(lines.size()) + 2 * space};
    const double below = under_->at.y + 4 * space;
    const double above = under_->at.y - size.height - 3 * space;
    const Box box{std::clamp(under_->at.x - size.width / 2, 0.0, std::max(0.0, scene_.size.width - size.width)),
                  above >= 0 ? above : below, size.width, size.height};
    Scene words{.size = scene_.size};
    words.elements.emplace_back(Rectangle{.box = box,
                                          .fill = palette.paper,
                                          .stroke = Stroke{.colour = palette.quiet_ink, .width = 1},
                                          .corner_radius = space});
    double baseline = box.y + space + ruler.ascent(style);
    for (const auto& line : lines) {
        words.elements.emplace_back(Text{.position = {box.x + 2 * space, baseline}, .words = line, .style = style});
        baseline += step;
    }
    return words;
}

void SceneView::paint_view()
{
    const wxPaintDC device{this};
    const wxRect update = GetUpdateRegion().GetBox();
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(device)};
    auto* cairo = static_cast<cairo_t*>(context->GetNativeContext());
    cairo_set_source_rgb(cairo, ground_.r / 255.0, ground_.g / 255.0, ground_.b / 255.0);
    cairo_paint(cairo);
    const double top = scene_point(update.GetTopLeft()).y;
    const double bottom = scene_point(update.GetBottomRight()).y;
    paint(visible_part(scene_, top, bottom), cairo, typeface_, scale_);
    if (under_ && !under_->words.empty()) {
        paint(hover_words(typeface_), cairo, typeface_, scale_);
    }
}

} // namespace app
