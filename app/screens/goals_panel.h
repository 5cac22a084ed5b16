#pragma once

#include "app/presenters/goals_presenter.h"
#include "app/screens/goal_card.h"
#include "app/screens/goal_entry.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/tab.h"
#include "app/screens/unsaved_question.h"

#include <vector>

namespace app {

/// A client's goals: open ones first, then closed ones; a new one is added and an old one closed in place.
class GoalsPanel : public Tab {
public:
    GoalsPanel(wxWindow* parent, const Workplace& place, model::ClientId client);

    void focus_first() override;
    bool leave() override;
    std::vector<storage::LeftOpen::Typed> open_forms_for(std::vector<storage::LeftOpen::Typed> typed) override;

private:
    /// One of the two lists with its caption.
    struct Part {
        wxPanel* cards_panel = nullptr;
        std::vector<GoalsPresenter::Line> lines{};
        std::vector<GoalCard*> cards{};
    };

    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const GoalsPresenter::Screen& screen);
    void focus_form();
    model::GoalId card_that_goes(const GoalsPresenter::Screen& screen) const;
    void focus_card_of(model::GoalId goal);
    void draw_part(Part& part, const std::vector<GoalsPresenter::Line>& lines);

    GoalsPresenter presenter_;
    ScrolledPage* page_ = nullptr;
    wxButton* new_goal_ = nullptr;
    UnsavedQuestion* question_ = nullptr;
    GoalEntry* entry_ = nullptr;
    Paragraph* nothing_ = nullptr;
    wxStaticText* open_caption_ = nullptr;
    wxStaticText* closed_caption_ = nullptr;
    Part open_;
    Part closed_;
};

} // namespace app
