#include "app/screens/goal_chart.h"

#include "app/output/painter.h"
#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"

#include <wx/dcclient.h>
#include <wx/graphics.h>

#include <memory>

namespace app {

GoalChartView::GoalChartView(wxWindow* parent) : wxWindow(parent, wxID_ANY)
{
    set_accessible_role(*this, AccessibleRole::chart);
    SetMinSize({px(*parent, 120), px(*parent, 128)});
    Bind(wxEVT_PAINT, [this](wxPaintEvent&) { paint_chart(); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        Refresh();
        size.Skip();
    });
}

void GoalChartView::show(const std::optional<GoalChart>& chart)
{
    if (chart != chart_) {
        chart_ = chart;
        set_accessible_name(*this, chart ? goal_chart_description(*chart) : "");
        Refresh();
    }
}

void GoalChartView::paint_chart()
{
    const wxPaintDC device{this};
    if (!chart_) {
        return;
    }
    const std::unique_ptr<wxGraphicsContext> context{wxGraphicsContext::Create(device)};
    const wxSize size = ToDIP(GetClientSize());
    const Size room{.width = static_cast<double>(size.x), .height = static_cast<double>(size.y)};
    paint(goal_chart_scene(*chart_, room, screen_palette(*this)), static_cast<cairo_t*>(context->GetNativeContext()),
          {.family = utf8(GetFont().GetFaceName())});
}

} // namespace app
