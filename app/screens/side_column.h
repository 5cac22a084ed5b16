#pragma once

#include "app/presenters/note_editor_presenter.h"
#include "app/screens/form.h"
#include "app/screens/goal_chart.h"
#include "app/screens/panel.h"

#include <functional>

namespace app {

class ScrolledPage;

/// What stands beside a note: the last time, what is open, the rated goal, the checklist, and the way out.
class SideColumn : public Panel {
public:
    SideColumn(wxWindow* parent, NoteEditorPresenter& presenter);

    void draw(const NoteEditorScreen& screen);
    void focus_first() { sign_->SetFocus(); }

    std::function<void()> on_back = [] {};
    std::function<void()> on_sign = [] {};

private:
    void create_controls();
    void create_background();
    void lay_out();
    void lay_out_background();
    void lay_out_way_out();
    void bind_gestures();
    void draw_background(const NoteEditorScreen& screen);
    void draw_way_out(const NoteEditorScreen& screen);
    void fit_chart();

    NoteEditorPresenter& presenter_;
    ScrolledPage* scrolled_ = nullptr;
    wxPanel* background_ = nullptr; ///< What is scrolled.
    wxStaticText* last_caption_ = nullptr;
    Paragraph* last_summary_ = nullptr;
    Paragraph* last_plan_ = nullptr;
    Paragraph* last_homework_ = nullptr;
    wxStaticText* open_caption_ = nullptr;
    Paragraph* open_ = nullptr;
    wxStaticText* chart_caption_ = nullptr;
    Paragraph* chart_wording_ = nullptr;
    GoalChartView* chart_ = nullptr;
    bool has_chart_ = false;
    wxStaticText* checks_caption_ = nullptr;
    Paragraph* checks_ = nullptr;
    Paragraph* problems_ = nullptr;
    wxButton* sign_ = nullptr;
    wxStaticText* saved_ = nullptr;
    Paragraph* failure_ = nullptr;
    wxButton* back_ = nullptr;
    wxButton* discard_ = nullptr;
    wxButton* move_ = nullptr;
    Paragraph* question_ = nullptr;
    wxButton* discard_for_good_ = nullptr;
    wxButton* keep_ = nullptr;
};

} // namespace app
