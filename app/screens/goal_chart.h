#pragma once

#include "app/drawing/style.h"
#include "app/presenters/note_editor_screen.h"

#include <wx/window.h>

#include <optional>

namespace app {

/// The ratings of one goal in little: the therapist's as a line with circles, the client's dashed with squares.
Scene goal_chart_scene(const GoalChart& chart, Size size, const Palette& palette);

/// Shows the small chart of a goal beside a note.
class GoalChartView : public wxWindow {
public:
    explicit GoalChartView(wxWindow* parent);

    void show(const std::optional<GoalChart>& chart);

    bool AcceptsFocus() const override { return false; }

private:
    void paint_chart();

    std::optional<GoalChart> chart_;
};

} // namespace app
