#include "app/screens/habit_choices.h"

#include "app/screens/accessible.h"
#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/words/habit_words.h"

#include <wx/sizer.h>

#include <algorithm>

namespace app {

HabitChoices::HabitChoices(wxWindow* parent)
    : Panel(parent), order_{new wxChoice(this, wxID_ANY)}, hours_{new wxChoice(this, wxID_ANY)}
{
    for (const model::DateOrder order : habit_words::orders) {
        order_->Append(shown(habit_words::name_of(order)));
    }
    for (const model::HourClock hours : habit_words::clocks) {
        hours_->Append(shown(habit_words::name_of(hours)));
    }
    set_accessible_name(*order_, habit_words::order_label());
    set_accessible_name(*hours_, habit_words::hours_label());
    auto* left = new wxBoxSizer(wxVERTICAL);
    add_field(*left, *this, habit_words::order_label(), *order_);
    auto* right = new wxBoxSizer(wxVERTICAL);
    add_field(*right, *this, habit_words::hours_label(), *hours_);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(left, wxSizerFlags(1).Border(wxRIGHT, px(*this, gap::small)));
    row->Add(right, wxSizerFlags(1));
    SetSizer(row);
    for (wxChoice* choice : {order_, hours_}) {
        choice->Bind(wxEVT_CHOICE, [this](wxCommandEvent&) { guarded(*this, [this] { on_choose(); }); });
    }
}

void HabitChoices::show(const model::DateHabits& habits)
{
    order_->SetSelection(
        static_cast<int>(std::ranges::find(habit_words::orders, habits.order) - habit_words::orders.begin()));
    hours_->SetSelection(
        static_cast<int>(std::ranges::find(habit_words::clocks, habits.hours) - habit_words::clocks.begin()));
}

model::DateHabits HabitChoices::chosen() const
{
    return {.order = habit_words::orders.at(static_cast<std::size_t>(order_->GetSelection())),
            .hours = habit_words::clocks.at(static_cast<std::size_t>(hours_->GetSelection()))};
}

} // namespace app
