#include "app/screens/move_list.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"
#include "app/words/client_choice_words.h"
#include "app/words/session_words.h"

namespace app {

MoveList::MoveList(wxWindow* parent, NoteEditorPresenter& presenter) : Panel(parent), presenter_{presenter}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void MoveList::create_controls()
{
    caption_ = make_caption(*this, words_for(NoteCaption::move_to));
    explanation_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    filter_ = new wxTextCtrl(this, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    filter_->SetHint(shown(words_for(NoteCaption::move_filter)));
    set_accessible_name(*filter_, words_for(NoteCaption::move_filter));
    targets_ = new wxListBox(this, wxID_ANY);
    targets_->SetSize(unplaced);
    targets_->SetMinSize({px(*this, 240), px(*this, 168)});
    set_accessible_name(*targets_, words_for(NoteCaption::move_to));
    nobody_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    move_ = make_button(*this, move_words());
    stop_ = make_button(*this, words_for(NoteButton::keep_here));
}

void MoveList::lay_out()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const int small = px(*this, gap::small);
    column->Add(caption_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    column->Add(explanation_, wxSizerFlags().Expand().Border(wxBOTTOM, small));
    column->Add(filter_, wxSizerFlags().Expand().Border(wxBOTTOM, small));
    column->Add(targets_, wxSizerFlags().Expand().Border(wxBOTTOM, small));
    column->Add(nobody_, wxSizerFlags().Expand().Border(wxBOTTOM, small));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(move_, wxSizerFlags().Border(wxRIGHT, small));
    buttons->Add(stop_);
    column->Add(buttons, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    SetSizer(column);
}

void MoveList::bind_gestures()
{
    filter_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.filter_targets(utf8(filter_->GetValue())); });
    });
    filter_->Bind(wxEVT_TEXT_ENTER, [this](wxCommandEvent&) { targets_->SetFocus(); });
    targets_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent&) { move_->Enable(); });
    targets_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { guarded(*this, [this] { move(); }); });
    targets_->Bind(wxEVT_CHAR_HOOK, [this](wxKeyEvent& key) {
        if (key.GetKeyCode() == WXK_RETURN && key.GetModifiers() == wxMOD_NONE) {
            guarded(*this, [this] { move(); });
        } else {
            key.Skip();
        }
    });
    move_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { move(); }); });
    stop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.stop_moving(); }); });
}

void MoveList::draw(const NoteEditorScreen& screen)
{
    if (screen.moving == drawn_) {
        return;
    }
    drawn_ = screen.moving;
    if (!drawn_) {
        return;
    }
    explanation_->say(move_explanation(drawn_->has_ratings));
    fill(*filter_, drawn_->filter);
    wxArrayString words;
    for (const auto& target : drawn_->targets) {
        words.Add(shown(target.words));
    }
    targets_->Set(words);
    if (!words.empty()) {
        targets_->SetSelection(0);
    }
    move_->Enable(!words.empty());
    nobody_->say(words.empty() ? nobody_found() : "");
}

void MoveList::move()
{
    const int chosen = targets_->GetSelection();
    if (drawn_ && chosen != wxNOT_FOUND) {
        presenter_.move_to(drawn_->targets.at(static_cast<std::size_t>(chosen)).client);
    }
}

} // namespace app
