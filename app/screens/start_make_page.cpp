#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/start_pages.h"
#include "app/screens/text.h"
#include "app/words/button_words.h"

#include <wx/dirdlg.h>
#include <wx/stdpaths.h>

namespace app {

MakePage::MakePage(wxWindow* parent, StartPresenter& presenter, const model::DateHabits& habits)
    : StartPageView(parent, presenter)
{
    add_heading(start::new_heading(), start::new_explanation());
    name_ = make_line(*this, start::name_label());
    folder_ = make_line(*this, start::folder_label());
    folder_->ChangeValue(wxStandardPaths::Get().GetDocumentsDir());
    choose_ = make_button(*this, start::choose_folder());
    password_ = make_line(*this, start::password_label(), true);
    hint_ = new Paragraph(this, start::password_explanation(), Paragraph::Tone::quiet);
    again_ = make_line(*this, start::password_again_label(), true);
    habits_ = new HabitChoices(this);
    habits_->show(habits);
    go_on_ = make_main_button(*this, start::make_button());
    lay_out();
    bind_gestures();
}

void MakePage::lay_out()
{
    add_required_field(column(), *this, start::name_label(), *name_);
    auto* place = new wxBoxSizer(wxHORIZONTAL);
    place->Add(folder_, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, px(*this, gap::small)));
    place->Add(choose_);
    column().Add(new wxStaticText(this, wxID_ANY, shown(start::folder_label())),
                 wxSizerFlags().Border(wxBOTTOM, px(*this, gap::hair)));
    column().Add(place, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    add_required_field(column(), *this, start::password_label(), *password_);
    column().Add(hint_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    add_required_field(column(), *this, start::password_again_label(), *again_);
    column().Add(habits_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    add_foot({go_on_, make_back_button(back_button())}, start::making());
}

void MakePage::bind_gestures()
{
    choose_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { choose_folder(); }); });
    password_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter().type_password(utf8(password_->GetValue())); });
    });
    go_on_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { go_on(); });
}

void MakePage::draw(const StartPresenter::Screen& screen)
{
    hint_->say(screen.password_characters == 0 ? start::password_explanation()
                                               : password_hint(screen.password_characters));
    StartPageView::draw(screen);
}

void MakePage::choose_folder()
{
    wxDirDialog dialog{this, shown(start::folder_label()), folder_->GetValue(), wxDD_DIR_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) {
        folder_->ChangeValue(dialog.GetPath());
    }
}

void MakePage::go_on()
{
    guarded(*this, [this] {
        presenter().make_keys({
            .name = utf8(name_->GetValue()),
            .in_folder = utf8(folder_->GetValue()),
            .password = utf8(password_->GetValue()),
            .password_again = utf8(again_->GetValue()),
            .habits = habits_->chosen(),
        });
    });
}

} // namespace app
