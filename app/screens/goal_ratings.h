#pragma once

#include "app/presenters/note_editor_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/rating_row.h"

#include <vector>

namespace app {

/// The goals of a note, each with a row of ratings by the therapist and one by the client.
class GoalRatings : public Panel {
public:
    GoalRatings(wxWindow* parent, NoteEditorPresenter& presenter);

    void draw(const NoteEditorScreen& screen);
    void focus_first();

private:
    struct Row {
        model::GoalId goal{};
        wxBoxSizer* sizer = nullptr;
        Paragraph* wording = nullptr;
        RatingRow* by_therapist = nullptr;
        RatingRow* by_client = nullptr;
    };

    void create_controls();
    void lay_out();
    void bind_gestures();
    void rebuild(const std::vector<GoalRow>& goals);
    Row make_row(const GoalRow& goal);
    void turn();

    NoteEditorPresenter& presenter_;
    std::vector<Row> rows_;
    wxSizer* list_ = nullptr;
    Paragraph* no_goals_ = nullptr;
    wxButton* all_goals_ = nullptr;
};

} // namespace app
