#include "app/screens/notices_strip.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"
#include "app/words/form_words.h"
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
    bool may_leave = false;
    return guarded(*this, [&] { may_leave = presenter_.may_leave(); }) && may_leave;
}

void NoticesStrip::create_controls()
{
    rows_ = new Panel(this);
    rows_->SetSizer(new wxBoxSizer(wxVERTICAL));
    form_ = new Panel(this);
    what_was_done_ = make_line(*form_, what_was_done_label());
    set_accessible_description(*what_was_done_, form_words::required());
    missing_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    question_ = new UnsavedQuestion(this);
    reviewed_ = make_main_button(*form_, reviewed_button());
    cancel_ = make_button(*form_, cancel_button());
}

void NoticesStrip::lay_out()
{
    auto* form = new wxBoxSizer(wxHORIZONTAL);
    const auto space = wxSizerFlags().CentreVertical().Border(wxRIGHT, px(*this, gap::small));
    form->Add(new wxStaticText(form_, wxID_ANY, shown(form_words::required_label(what_was_done_label()))), space);
    form->Add(what_was_done_, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, px(*this, gap::small)));
    form->Add(reviewed_, space);
    form->Add(cancel_, wxSizerFlags().CentreVertical());
    form_->SetSizer(form);

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(rows_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, px(*this, gap::page)));
    column->Add(question_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::page)));
    column->Add(form_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::page)));
    column->Add(missing_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::page)));
    SetSizer(column);
}

void NoticesStrip::bind_gestures()
{
    what_was_done_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.type(utf8(what_was_done_->GetValue())); });
    });
    reviewed_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.review(); }); });
    cancel_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.put_aside(); }); });
    give_form_keys(
        *form_, [this] { presenter_.review(); }, [this] { presenter_.put_aside(); });
    question_->on_keep = [this] {
        presenter_.keep_typing();
        what_was_done_->SetFocus();
    };
    question_->on_throw_away = [this] { presenter_.throw_away(); };
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
    missing_->say(screen.is_missing ? what_was_done_missing() : std::string{});
    question_->ask(screen.asks_about_unsaved ? unsaved_review() : std::string{});
    const bool opens = screen.reviewing && !form_->IsShown();
    const bool shuts = !screen.reviewing && form_->IsShown();
    form_->Show(screen.reviewing.has_value());
    Show(!screen.open.empty());
    Layout();
    GetParent()->Layout();
    if (opens || screen.is_missing) {
        what_was_done_->SetFocus();
    } else if (shuts && first_review_ != nullptr) {
        first_review_->SetFocus();
    } else if (shuts) {
        on_all_reviewed();
    }
}

void NoticesStrip::draw_rows(const NoticesPresenter::Screen& screen)
{
    constexpr std::size_t most_in_sight = 3; // The next comes when one of them is reviewed.
    auto* old = rows_;
    old->Hide();
    rows_ = new Panel(this);
    first_review_ = nullptr;
    auto* column = new wxBoxSizer(wxVERTICAL);
    for (std::size_t index = 0; index < std::min(rows_shown_.size(), most_in_sight); ++index) {
        const auto& row = rows_shown_.at(index);
        auto* line = new wxBoxSizer(wxHORIZONTAL);
        auto* words = row.is_quiet ? new Paragraph(rows_, "\u25BD  " + row.words, Paragraph::Tone::plain)
                                   : new Paragraph(rows_, "\u25B2  " + row.words, Paragraph::Tone::alarm);
        line->Add(words, wxSizerFlags(1).CentreVertical().Border(wxRIGHT, px(*this, gap::medium)));
        auto* review = make_button(*rows_, review_button());
        set_accessible_name(*review, review_button() + " " + row.words);
        review->Bind(wxEVT_BUTTON, [this, notice = row.notice](wxCommandEvent&) {
            guarded(*this, [&] { presenter_.begin(notice); });
        });
        review->Show(!screen.reviewing);
        if (first_review_ == nullptr) {
            first_review_ = review;
        }
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
