#pragma once

#include <wx/dataview.h>

#include <functional>
#include <vector>

namespace app {

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
