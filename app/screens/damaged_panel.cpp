#include "app/screens/damaged_panel.h"

#include "app/screens/earlier_version_view.h"
#include "app/screens/form.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/theme.h"

#include <wx/wupdlock.h>

namespace app {

DamagedPanel::DamagedPanel(wxWindow* parent, const Workplace& place, const storage::RowName& row,
                           std::string_view heading, std::string_view words, std::string_view button,
                           const std::function<void()>& act)
    : Panel(parent), row_{row}, earlier_{place}
{
    give_style(*this, "mendline-page");
    button_ = make_button(*this, button);
    button_->Bind(wxEVT_BUTTON, [this, act](wxCommandEvent&) { guarded(*this, act); });
    page_ = new ScrolledPage(this);
    wxPanel& content = page_->content();
    version_ = new wxBoxSizer(wxVERTICAL);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(content, heading), wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(new Paragraph(&content, words, Paragraph::Tone::quiet),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(version_, wxSizerFlags().Expand());
    auto* sheet = new wxBoxSizer(wxVERTICAL);
    sheet->Add(column, wxSizerFlags().Expand().Border(wxALL, px(*this, gap::page)));
    content.SetSizer(sheet);

    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(button_, wxSizerFlags().Border(wxLEFT | wxRIGHT | wxTOP, px(*this, gap::page)));
    all->Add(page_, wxSizerFlags(1).Expand());
    SetSizer(all);
    earlier_.on_change = [this] { draw(); };
    earlier_.look_for({row_});
}

void DamagedPanel::focus_first()
{
    button_->SetFocus();
}

void DamagedPanel::draw()
{
    const wxWindowUpdateLocker quiet{this};
    version_->Clear(true);
    write_earlier_version(*version_, page_->content(), earlier_.of(row_));
    page_->Layout();
}

} // namespace app
