#include "app/screens/backups_panel.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/start_pages.h"
#include "app/screens/text.h"

#include <wx/dirdlg.h>
#include <wx/stdpaths.h>

namespace app {

ChoosePage::ChoosePage(wxWindow* parent, StartPresenter& presenter) : StartPageView(parent, presenter)
{
    add_heading(start::welcome(), start::what_it_is());
    const std::string last = presenter.screen().last;
    const auto add = [this](wxButton* button, auto gesture) {
        button->SetMinSize({px(*this, 260), -1});
        column().Add(button, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
        button->Bind(wxEVT_BUTTON, [this, gesture](wxCommandEvent&) { guarded(*this, gesture); });
        first_ = first_ == nullptr ? button : first_;
    };
    if (!last.empty()) {
        const std::string name = utf8(wxControl::EscapeMnemonics(shown(last)));
        add(make_main_button(*this, start::open_last(name)), [this] { this->presenter().open_last(); });
    }
    add(make_button(*this, start::open_other(!last.empty())), [this] { choose_other(); });
    add(last.empty() ? make_main_button(*this, start::make_new()) : make_button(*this, start::make_new()),
        [this] { this->presenter().begin_new(); });
    add(make_button(*this, start::open_demo()), [this] { this->presenter().open_demo(); });
    column().Add(new Paragraph(this, start::demo_explanation(), Paragraph::Tone::quiet),
                 wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    add(make_button(*this, backups::start_button()), [this] {
        if (const auto backup = ask_for_backup(*this)) {
            this->presenter().restore(*backup);
        }
    });
    add_foot({}, {});
}

void ChoosePage::focus_first()
{
    first_->SetFocus();
}

void ChoosePage::choose_other()
{
    wxDirDialog dialog{this, shown(start::choose_casebook()), wxStandardPaths::Get().GetDocumentsDir(),
                       wxDD_DIR_MUST_EXIST};
    if (dialog.ShowModal() == wxID_OK) {
        presenter().choose(utf8(dialog.GetPath()));
    }
}

} // namespace app
