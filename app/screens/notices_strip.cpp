#include "app/screens/notices_strip.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"
#include "app/words/notice_words.h"

#include <wx/app.h>

#include <algorithm>
#include <optional>

namespace app {

NoticesStrip::NoticesStrip(wxWindow* parent, const Workplace& place, model::ClientId client)
    : Panel(parent), presenter_{place, client}
{
    give_style(*this, "mendline-notice");
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

bool NoticesStrip::leave()
{
    const bool is_unfinished = presenter_.screen().can_review;
    if (is_unfinished) {
        what_was_done_->SetFocus();
    }
    return !is_unfinished;
}

void NoticesStrip::create_controls()
{
    rows_ = new Panel(this);
    rows_->SetSizer(new wxBoxSizer(wxVERTICAL));
    form_ = new Panel(this);
    what_was_done_ = new wxTextCtrl(form_, wxID_ANY, wxString{}, wxDefaultPosition, wxDefaultSize, wxTE_PROCESS_ENTER);
    set_accessible_name(*what_was_done_, what_was_done_label());
    reviewed_ = make_main_button(*form_, reviewed_button());
    cancel_ = make_button(*form_, cancel_button());
}

void NoticesStrip::lay_out()
{
    auto* form = new wxBoxSizer(wxHORIZONTAL);
    const auto space = wxSizerFlags().CentreVertical().Border(wxRIGHT, px(*this, gap::small));
    form->Add(new wxStaticText(form_, wxID_ANY, shown(what_was_done_label())), space);
    form->Add(what_was_done_, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, px(*this, gap::small)));
    form->Add(reviewed_, space);
    form->Add(cancel_, wxSizerFlags().CentreVertical());
    form_->SetSizer(form);

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(rows_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, px(*this, gap::page)));
    column->Add(form_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::page)));
    SetSizer(column);
}

void NoticesStrip::bind_gestures()
{
    const auto review = [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.review(); }); };
    what_was_done_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.type(utf8(what_was_done_->GetValue())); });
    });
    what_was_done_->Bind(wxEVT_TEXT_ENTER, review);
    reviewed_->Bind(wxEVT_BUTTON, review);
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.put_aside(); }); });
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void NoticesStrip::draw(const NoticesPresenter::Screen& screen)
{
    // With its form open, a notice stands alone: nobody shall review the wrong one.
    std::vector<NoticesPresenter::Row> rows = screen.open;
    if (screen.reviewing) {
        std::erase_if(rows, [&](const auto& row) { return row.notice != *screen.reviewing; });
    }
    if (rows != rows_shown_) {
        rows_shown_ = rows;
        draw_rows(screen);
    }
    fill(*what_was_done_, screen.what_was_done);
    reviewed_->Enable(screen.can_review);
    const bool opens = screen.reviewing && !form_->IsShown();
    form_->Show(screen.reviewing.has_value());
    Show(!screen.open.empty());
    GetParent()->Layout();
    if (opens) {
        what_was_done_->SetFocus();
    }
}

void NoticesStrip::draw_rows(const NoticesPresenter::Screen& screen)
{
    constexpr std::size_t most_in_sight = 3; // The next comes when one of them is reviewed.
    auto* old = rows_;
    old->Hide();
    rows_ = new Panel(this);
    auto* column = new wxBoxSizer(wxVERTICAL);
    for (std::size_t index = 0; index < std::min(rows_shown_.size(), most_in_sight); ++index) {
        const auto& row = rows_shown_.at(index);
        auto* line = new wxBoxSizer(wxHORIZONTAL);
        auto* words = new Paragraph(rows_, "\u25B2  " + row.words, Paragraph::Tone::alarm);
        line->Add(words, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, px(*this, gap::medium)));
        auto* review = make_button(*rows_, review_button());
        set_accessible_name(*review, review_button() + " " + row.words);
        review->Bind(wxEVT_BUTTON, [this, notice = row.notice](wxCommandEvent&) {
            guarded(*this, [&] { presenter_.begin(notice); });
        });
        review->Show(!screen.reviewing);
        line->Add(review, wxSizerFlags().CentreVertical());
        column->Add(line, wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, px(*this, gap::small)));
    }
    rows_->SetSizer(column);
    // The button that was pressed is still at work in the old rows.
    GetSizer()->Replace(old, rows_);
    wxTheApp->ScheduleForDestruction(old);
    rows_->MoveBeforeInTabOrder(form_);
}

} // namespace app
