#pragma once

#include "app/drawing/scene.h"
#include "app/output/pango_ruler.h"
#include "app/screens/panel.h"

#include <functional>
#include <optional>
#include <string>

namespace app {

/// Shows a scene: paints it sharply at every display scale, answers to the mouse, says what lies under it.
///
/// The view is as large as its scene and is meant to stand in a scrolled window. It can take the keyboard focus.
class SceneView : public Panel {
public:
    explicit SceneView(wxWindow* parent);

    /// Shows another scene on `ground`, at `scale` window pixels (of 96 to the inch) to the scene's 1/96 inch, in the
    /// typeface its words were measured with.
    void show(Scene scene, Colour ground, double scale = 1, const Typeface& typeface = {});

    const Scene& scene() const { return scene_; }

    /// A click on a hit area, or on none (null).
    std::function<void(const HitArea*)> on_click = [](const HitArea*) {};

    /// A key while the view has the focus; true when it was used.
    std::function<bool(int code, bool shift)> on_key = [](int, bool) { return false; };

    /// The place in the scene that lies at `at` in the view.
    Point scene_point(wxPoint at) const;

    bool AcceptsFocus() const override { return true; }

private:
    void paint_view();
    void point_at(std::optional<wxPoint> at);
    Scene hover_words(const Typeface& typeface) const;

    Scene scene_;
    Colour ground_{255, 255, 255, 255};
    double scale_ = 1;
    Typeface typeface_{};
    std::optional<HitArea> under_; ///< What the mouse points at.
};

} // namespace app
