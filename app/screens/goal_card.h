#pragma once

#include "app/presenters/goals_presenter.h"
#include "app/screens/form.h"
#include "app/screens/goal_chart.h"
#include "app/screens/panel.h"

#include <optional>

namespace app {

/// One goal: its words, its ratings with a small chart, and the way to close it or open it again.
class GoalCard : public Panel {
public:
    GoalCard(wxWindow* parent, GoalsPresenter& presenter, const GoalsPresenter::Line& line);

    const GoalsPresenter::Line& line() const { return line_; }

    /// Shows the form for closing the goal when `closing` is about it.
    void draw(const std::optional<GoalsPresenter::Closing>& closing);

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    wxSizer* lay_out_form();

    GoalsPresenter& presenter_;
    const GoalsPresenter::Line line_;
    Paragraph* wording_ = nullptr;
    Paragraph* about_ = nullptr;
    Paragraph* ratings_ = nullptr;
    Paragraph* ended_ = nullptr;
    GoalChartView* chart_ = nullptr;
    wxButton* act_ = nullptr; ///< Close, or open again.
    wxPanel* form_ = nullptr;
    wxTextCtrl* closed_on_ = nullptr;
    wxTextCtrl* reason_ = nullptr;
    Paragraph* problem_ = nullptr;
    wxButton* close_ = nullptr;
    wxButton* cancel_ = nullptr;
};

} // namespace app
