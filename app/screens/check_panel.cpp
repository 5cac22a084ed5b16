#include "app/screens/check_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/earlier_version_view.h"
#include "app/screens/escape.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"
#include "app/words/verification_words.h"

#include <utility>

namespace app {

using State = CheckPresenter::State;

CheckPanel::CheckPanel(wxWindow* parent, const Workplace& place, std::function<void()> on_done)
    : Panel(parent), presenter_{place}, on_done_{std::move(on_done)}
{
    give_style(*this, "mendline-page");
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void CheckPanel::create_controls()
{
    outcome_ = new Paragraph(this, {});
    progress_ = new wxGauge(this, wxID_ANY, 100);
    set_accessible_name(*progress_, verification_words::progress_name());
    findings_ = new ScrolledPage(this);
    give_style(*findings_, "mendline-page");
    findings_->content().SetSizer(new wxBoxSizer(wxVERTICAL));
    begin_ = make_main_button(*this, verification_words::begin_button());
    stop_ = make_button(*this, verification_words::stop_button());
    close_ = make_button(*this, close_button());
}

void CheckPanel::lay_out()
{
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (wxButton* button : {begin_, stop_, close_}) {
        buttons->Add(button, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    }
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*this, verification_words::heading()),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(new Paragraph(this, verification_words::explanation(), Paragraph::Tone::quiet),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(buttons, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(progress_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(outcome_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    column->Add(findings_, wxSizerFlags(1).Expand());
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags(1).Expand().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void CheckPanel::bind_gestures()
{
    begin_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.begin(); }); });
    stop_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.stop(); }); });
    // The one who waits takes this panel away, which must not happen inside its own button.
    close_->Bind(wxEVT_BUTTON,
                 [this](wxCommandEvent&) { CallAfter([this] { guarded(*this, [done = on_done_] { done(); }); }); });
    Bind(wxEVT_IDLE, [this](wxIdleEvent& event) {
        // A page that is left stays for a moment.
        if (presenter_.screen().state == State::working && IsShown()) {
            if (!guarded(*this, [this] { presenter_.step(); })) {
                presenter_.stop();
            }
            event.RequestMore();
        }
        event.Skip();
    });
    lead_back_on_escape(*this, [this] { on_done_(); });
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void CheckPanel::draw(const CheckPresenter::Screen& screen)
{
    const bool is_working = screen.state == State::working;
    progress_->SetValue(screen.percent);
    progress_->Show(is_working);
    outcome_->say(is_working                       ? verification_words::working(screen.percent)
                  : screen.state == State::stopped ? verification_words::stopped()
                                                   : screen.outcome);
    const bool had_focus = begin_->HasFocus() || stop_->HasFocus();
    begin_->SetLabel(shown(screen.state == State::waiting ? verification_words::begin_button()
                                                          : verification_words::again_button()));
    begin_->Enable(!is_working);
    stop_->Enable(is_working);
    if (had_focus) {
        (is_working ? stop_ : begin_)->SetFocus(); // A button that is disabled loses the keyboard.
    }
    draw_findings(screen);
    Layout();
}

void CheckPanel::draw_findings(const CheckPresenter::Screen& screen)
{
    if (shown_findings_ == screen.findings) {
        return;
    }
    shown_findings_ = screen.findings;
    wxPanel& content = findings_->content();
    content.GetSizer()->Clear(true);
    for (const CheckPresenter::Finding& finding : screen.findings) {
        auto* title = new Paragraph(&content, finding.title);
        make_bold(*title);
        content.GetSizer()->Add(title, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::hair)));
        content.GetSizer()->Add(new Paragraph(&content, finding.meaning, Paragraph::Tone::quiet),
                                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
        write_earlier_version(*content.GetSizer(), content, finding.earlier);
        content.GetSizer()->AddSpacer(px(*this, gap::medium));
    }
    if (screen.more_findings > 0) {
        content.GetSizer()->Add(new Paragraph(&content, verification_words::more_findings(screen.more_findings)),
                                wxSizerFlags().Expand());
    }
    findings_->Layout();
}

} // namespace app
