#include "app/screens/risk_fields.h"

#include "app/screens/accessible.h"
#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"
#include "app/words/session_words.h"

#include <algorithm>

namespace app {

RiskFields::RiskFields(wxWindow* parent, NoteEditorPresenter& presenter) : Panel(parent), presenter_{presenter}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void RiskFields::create_controls()
{
    question_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    for (const auto level : all_risk_levels()) {
        auto* button = new wxRadioButton(this, wxID_ANY, shown(name_of(level)), wxDefaultPosition, wxDefaultSize,
                                         levels_.empty() ? wxRB_GROUP : 0);
        set_accessible_name(*button, words_for(NoteCaption::risk) + ": " + name_of(level));
        levels_.push_back(button);
    }
    dissociation_ = new wxCheckBox(this, wxID_ANY, shown(dissociation_seen()));
    set_accessible_name(*dissociation_, dissociation_seen());
    actions_caption_ = new wxStaticText(this, wxID_ANY, shown(words_for(NoteCaption::risk_actions)));
    actions_ = new SectionText(this, words_for(NoteCaption::risk_actions), {}, 2);
}

void RiskFields::lay_out()
{
    choices_ = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto each = wxSizerFlags().CenterVertical().Border(wxRIGHT | wxBOTTOM, px(*this, gap::small));
    for (wxRadioButton* level : levels_) {
        choices_->Add(level, each);
    }
    choices_->Add(dissociation_, each);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(question_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
    column->Add(choices_, wxSizerFlags().Expand());
    column->Add(actions_caption_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    column->Add(actions_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
    SetSizer(column);
}

bool RiskFields::InformFirstDirection(int direction, int size, int available_other_direction)
{
    if (direction != wxHORIZONTAL || size <= 0) {
        return Panel::InformFirstDirection(direction, size, available_other_direction);
    }
    SetMinSize({-1, height_at(size)});
    return true;
}

bool RiskFields::Layout()
{
    const wxSize room = GetClientSize();
    return room.y >= height_at(room.x) && Panel::Layout();
}

int RiskFields::height_at(int width)
{
    choices_->InformFirstDirection(wxHORIZONTAL, width, -1);
    return GetSizer()->CalcMin().y;
}

void RiskFields::bind_gestures()
{
    for (std::size_t index = 0; index < levels_.size(); ++index) {
        bind_level(index);
    }
    dissociation_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.note_dissociation(event.IsChecked()); });
    });
}

void RiskFields::bind_level(std::size_t index)
{
    wxRadioButton& level = *levels_[index];
    level.Bind(wxEVT_RADIOBUTTON, [this, index](wxCommandEvent&) {
        guarded(*this, [&] {
            presenter_.choose(all_risk_levels()[index]);
            heed_leaving(); // Chosen by something other than keyboard and mouse.
        });
    });
    level.Bind(wxEVT_KILL_FOCUS, [this](wxFocusEvent& focus) {
        focus.Skip();
        // Where the keyboard goes is not known yet; from one level to the next it stays among them.
        CallAfter([this] { guarded(*this, [this] { heed_leaving(); }); });
    });
    level.Bind(wxEVT_KEY_DOWN, [this, index](wxKeyEvent& key) {
        const int code = key.GetKeyCode();
        if (!key.HasAnyModifiers() && (code == WXK_DOWN || code == WXK_RIGHT)) {
            guarded(*this, [&] { step_from(index, 1); });
        } else if (!key.HasAnyModifiers() && (code == WXK_UP || code == WXK_LEFT)) {
            guarded(*this, [&] { step_from(index, -1); });
        } else {
            key.Skip();
        }
    });
}

/// From level to level in their order; the toolkit would go by what lies below on the page.
void RiskFields::step_from(std::size_t index, int step)
{
    const auto last = static_cast<std::ptrdiff_t>(levels_.size()) - 1;
    const auto next = std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(index) + step, 0, last);
    const auto there = static_cast<std::size_t>(next);
    if (there != index) {
        levels_[there]->SetFocus();
        levels_[there]->SetValue(true);
        presenter_.choose(all_risk_levels()[there]);
    }
}

bool RiskFields::has_keyboard() const
{
    return std::ranges::any_of(levels_, [](const wxRadioButton* level) { return level->HasFocus(); });
}

void RiskFields::heed_leaving()
{
    if (!has_keyboard()) {
        presenter_.leave_risk();
    }
}

void RiskFields::focus_first()
{
    const auto chosen = std::ranges::find_if(levels_, [](const wxRadioButton* level) { return level->GetValue(); });
    (chosen == levels_.end() ? levels_.front() : *chosen)->SetFocus();
}

void RiskFields::draw(const NoteEditorScreen& screen)
{
    const auto& risk = screen.content.risk;
    const auto level =
        static_cast<std::size_t>(std::ranges::find(all_risk_levels(), risk.level) - all_risk_levels().begin());
    if (!levels_[level]->GetValue()) {
        levels_[level]->SetValue(true);
    }
    dissociation_->SetValue(risk.dissociation);
    const std::string question = screen.asks_for_risk ? risk_was_not_asked() : "";
    question_->say(question);
    set_accessible_description(*levels_.front(), question);
    actions_->show(risk.actions);
    if (actions_->IsShown() != screen.asks_risk_actions) {
        actions_->Show(screen.asks_risk_actions);
        actions_caption_->Show(screen.asks_risk_actions);
        lay_out_around(*this);
    }
}

} // namespace app
