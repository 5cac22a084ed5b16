#include "app/screens/goal_entry.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/words/button_words.h"
#include "model/text.h"

#include <wx/sizer.h>
#include <wx/statline.h>

namespace app {

GoalEntry::GoalEntry(wxWindow* parent, GoalsPresenter& presenter) : Panel(parent), presenter_{presenter}
{
    create_controls();
    lay_out();
    bind_gestures();
    Hide();
}

void GoalEntry::create_controls()
{
    wording_ = make_line(*this, goal_words::wording_label());
    room_ = make_quiet(*this, {});
    family_ = new wxChoice(this, wxID_ANY);
    family_->SetMinSize({px(*this, 120), -1});
    set_accessible_name(*family_, goal_words::area_label());
    for (const model::GoalFamily& family : presenter_.families()) {
        family_->Append(shown(family.name));
    }
    examples_ = new wxChoice(this, wxID_ANY);
    // A long example must not make the form wider than the window.
    examples_->SetMinSize({px(*this, 120), -1});
    set_accessible_name(*examples_, goal_words::examples_label());
    agreed_on_ = new DateField(this, goal_words::agreed_label(), presenter_.clock(), DateMeaning::past);
    agreed_on_->SetMinSize({px(*this, 136), -1});
    anchors_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    suggestions_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    problem_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    add_ = make_main_button(*this, goal_words::add_button());
    cancel_ = make_button(*this, cancel_button());
}

void GoalEntry::lay_out()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small));
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_caption(*this, goal_words::entry_caption()), below);
    add_required_field(*column, *this, goal_words::wording_label(), *wording_);
    column->Add(room_, wxSizerFlags().Right().Border(wxBOTTOM, px(*this, gap::hair)));

    auto* fields = new wxBoxSizer(wxHORIZONTAL);
    const auto add_column = [&](std::string_view label, wxWindow& field, int share, int distance) {
        auto* one = new wxBoxSizer(wxVERTICAL);
        (&field == agreed_on_ ? add_required_field : add_field)(*one, *this, label, field);
        fields->Add(one, wxSizerFlags(share).Border(wxRIGHT, px(*this, distance)));
    };
    add_column(goal_words::area_label(), *family_, 2, gap::small);
    add_column(goal_words::examples_label(), *examples_, 3, gap::small);
    auto* agreed = new wxBoxSizer(wxVERTICAL);
    add_date_field(*agreed, *this, goal_words::agreed_label(), *agreed_on_);
    fields->Add(agreed, wxSizerFlags(1));
    column->Add(fields, wxSizerFlags().Expand());
    column->Add(anchors_, below);
    column->Add(suggestions_, below);
    column->Add(problem_, below);

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(add_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_);
    column->Add(buttons, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(new wxStaticLine(this), wxSizerFlags().Expand());
    SetSizer(column);
}

void GoalEntry::bind_gestures()
{
    const auto guard = [this](const std::function<void()>& act) {
        return [this, act](wxCommandEvent&) { guarded(*this, act); };
    };
    wording_->Bind(wxEVT_TEXT, guard([this] { presenter_.type_wording(utf8(wording_->GetValue())); }));
    agreed_on_->Bind(wxEVT_TEXT, guard([this] { presenter_.type_agreed_on(utf8(agreed_on_->GetValue())); }));
    family_->Bind(wxEVT_CHOICE,
                  guard([this] { presenter_.choose_family(static_cast<std::size_t>(family_->GetSelection())); }));
    examples_->Bind(wxEVT_CHOICE,
                    guard([this] { presenter_.choose_example(static_cast<std::size_t>(examples_->GetSelection())); }));
    add_->Bind(wxEVT_BUTTON, guard([this] { presenter_.add(); }));
    cancel_->Bind(wxEVT_BUTTON, guard([this] { presenter_.cancel_entry(); }));
    give_form_keys(
        *this, [this] { presenter_.add(); }, [this] { presenter_.cancel_entry(); });
}

void GoalEntry::draw_family(std::size_t index)
{
    if (family_shown_ == index) {
        return;
    }
    family_shown_ = index;
    const model::GoalFamily& family = presenter_.families()[index];
    family_->SetSelection(static_cast<int>(index));
    examples_->Clear();
    examples_->Append(shown(goal_words::own_words()));
    for (const std::string& example : family.examples) {
        examples_->Append(shown(example));
    }
    std::string anchors;
    for (const std::string& anchor : goal_words::anchors(family)) {
        anchors += (anchors.empty() ? "" : "\n") + anchor;
    }
    anchors_->say(anchors);
    suggestions_->say(goal_words::small_steps(family) + "\n" + goal_words::measures(presenter_.measures_of(family)));
}

void GoalEntry::draw(const std::optional<GoalsPresenter::Entry>& entry)
{
    const bool opens = entry && !IsShown();
    Show(entry.has_value());
    if (!entry) {
        family_shown_.reset();
        return;
    }
    draw_family(entry->family);
    examples_->SetSelection(static_cast<int>(entry->example));
    fill(*wording_, entry->wording);
    fill(*agreed_on_, entry->agreed_on);
    room_->SetLabelText(shown(goal_words::room_left(model::characters_in(entry->wording))));
    room_->Show(!room_->GetLabelText().empty());
    const bool is_about_day = entry->problem == GoalProblem::agreed_unreadable;
    const std::string problem = entry->problem ? goal_words::words_for(*entry->problem) : std::string{};
    problem_->say(is_about_day ? agreed_on_->refuse(problem) : problem);
    if (opens) {
        wording_->SetFocus();
    }
}

} // namespace app
