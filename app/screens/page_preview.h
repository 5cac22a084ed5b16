#pragma once

#include "app/screens/scene_view.h"

#include <wx/scrolwin.h>

#include <string_view>
#include <vector>

namespace app {

/// Pages one below the other, as wide as there is room for them.
class PagePreview : public wxScrolledWindow {
public:
    explicit PagePreview(wxWindow* parent);

    /// Shows these pages; `accessible_name` is what a screen reader calls them.
    void show(const std::vector<Scene>& pages, std::string_view accessible_name);

private:
    double scale_that_fits() const;
    void draw();

    SceneView* view_ = nullptr;
    Scene pages_{};
    double scale_ = 0;
};

} // namespace app
