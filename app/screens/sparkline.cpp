#include "app/screens/sparkline.h"

#include "app/drawing/sparkline.h"
#include "app/screens/colours.h"
#include "app/screens/layout.h"

#include <wx/dc.h>

#include <cmath>
#include <utility>

namespace app {

SparklineRenderer::SparklineRenderer(std::function<std::vector<double>(long)> values)
    : wxDataViewCustomRenderer("long", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT | wxALIGN_CENTRE_VERTICAL), values_{
                                                                                                           std::move(
                                                                                                               values)}
{
}

bool SparklineRenderer::SetValue(const wxVariant& value)
{
    row_ = value.GetLong();
    return true;
}

bool SparklineRenderer::GetValue(wxVariant& value) const
{
    value = row_;
    return true;
}

wxSize SparklineRenderer::GetSize() const
{
    const wxWindow& view = *GetView();
    return {px(view, 56), px(view, 20)};
}

bool SparklineRenderer::Render(wxRect cell, wxDC* device, int /*state*/)
{
    const wxWindow& view = *GetView();
    const int dot = px(view, 3);
    const int line = px(view, 2);
    wxRect inside = cell.Deflate(dot + line, dot + line);
    const int tallest = px(view, 16);
    if (inside.height > tallest) {
        inside.Deflate(0, (inside.height - tallest) / 2);
    }
    const auto points =
        sparkline_points(values_(row_), {static_cast<double>(inside.width), static_cast<double>(inside.height)});
    std::vector<wxPoint> places;
    places.reserve(points.size());
    for (const Point& point : points) {
        places.emplace_back(inside.x + static_cast<int>(std::lround(point.x)),
                            inside.y + static_cast<int>(std::lround(point.y)));
    }
    if (places.empty()) {
        return true;
    }
    const wxColour colour = toolkit_colour(series_colour(screen_palette(view), 0));
    device->SetPen(wxPen{colour, line});
    device->SetBrush(wxBrush{colour});
    if (places.size() > 1) {
        device->DrawLines(static_cast<int>(places.size()), places.data());
    }
    device->DrawCircle(places.back(), dot);
    return true;
}

} // namespace app
