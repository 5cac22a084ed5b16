#pragma once

#include "app/presenters/goals_presenter.h"
#include "app/screens/date_field.h"
#include "app/screens/form.h"
#include "app/screens/goal_chart.h"
#include "app/screens/panel.h"

#include <optional>

namespace app {

/// One goal: its words, its ratings with a small chart, and the ways to reword it, to close it or to open it again.
class GoalCard : public Panel {
public:
    GoalCard(wxWindow* parent, GoalsPresenter& presenter, const GoalsPresenter::Line& line);

    const GoalsPresenter::Line& line() const { return line_; }

    /// Shows the forms for rewording and closing the goal that are about it.
    void draw(const GoalsPresenter::Screen& screen);

    /// Puts the keyboard on what can be done with the goal.
    void focus_first();
    /// Puts the keyboard into the form that is open; false when none is.
    bool focus_form();

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void create_forms();
    wxSizer* lay_out_closing();
    wxSizer* lay_out_rewording();
    void draw_closing(const std::optional<GoalsPresenter::Closing>& closing);
    void draw_rewording(const std::optional<GoalsPresenter::Rewording>& rewording);

    GoalsPresenter& presenter_;
    const GoalsPresenter::Line line_;
    Paragraph* wording_ = nullptr;
    Paragraph* about_ = nullptr;
    Paragraph* ratings_ = nullptr;
    Paragraph* ended_ = nullptr;
    Paragraph* former_ = nullptr;
    GoalChartView* chart_ = nullptr;
    wxButton* act_ = nullptr;    ///< Close, or open again.
    wxButton* reword_ = nullptr; ///< Only of an open goal.
    wxPanel* rewording_ = nullptr;
    Paragraph* rewording_words_ = nullptr;
    wxTextCtrl* new_wording_ = nullptr;
    Paragraph* rewording_problem_ = nullptr;
    wxButton* save_wording_ = nullptr;
    wxButton* cancel_rewording_ = nullptr;
    wxPanel* form_ = nullptr; ///< For closing.
    DateField* closed_on_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    Paragraph* problem_ = nullptr;
    wxButton* close_ = nullptr;
    wxButton* cancel_ = nullptr;
};

} // namespace app
