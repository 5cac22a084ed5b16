#pragma once

#include "app/presenters/goals_presenter.h"
#include "app/screens/date_field.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/choice.h>

#include <optional>

namespace app {

/// The form for a new goal: its words, its family with what 0, 5 and 10 mean, the day it was agreed.
class GoalEntry : public Panel {
public:
    GoalEntry(wxWindow* parent, GoalsPresenter& presenter);

    /// Shows what is typed, or hides the form.
    void draw(const std::optional<GoalsPresenter::Entry>& entry);

    void focus_first() { wording_->SetFocus(); }

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw_family(std::size_t family);

    GoalsPresenter& presenter_;
    wxTextCtrl* wording_ = nullptr;
    wxStaticText* room_ = nullptr;
    wxChoice* family_ = nullptr;
    wxChoice* examples_ = nullptr;
    DateField* agreed_on_ = nullptr;
    Paragraph* anchors_ = nullptr;
    Paragraph* suggestions_ = nullptr;
    Paragraph* problem_ = nullptr;
    wxButton* add_ = nullptr;
    wxButton* cancel_ = nullptr;
    std::optional<std::size_t> family_shown_{};
};

} // namespace app
