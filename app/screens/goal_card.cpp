#include "app/screens/goal_card.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/text.h"
#include "app/words/button_words.h"

#include <wx/sizer.h>
#include <wx/statline.h>

namespace app {

GoalCard::GoalCard(wxWindow* parent, GoalsPresenter& presenter, const GoalsPresenter::Line& line)
    : Panel(parent), presenter_{presenter}, line_{line}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void GoalCard::create_controls()
{
    const bool is_open = line_.ended.empty();
    wording_ = new Paragraph(this, line_.wording);
    make_bold(*wording_);
    about_ = new Paragraph(this, line_.about, Paragraph::Tone::quiet);
    ratings_ = new Paragraph(this, line_.ratings);
    ended_ = new Paragraph(this, line_.ended);
    chart_ = new GoalChartView(this);
    chart_->SetMinSize({px(*this, 168), px(*this, 72)});
    chart_->show(GoalChart{.wording = line_.wording, .history = line_.history});
    chart_->Show(!line_.history.by_therapist.empty() || !line_.history.by_client.empty());
    act_ = make_button(*this, is_open ? goal_words::close_goal_button() : goal_words::reopen_button());
    set_accessible_name(*act_,
                        is_open ? goal_words::close_goal_name(line_.wording) : goal_words::reopen_name(line_.wording));
    form_ = new Panel(this);
    closed_on_ = make_line(*form_, goal_words::closed_on_label());
    closed_on_->SetMinSize({px(*this, 120), -1});
    reason_ = make_line(*form_, goal_words::reason_label());
    reason_->SetHint(shown(goal_words::reason_hint()));
    problem_ = new Paragraph(form_, {}, Paragraph::Tone::loud);
    close_ = make_main_button(*form_, goal_words::close_for_good_button());
    cancel_ = make_button(*form_, cancel_button());
    form_->Hide();
}

wxSizer* GoalCard::lay_out_form()
{
    auto* day = new wxBoxSizer(wxVERTICAL);
    add_field(*day, *form_, goal_words::closed_on_label(), *closed_on_);
    auto* reason = new wxBoxSizer(wxVERTICAL);
    add_field(*reason, *form_, goal_words::reason_label(), *reason_);
    auto* fields = new wxBoxSizer(wxHORIZONTAL);
    fields->Add(day, wxSizerFlags(1).Border(wxRIGHT, px(*this, gap::small)));
    fields->Add(reason, wxSizerFlags(3));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(close_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_);
    auto* form = new wxBoxSizer(wxVERTICAL);
    form->Add(fields, wxSizerFlags().Expand());
    form->Add(problem_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    form->Add(buttons);
    return form;
}

void GoalCard::lay_out()
{
    form_->SetSizer(lay_out_form());
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair));
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(wording_, below);
    words->Add(about_, below);
    words->Add(ratings_, below);
    words->Add(ended_, below);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(words, wxSizerFlags(1).Border(wxRIGHT, px(*this, gap::large)));
    row->Add(chart_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::large)));
    row->Add(act_);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags().Expand());
    column->Add(form_, wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::small)));
    column->AddSpacer(px(*this, gap::small));
    column->Add(new wxStaticLine(this), wxSizerFlags().Expand());
    SetSizer(column);
}

void GoalCard::bind_gestures()
{
    const auto guard = [this](const std::function<void()>& act) {
        return [this, act](wxCommandEvent&) { guarded(*this, act); };
    };
    const bool is_open = line_.ended.empty();
    // The presenter may replace this card: what it needs is copied first.
    act_->Bind(wxEVT_BUTTON, guard([&presenter = presenter_, goal = line_.id, is_open] {
                   is_open ? presenter.begin_closing(goal) : presenter.reopen(goal);
               }));
    closed_on_->Bind(wxEVT_TEXT, guard([this] { presenter_.type_closed_on(utf8(closed_on_->GetValue())); }));
    reason_->Bind(wxEVT_TEXT, guard([this] { presenter_.type_reason(utf8(reason_->GetValue())); }));
    close_->Bind(wxEVT_BUTTON, guard([&presenter = presenter_] { presenter.close(); }));
    cancel_->Bind(wxEVT_BUTTON, guard([&presenter = presenter_] { presenter.cancel_closing(); }));
    act_on_enter(*form_, [&presenter = presenter_] { presenter.close(); });
    form_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) {
        if (key.GetKeyCode() == WXK_ESCAPE) {
            guarded(*this, [&presenter = presenter_] { presenter.cancel_closing(); });
        } else {
            key.Skip();
        }
    });
}

void GoalCard::draw(const std::optional<GoalsPresenter::Closing>& closing)
{
    const bool is_closing = closing && closing->goal == line_.id;
    const bool opens = is_closing && !form_->IsShown();
    const bool shuts = !is_closing && form_->IsShown();
    if (is_closing) {
        fill(*closed_on_, closing->closed_on);
        fill(*reason_, closing->reason);
        problem_->say(closing->problem ? goal_words::words_for(*closing->problem) : std::string{});
    }
    form_->Show(is_closing);
    act_->Enable(!is_closing);
    if (opens) {
        reason_->SetFocus();
    } else if (shuts) {
        act_->SetFocus();
    }
}

} // namespace app
