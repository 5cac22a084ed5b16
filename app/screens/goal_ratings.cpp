#include "app/screens/goal_ratings.h"

#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/words/session_words.h"

#include <wx/wupdlock.h>

#include <algorithm>

namespace app {

namespace {

/// From this width on, a goal's words stand beside its ratings.
constexpr int wide = 600;

} // namespace

GoalRatings::GoalRatings(wxWindow* parent, NoteEditorPresenter& presenter) : Panel(parent), presenter_{presenter}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void GoalRatings::create_controls()
{
    no_goals_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    all_goals_ = make_button(*this, words_for(NoteButton::all_goals));
}

void GoalRatings::lay_out()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    list_ = new wxBoxSizer(wxVERTICAL);
    column->Add(list_, wxSizerFlags().Expand());
    column->Add(no_goals_, wxSizerFlags().Expand());
    column->Add(all_goals_, wxSizerFlags().Border(wxTOP, px(*this, gap::hair)));
    SetSizer(column);
}

void GoalRatings::bind_gestures()
{
    all_goals_->Bind(wxEVT_BUTTON,
                     [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.show_all_goals(); }); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        turn();
        size.Skip();
    });
}

void GoalRatings::draw(const NoteEditorScreen& screen)
{
    const bool is_same = std::ranges::equal(screen.goals, rows_, {}, &GoalRow::goal, &Row::goal);
    if (!is_same) {
        rebuild(screen.goals);
    }
    for (std::size_t index = 0; index < rows_.size(); ++index) {
        const GoalRow& goal = screen.goals[index];
        rows_[index].wording->say(goal.wording);
        rows_[index].by_therapist->show(goal.by_therapist, goal.therapist_was);
        rows_[index].by_client->show(goal.by_client, goal.client_was);
    }
    no_goals_->say(screen.goals.empty() ? no_goals_yet() : "");
    const bool is_folded = screen.goals.size() < screen.goals_in_all;
    if (all_goals_->IsShown() != is_folded) {
        all_goals_->Show(is_folded);
        lay_out_around(*this);
    }
    all_goals_->SetLabelText(shown(all_goals_words(screen.goals_in_all)));
}

void GoalRatings::focus_first()
{
    if (!rows_.empty()) {
        rows_.front().by_therapist->SetFocus();
    }
}

void GoalRatings::rebuild(const std::vector<GoalRow>& goals)
{
    const wxWindowUpdateLocker quiet{this};
    const bool had_focus = std::ranges::any_of(
        rows_, [](const Row& row) { return row.by_therapist->HasFocus() || row.by_client->HasFocus(); });
    list_->Clear(true);
    rows_.clear();
    for (const auto& goal : goals) {
        rows_.push_back(make_row(goal));
    }
    turn();
    if (had_focus) {
        focus_first();
    }
    lay_out_around(*this);
}

GoalRatings::Row GoalRatings::make_row(const GoalRow& goal)
{
    Row row{.goal = goal.goal};
    row.sizer = new wxBoxSizer(wxHORIZONTAL);
    row.wording = new Paragraph(this, goal.wording);
    row.by_therapist = new RatingRow(this, rater_label(model::Rater::therapist),
                                     rating_row_name(goal.wording, model::Rater::therapist));
    row.by_client =
        new RatingRow(this, rater_label(model::Rater::client), rating_row_name(goal.wording, model::Rater::client));
    const auto tell = [this, id = goal.goal](RatingRow& control, model::Rater rater) {
        control.on_rate = [this, id, rater](std::optional<int> value) { presenter_.rate(id, rater, value); };
    };
    tell(*row.by_therapist, model::Rater::therapist);
    tell(*row.by_client, model::Rater::client);
    row.by_therapist->MoveBeforeInTabOrder(all_goals_);
    row.by_client->MoveBeforeInTabOrder(all_goals_);
    auto* raters = new wxBoxSizer(wxVERTICAL);
    raters->Add(row.by_therapist);
    raters->Add(row.by_client);
    row.sizer->Add(row.wording, wxSizerFlags(1).Border(wxRIGHT, px(*this, gap::medium)));
    row.sizer->Add(raters);
    list_->Add(row.sizer, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    return row;
}

void GoalRatings::turn()
{
    const bool is_wide = GetClientSize().x >= px(*this, wide);
    const int direction = is_wide ? wxHORIZONTAL : wxVERTICAL;
    for (const Row& row : rows_) {
        if (row.sizer->GetOrientation() != direction) {
            row.sizer->SetOrientation(direction);
            auto* words = row.sizer->GetItem(row.wording);
            words->SetProportion(is_wide ? 1 : 0);
            words->SetFlag(is_wide ? wxRIGHT | wxTOP : wxEXPAND);
            lay_out_around(*this);
        }
    }
}

} // namespace app
