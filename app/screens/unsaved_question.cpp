#include "app/screens/unsaved_question.h"

#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"

#include <wx/sizer.h>

namespace app {

UnsavedQuestion::UnsavedQuestion(wxWindow* parent) : Panel(parent)
{
    give_style(*this, "mendline-news");
    question_ = new Paragraph(this, {});
    keep_ = make_main_button(*this, keep_entering_button());
    throw_away_ = make_button(*this, throw_away_button());
    keep_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, on_keep); });
    throw_away_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, on_throw_away); });

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    // A row gives no width to its paragraphs; a column within it does.
    auto* words = new wxBoxSizer(wxVERTICAL);
    words->Add(question_, wxSizerFlags().Expand());
    row->Add(words, wxSizerFlags(1).CentreVertical().Border(wxALL, px(*this, gap::medium)));
    row->Add(keep_, wxSizerFlags().CentreVertical().Border(wxTOP | wxBOTTOM | wxRIGHT, px(*this, gap::small)));
    row->Add(throw_away_, wxSizerFlags().CentreVertical().Border(wxRIGHT, px(*this, gap::medium)));
    SetSizer(row);
    Hide();
}

void UnsavedQuestion::ask(std::string_view question)
{
    const bool is_new = !question.empty() && !IsShown();
    question_->say(question);
    Show(!question.empty());
    if (is_new) {
        keep_->SetFocus();
    }
}

} // namespace app
