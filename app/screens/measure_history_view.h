#pragma once

#include "app/presenters/measures_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/score_list.h"

#include <wx/dataview.h>

#include <vector>

namespace app {

/// The filling-ins of one measure, newest first; the chosen one with its answers and the way to mark it in error.
class MeasureHistoryView : public Panel {
public:
    MeasureHistoryView(wxWindow* parent, MeasuresPresenter& presenter);

    void draw(const MeasuresPresenter::Screen& screen);

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw_rows(const std::vector<HistoryRow>& rows);
    void draw_chosen(const MeasuresPresenter::Screen& screen);
    void draw_marking(const std::optional<MeasuresPresenter::Marking>& marking);
    void choose_row();

    MeasuresPresenter& presenter_;
    std::vector<HistoryRow> rows_{};
    bool is_drawing_ = false;
    Paragraph* nothing_ = nullptr;
    wxDataViewListCtrl* table_ = nullptr;
    wxStaticText* caption_ = nullptr;
    Paragraph* in_error_ = nullptr;
    ScoreList* scores_ = nullptr;
    Paragraph* answers_ = nullptr;
    Paragraph* scored_by_ = nullptr;
    wxButton* correct_ = nullptr;
    wxButton* mark_ = nullptr;
    wxPanel* form_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    Paragraph* problem_ = nullptr;
    wxButton* mark_for_good_ = nullptr;
    wxButton* cancel_ = nullptr;
};

} // namespace app
