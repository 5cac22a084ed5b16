#pragma once

#include "app/drawing/scene.h"
#include "app/presenters/rating_keys.h"

#include <wx/window.h>

#include <functional>
#include <optional>
#include <string>

namespace app {

/// One row of ratings from 0 to 10 by one person: a key or a click rates, Backspace clears, arrows move. Its tooltip
/// says how ten is typed.
class RatingRow : public wxWindow {
public:
    /// `label` stands before the cells; `name` is what a screen reader says.
    RatingRow(wxWindow* parent, std::string label, std::string name);

    /// Shows a rating and the one before it.
    void show(std::optional<int> value, std::optional<int> was);

    std::function<void(std::optional<int>)> on_rate = [](std::optional<int>) {};

    bool AcceptsFocus() const override { return true; }

protected:
    wxSize DoGetBestSize() const override;

private:
    void paint_row();
    Scene scene() const;
    void add_cell(Scene& scene, int number) const;
    void press(wxKeyEvent& key);
    bool press_rating(const wxKeyEvent& key);
    void click(wxMouseEvent& mouse);
    void move_by(int step);
    void tell_value();

    std::string label_;
    std::string name_;
    std::optional<int> value_;
    std::optional<int> was_;
    RatingKeys keys_;
};

} // namespace app
