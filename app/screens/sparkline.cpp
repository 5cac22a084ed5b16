#include "app/screens/sparkline.h"

#include "app/drawing/series_look.h"
#include "app/drawing/sparkline.h"
#include "app/screens/colours.h"
#include "app/screens/layout.h"

#include <wx/dc.h>

#include <array>
#include <cmath>
#include <utility>

namespace app {

namespace {

/// Drawn and left out by turns, in widths of the line: short enough for a line of this size.
constexpr std::array<wxDash, 2> short_dashes{2, 1};

/// The sign at the end of the line; the client's is hollow.
void draw_end(wxDC& device, const wxWindow& view, wxPoint at, MarkerShape shape, int dot)
{
    if (shape == MarkerShape::triangle) {
        const std::array corners{wxPoint{at.x, at.y - dot}, wxPoint{at.x + dot, at.y + dot},
                                 wxPoint{at.x - dot, at.y + dot}};
        device.DrawPolygon(static_cast<int>(corners.size()), corners.data());
        return;
    }
    if (shape == MarkerShape::ring) {
        device.SetBrush(wxBrush{toolkit_colour(screen_palette(view).paper)});
    }
    device.DrawCircle(at, dot);
}

} // namespace

SparklineRenderer::SparklineRenderer(std::function<Sparkline(long)> lines)
    : wxDataViewCustomRenderer("long", wxDATAVIEW_CELL_INERT, wxALIGN_LEFT | wxALIGN_CENTRE_VERTICAL), lines_{std::move(
                                                                                                           lines)}
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
    const auto line_of_row = lines_(row_);
    const auto points =
        sparkline_points(line_of_row.values, {static_cast<double>(inside.width), static_cast<double>(inside.height)});
    std::vector<wxPoint> places;
    places.reserve(points.size());
    for (const Point& point : points) {
        places.emplace_back(inside.x + static_cast<int>(std::lround(point.x)),
                            inside.y + static_cast<int>(std::lround(point.y)));
    }
    if (places.empty()) {
        return true;
    }
    const auto palette = screen_palette(view);
    const auto look = line_of_row.rater ? rater_look(*line_of_row.rater, palette)
                                        : measure_look(model::MeasureArea::self_compassion, palette);
    const wxColour colour = toolkit_colour(look.colour);
    device->SetBrush(wxBrush{colour});
    wxPen pen{colour, line};
    if (look.dash != Dash::solid) {
        pen.SetStyle(wxPENSTYLE_USER_DASH);
        pen.SetDashes(static_cast<int>(short_dashes.size()), short_dashes.data());
    }
    device->SetPen(pen);
    if (places.size() > 1) {
        device->DrawLines(static_cast<int>(places.size()), places.data());
    }
    device->SetPen(wxPen{colour, line});
    draw_end(*device, view, places.back(), look.shape, dot);
    return true;
}

} // namespace app
