#include "app/screens/zone_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/zone_words.h"

#include <wx/sizer.h>

namespace app {

ZonePanel::ZonePanel(wxWindow* parent, const MachineZone& found, const Clock& clock)
    : Panel(parent), presenter_{found, zones_to_choose(), clock}, first_zone_{presenter_.screen().is_guess ? 0 : 1}
{
    give_style(*this, "mendline-page");
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void ZonePanel::focus_first()
{
    zones_->SetFocus();
    // The list was scrolled while it had no height.
    CallAfter([this] { zones_->SetFirstItem(0); });
}

void ZonePanel::create_controls()
{
    explanation_ = new Paragraph(this, zone_words::explanation(presenter_.screen().is_guess), Paragraph::Tone::quiet);
    zones_ = new wxListBox(this, wxID_ANY);
    set_accessible_name(*zones_, zone_words::list_label());
    if (first_zone_ > 0) {
        zones_->Append(shown(zone_words::not_chosen()));
    }
    for (const std::string& zone : presenter_.screen().zones) {
        zones_->Append(shown(zone));
    }
    now_there_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    go_on_ = make_main_button(*this, zone_words::go_on_button());
}

void ZonePanel::lay_out()
{
    auto* column = new wxBoxSizer(wxVERTICAL);
    const auto below = wxSizerFlags().Expand().Border(wxTOP, px(*this, gap::medium));
    column->Add(make_heading(*this, zone_words::heading()), wxSizerFlags().Expand());
    column->Add(explanation_, below);
    column->AddSpacer(px(*this, gap::medium));
    add_field(*column, *this, zone_words::list_label(), *zones_);
    column->GetItem(zones_)->SetProportion(1);
    column->Add(now_there_, below);
    column->Add(go_on_, wxSizerFlags().Border(wxTOP, px(*this, gap::medium)));
    column->Add(px(*this, 440), 0); // A width that is kept also where the words are few.
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags(1).CentreHorizontal().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void ZonePanel::bind_gestures()
{
    give_form_keys(
        *this, [this] { presenter_.go_on(); }, [] {});
    zones_->Bind(wxEVT_LISTBOX, [this](wxCommandEvent& event) {
        guarded(*this, [&] {
            const int zone = event.GetSelection() - first_zone_;
            presenter_.choose(zone < 0 ? std::nullopt : std::optional{static_cast<std::size_t>(zone)});
        });
    });
    zones_->Bind(wxEVT_LISTBOX_DCLICK, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.go_on(); }); });
    go_on_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.go_on(); }); });
    presenter_.on_change = [this] { draw(presenter_.screen()); };
    presenter_.on_settled = [this](const std::string& zone) { on_settled(zone); };
}

void ZonePanel::draw(const ZonePresenter::Screen& screen)
{
    const int row = screen.chosen ? first_zone_ + static_cast<int>(*screen.chosen) : first_zone_ - 1;
    if (row >= 0 && zones_->GetSelection() != row) {
        zones_->SetSelection(row);
    }
    now_there_->say(screen.now_there.empty() ? std::string{} : zone_words::now_there(screen.now_there));
    go_on_->Enable(screen.chosen.has_value());
    Layout();
}

} // namespace app
