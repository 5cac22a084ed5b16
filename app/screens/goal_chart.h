#pragma once

#include "app/drawing/goal_chart.h"

#include <wx/window.h>

#include <optional>

namespace app {

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
