#include "app/screens/unsaved_question.h"

#include "app/screens/accessible.h"
#include "app/screens/escape.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"

#include <gtk/gtk.h>
#include <wx/sizer.h>

#include <algorithm>

namespace app {

UnsavedQuestion::UnsavedQuestion(wxWindow* parent) : Panel(parent)
{
    give_style(*this, "mendline-news");
    question_ = new Paragraph(this, {});
    keep_ = make_main_button(*this, keep_editing_button());
    throw_away_ = make_button(*this, discard_button());
    keep_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { keep(); });
    lead_back_on_escape(*this, [this] { keep(); });
    throw_away_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, on_throw_away); });

    // The words above, the answers below: beside each other the words would be squeezed on a narrow page.
    auto* answers = new wxBoxSizer(wxHORIZONTAL);
    answers->Add(keep_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    answers->Add(throw_away_);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(question_, wxSizerFlags().Expand().Border(wxALL, px(*this, gap::medium)));
    column->Add(answers, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::medium)));
    SetSizer(column);
    Hide();
}

void UnsavedQuestion::keep()
{
    const wxWeakRef<wxWindow> before = before_;
    const wxWeakRef<wxWindow> self = this;
    if (guarded(*this, on_keep) && self && before && before->IsShownOnScreen()) {
        before->SetFocus();
    }
}

void UnsavedQuestion::ask(std::string_view question)
{
    const bool is_new = !question.empty() && !IsShown();
    if (is_new) {
        wxWindow* const focus = FindFocus();
        before_ = focus != nullptr && GetParent()->IsDescendant(focus) ? focus : nullptr;
    }
    question_->say(question);
    Show(!question.empty());
    if (is_new) {
        say_aloud(*this, question);
        keep_->SetFocus();
    }
}

bool UnsavedQuestion::is_asked_in(const wxWindow& place)
{
    return std::ranges::any_of(place.GetChildren(), [](const wxWindow* child) {
        // The toolkit's own word: tabs behind the one in front count as shown, and are not.
        return gtk_widget_get_mapped(child->GetHandle()) != FALSE &&
               (dynamic_cast<const UnsavedQuestion*>(child) != nullptr || is_asked_in(*child));
    });
}

} // namespace app
