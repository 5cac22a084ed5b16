#pragma once

#include "app/drawing/scene.h"
#include "app/presenters/measures_presenter.h"

#include <wx/window.h>

#include <functional>

namespace app {

/// The items of a form as a grid of numbered boxes; one key answers one item.
class AnswerGrid : public wxWindow {
public:
    AnswerGrid(wxWindow* parent, MeasuresPresenter& presenter);

    std::function<void()> on_done = [] {}; ///< Enter on the last item.

    void draw(const MeasureEntry::Screen& entry, const model::MeasureDefinition& definition);

    /// Where the item stands that is answered next.
    wxRect cursor_place() const;

    /// Called by the sizer that gives the grid its width; the height follows from it.
    bool InformFirstDirection(int direction, int size, int available_other_direction) override;

private:
    void paint_grid();
    Scene scene() const;
    void add_cell(Scene& scene, std::size_t index) const;
    Box box_of(std::size_t index) const;
    std::size_t columns_at(int width) const;
    std::size_t columns() const;
    int height_at(int width) const;
    void press(wxKeyEvent& key);
    bool press_answer(const wxKeyEvent& key);
    bool press_movement(int code);
    void click(wxMouseEvent& mouse);

    MeasuresPresenter& presenter_;
    MeasureEntry::Screen entry_;
    model::MeasureDefinition definition_;
    int width_ = 0;
};

} // namespace app
