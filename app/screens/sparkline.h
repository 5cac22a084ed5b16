#pragma once

#include "app/drawing/shapes.h"

#include <wx/dataview.h>

#include <functional>
#include <vector>

namespace app {

/// Where the values of a small line without axes lie in a box of this size: the lowest at its lower edge, the highest
/// at its upper one, all in the middle when they are the same.
std::vector<Point> sparkline_points(const std::vector<double>& values, Size size);

/// Draws the sparkline of a row into a cell; the cell's value is the row's number.
class SparklineRenderer : public wxDataViewCustomRenderer {
public:
    explicit SparklineRenderer(std::function<std::vector<double>(long row)> values);

    bool SetValue(const wxVariant& value) override;
    bool GetValue(wxVariant& value) const override;
    wxSize GetSize() const override;
    bool Render(wxRect cell, wxDC* device, int state) override;

private:
    std::function<std::vector<double>(long row)> values_;
    long row_ = 0;
};

} // namespace app
