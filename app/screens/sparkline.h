#pragma once

#include "model/trajectory.h"

#include <wx/dataview.h>

#include <functional>
#include <optional>
#include <vector>

namespace app {

/// The small line of a row, which looks as its series does in every chart.
struct Sparkline {
    std::vector<double> values{};
    std::optional<model::Rater> rater{}; ///< Empty for scores of self-compassion.
};

/// Draws the sparkline of a row into a cell; the cell's value is the row's number.
class SparklineRenderer : public wxDataViewCustomRenderer {
public:
    explicit SparklineRenderer(std::function<Sparkline(long row)> lines);

    bool SetValue(const wxVariant& value) override;
    bool GetValue(wxVariant& value) const override;
    wxSize GetSize() const override;
    bool Render(wxRect cell, wxDC* device, int state) override;

private:
    std::function<Sparkline(long row)> lines_;
    long row_ = 0;
};

} // namespace app
