#include "app/screens/goal_card.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
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
    former_ = new Paragraph(this, line_.former, Paragraph::Tone::quiet);
    chart_ = new GoalChartView(this);
    chart_->SetMinSize({px(*this, 176), px(*this, 104)});
    chart_->show(GoalChart{.wording = line_.wording, .history = line_.history});
    chart_->Show(!line_.history.by_therapist.empty() || !line_.history.by_client.empty());
    if (is_open) {
        reword_ = make_button(*this, goal_words::reword_button());
        set_accessible_name(*reword_, goal_words::reword_name(line_.wording));
    }
    act_ = make_button(*this, is_open ? goal_words::close_goal_button() : goal_words::reopen_button());
    set_accessible_name(*act_,
                        is_open ? goal_words::close_goal_name(line_.wording) : goal_words::reopen_name(line_.wording));
    create_forms();
}

void GoalCard::create_forms()
{
    rewording_ = new Panel(this);
    rewording_words_ = new Paragraph(rewording_, {}, Paragraph::Tone::quiet);
    new_wording_ = make_line(*rewording_, goal_words::new_wording_label());
    rewording_problem_ = new Paragraph(rewording_, {}, Paragraph::Tone::loud);
    save_wording_ = make_main_button(*rewording_, goal_words::reword_for_good_button());
    cancel_rewording_ = make_button(*rewording_, cancel_button());
    rewording_->Hide();

    form_ = new Panel(this);
    closed_on_ = new DateField(form_, goal_words::closed_on_label(), presenter_.clock(), DateMeaning::past);
    closed_on_->SetMinSize({px(*this, 120), -1});
    reason_ = make_line(*form_, goal_words::reason_label());
    reason_->SetHint(shown(goal_words::reason_hint()));
    problem_ = new Paragraph(form_, {}, Paragraph::Tone::loud);
    close_ = make_main_button(*form_, goal_words::close_for_good_button());
    cancel_ = make_button(*form_, cancel_button());
    form_->Hide();
}

wxSizer* GoalCard::lay_out_rewording()
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(save_wording_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_rewording_);
    auto* form = new wxBoxSizer(wxVERTICAL);
    add_required_field(*form, *rewording_, goal_words::new_wording_label(), *new_wording_);
    form->Add(rewording_words_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    form->Add(rewording_problem_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    form->Add(buttons);
    return form;
}

wxSizer* GoalCard::lay_out_closing()
{
    auto* day = new wxBoxSizer(wxVERTICAL);
    add_required_date_field(*day, *form_, goal_words::closed_on_label(), *closed_on_);
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
    rewording_->SetSizer(lay_out_rewording());
    form_->SetSizer(lay_out_closing());
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair));
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(wording_, below);
    words->Add(about_, below);
    words->Add(ratings_, below);
    words->Add(ended_, below);
    words->Add(former_, below);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(words, wxSizerFlags(1).Border(wxRIGHT, px(*this, gap::large)));
    row->Add(chart_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::large)));
    auto* acts = new wxBoxSizer(wxVERTICAL);
    if (reword_ != nullptr) {
        acts->Add(reword_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    }
    acts->Add(act_, wxSizerFlags().Expand());
    row->Add(acts);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(row, wxSizerFlags().Expand());
    column->Add(rewording_, wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::small)));
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
    give_form_keys(
        *form_, [&presenter = presenter_] { presenter.close(); },
        [&presenter = presenter_] { presenter.cancel_closing(); });
    if (reword_ != nullptr) {
        reword_->Bind(wxEVT_BUTTON,
                      guard([&presenter = presenter_, goal = line_.id] { presenter.begin_rewording(goal); }));
    }
    new_wording_->Bind(wxEVT_TEXT, guard([this] { presenter_.type_new_wording(utf8(new_wording_->GetValue())); }));
    save_wording_->Bind(wxEVT_BUTTON, guard([&presenter = presenter_] { presenter.reword(); }));
    cancel_rewording_->Bind(wxEVT_BUTTON, guard([&presenter = presenter_] { presenter.cancel_rewording(); }));
    give_form_keys(
        *rewording_, [&presenter = presenter_] { presenter.reword(); },
        [&presenter = presenter_] { presenter.cancel_rewording(); });
}

void GoalCard::focus_first()
{
    (reword_ != nullptr ? reword_ : act_)->SetFocus();
}

bool GoalCard::focus_form()
{
    wxTextCtrl* const field = rewording_->IsShown() ? new_wording_ : form_->IsShown() ? reason_ : nullptr;
    if (field != nullptr) {
        field->SetFocus();
    }
    return field != nullptr;
}

void GoalCard::draw(const GoalsPresenter::Screen& screen)
{
    draw_rewording(screen.rewording);
    draw_closing(screen.closing);
}

void GoalCard::draw_rewording(const std::optional<GoalsPresenter::Rewording>& rewording)
{
    const bool is_rewording = rewording && rewording->goal == line_.id;
    const bool opens = is_rewording && !rewording_->IsShown();
    const bool shuts = !is_rewording && rewording_->IsShown();
    if (is_rewording) {
        fill(*new_wording_, rewording->wording);
        rewording_words_->say(goal_words::reword_explanation(rewording->keeps_former, rewording->starts_tomorrow));
        rewording_problem_->say(rewording->problem ? goal_words::words_for(*rewording->problem) : std::string{});
    }
    rewording_->Show(is_rewording);
    if (reword_ != nullptr) {
        reword_->Enable(!is_rewording);
    }
    if (opens) {
        new_wording_->SetFocus();
        new_wording_->SetInsertionPointEnd();
    } else if (shuts) {
        focus_first();
    }
}

void GoalCard::draw_closing(const std::optional<GoalsPresenter::Closing>& closing)
{
    const bool is_closing = closing && closing->goal == line_.id;
    const bool opens = is_closing && !form_->IsShown();
    const bool shuts = !is_closing && form_->IsShown();
    if (is_closing) {
        fill(*closed_on_, closing->closed_on);
        fill(*reason_, closing->reason);
        const bool is_about_day = closing->problem == GoalProblem::closed_unreadable;
        const std::string problem = closing->problem ? goal_words::words_for(*closing->problem) : std::string{};
        problem_->say(is_about_day ? closed_on_->refuse(problem) : problem);
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
