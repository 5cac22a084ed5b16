#include "app/screens/goals_panel.h"

#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"

#include <wx/app.h>
#include <wx/sizer.h>
#include <wx/wupdlock.h>

#include <algorithm>
#include <utility>

namespace app {

GoalsPanel::GoalsPanel(wxWindow* parent, const Workplace& place, model::ClientId client)
    : Tab(parent), presenter_{place, client}
{
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void GoalsPanel::focus_first()
{
    new_goal_->SetFocus();
}

bool GoalsPanel::leave()
{
    bool may_leave = false;
    return guarded(*this, [&] { may_leave = presenter_.may_leave(); }) && may_leave;
}

std::vector<storage::LeftOpen::Typed> GoalsPanel::open_forms_for(std::vector<storage::LeftOpen::Typed> typed)
{
    if (std::ranges::count(typed, goal_words::wording_label(), &storage::LeftOpen::Typed::field) > 0) {
        presenter_.begin_entry();
    }
    return typed;
}

void GoalsPanel::create_controls()
{
    page_ = new ScrolledPage(this);
    new_goal_ = make_main_button(page_->content(), goal_words::new_goal_button());
    question_ = new UnsavedQuestion(&page_->content());
    entry_ = new GoalEntry(&page_->content(), presenter_);
    nothing_ = new Paragraph(&page_->content(), {}, Paragraph::Tone::quiet);
    open_caption_ = make_caption(page_->content(), goal_words::open_caption());
    open_.cards_panel = new Panel(&page_->content());
    closed_caption_ = make_caption(page_->content(), goal_words::closed_caption());
    closed_.cards_panel = new Panel(&page_->content());
}

void GoalsPanel::lay_out()
{
    const auto below = [this](int distance) { return wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, distance)); };
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(make_heading(page_->content(), goal_words::heading()), below(gap::hair));
    words->Add(new Paragraph(&page_->content(), goal_words::explanation(), Paragraph::Tone::quiet),
               wxSizerFlags().Expand());
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(words, wxSizerFlags(1).Border(wxRIGHT, px(*this, gap::large)));
    head->Add(new_goal_);

    for (Part* part : {&open_, &closed_}) {
        part->cards_panel->SetSizer(new wxBoxSizer(wxVERTICAL));
    }
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(head, below(gap::large));
    column->Add(question_, below(gap::large));
    column->Add(entry_, below(gap::large));
    column->Add(open_caption_, below(gap::small));
    column->Add(nothing_, below(gap::large));
    column->Add(open_.cards_panel, below(gap::medium));
    column->Add(closed_caption_, below(gap::small));
    column->Add(closed_.cards_panel, wxSizerFlags().Expand());
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(column, wxSizerFlags().Expand().Border(wxALL, px(*this, gap::page)));
    page_->content().SetSizer(inside);
    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(page_, wxSizerFlags(1).Expand());
    SetSizer(all);
}

void GoalsPanel::bind_gestures()
{
    new_goal_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.begin_entry(); }); });
    question_->on_keep = [this] {
        presenter_.keep_typing();
        focus_form();
    };
    question_->on_throw_away = [this] { presenter_.throw_away(); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

/// Puts the keyboard into a form that is open.
void GoalsPanel::focus_form()
{
    if (entry_->IsShown()) {
        return entry_->focus_first();
    }
    for (GoalCard* card : open_.cards) {
        if (card->focus_form()) {
            return;
        }
    }
}

void GoalsPanel::draw(const GoalsPresenter::Screen& screen)
{
    const bool entry_was_open = entry_->IsShown();
    const model::GoalId at_work = card_that_goes(screen);
    question_->ask(goal_words::words_for(screen.asks_about));
    entry_->draw(screen.entry);
    new_goal_->Enable(!screen.entry);
    const bool is_empty = screen.open.empty() && screen.closed.empty();
    nothing_->say(is_empty              ? goal_words::no_goals()
                  : screen.open.empty() ? goal_words::no_open_goals()
                                        : std::string{});
    open_caption_->Show(!is_empty);
    closed_caption_->Show(!screen.closed.empty());
    draw_part(open_, screen.open);
    draw_part(closed_, screen.closed);
    for (GoalCard* card : open_.cards) {
        card->draw(screen);
    }
    if (entry_was_open && !screen.entry) {
        new_goal_->SetFocus();
    } else if (at_work != model::GoalId{}) {
        focus_card_of(at_work);
    }
    page_->Layout();
}

/// The goal whose card has the keyboard and is about to be replaced; none when it stays.
model::GoalId GoalsPanel::card_that_goes(const GoalsPresenter::Screen& screen) const
{
    const wxWindow* focus = FindFocus();
    for (const Part* part : {&open_, &closed_}) {
        for (const GoalCard* card : part->cards) {
            const auto& lines = part == &open_ ? screen.open : screen.closed;
            if (card->IsDescendant(const_cast<wxWindow*>(focus)) && std::ranges::count(lines, card->line()) == 0) {
                return card->line().id;
            }
        }
    }
    return {};
}

void GoalsPanel::focus_card_of(model::GoalId goal)
{
    for (const Part* part : {&open_, &closed_}) {
        for (GoalCard* card : part->cards) {
            if (card->line().id == goal) {
                return card->focus_first();
            }
        }
    }
    new_goal_->SetFocus();
}

void GoalsPanel::draw_part(Part& part, const std::vector<GoalsPresenter::Line>& lines)
{
    if (part.lines == lines) {
        return;
    }
    part.lines = lines;
    const wxWindowUpdateLocker still{page_};
    wxSizer& column = *part.cards_panel->GetSizer();
    std::vector<GoalCard*> old = std::exchange(part.cards, {});
    for (GoalCard* card : old) {
        column.Detach(card);
    }
    for (const GoalsPresenter::Line& line : lines) {
        const auto same = std::ranges::find_if(old, [&](const GoalCard* card) { return card->line() == line; });
        GoalCard* card = same != old.end() ? *same : new GoalCard(part.cards_panel, presenter_, line);
        if (same != old.end()) {
            old.erase(same);
        }
        if (!part.cards.empty()) {
            card->MoveAfterInTabOrder(part.cards.back());
        }
        column.Add(card, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
        part.cards.push_back(card);
    }
    for (GoalCard* card : old) {
        // The button that was pressed may be at work in it still.
        card->Hide();
        wxTheApp->ScheduleForDestruction(card);
    }
}

} // namespace app
