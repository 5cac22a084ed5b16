#include "app/screens/risk_fields.h"

#include "app/screens/accessible.h"
#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/words/session_words.h"

#include <wx/wrapsizer.h>

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
    auto* choices = new wxWrapSizer(wxHORIZONTAL, wxREMOVE_LEADING_SPACES);
    const auto each = wxSizerFlags().CenterVertical().Border(wxRIGHT | wxBOTTOM, px(*this, gap::small));
    for (wxRadioButton* level : levels_) {
        choices->Add(level, each);
    }
    choices->Add(dissociation_, each);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(choices, wxSizerFlags().Expand());
    column->Add(actions_caption_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    column->Add(actions_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
    SetSizer(column);
}

void RiskFields::bind_gestures()
{
    for (std::size_t index = 0; index < levels_.size(); ++index) {
        levels_[index]->Bind(wxEVT_RADIOBUTTON, [this, index](wxCommandEvent&) {
            guarded(*this, [&] { presenter_.choose(all_risk_levels()[index]); });
        });
    }
    dissociation_->Bind(wxEVT_CHECKBOX, [this](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.note_dissociation(event.IsChecked()); });
    });
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
    actions_->show(risk.actions);
    if (actions_->IsShown() != screen.asks_risk_actions) {
        actions_->Show(screen.asks_risk_actions);
        actions_caption_->Show(screen.asks_risk_actions);
        PostSizeEventToParent();
    }
}

} // namespace app
