// How the details of a client show what their presenters say.

#include "app/screens/accessible.h"
#include "app/screens/date_field.h"
#include "app/screens/details_panel.h"
#include "app/screens/episodes_panel.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/scrolled_page.h"
#include "app/screens/text.h"

#include <wx/app.h>

namespace app {

void DetailsPanel::draw_episodes(const EpisodesPresenter::Screen& screen)
{
    const bool was_open = episodes_->form().IsShown();
    episodes_->draw(screen);
    page_->Layout();
    if (episodes_->form().IsShown() && !was_open) {
        CallAfter([this] { page_->reveal_all_of(episodes_->form()); });
    }
    if (question_->IsShown() != screen.asks_about_unsaved) {
        question_->ask(screen.asks_about_unsaved ? details_words::unsaved_form() : std::string{});
        saved_->Show(!screen.asks_about_unsaved); // It speaks of the fields above only.
        Layout();
    }
}

void DetailsPanel::draw(const DetailsPresenter::Screen& screen)
{
    for (std::size_t index = 0; index < fields_.size(); ++index) {
        fill(*fields_.at(index), screen.texts.at(index));
        if (troubles_.at(index) != nullptr) {
            const auto& trouble = screen.troubles.at(index);
            const std::string words =
                trouble == DetailsTrouble::code_similar    ? words_for_similar_change(screen.similar_code)
                : trouble == DetailsTrouble::born_too_late ? words_for_late_birth(screen.entry_before_birth)
                : trouble                                  ? words_for(*trouble)
                                                           : std::string{};
            auto* date = dynamic_cast<DateField*>(fields_.at(index));
            troubles_.at(index)->say(date != nullptr && trouble == DetailsTrouble::date_unreadable ? date->refuse(words)
                                                                                                   : words);
        }
    }
    if (keep_code_->IsShown() == screen.similar_code.empty()) {
        keep_code_->Show(!screen.similar_code.empty());
        page_->Layout();
    }
    draw_notices(screen);
    draw_earlier(screen);
    saved_->SetLabelText(shown(screen.is_saved ? details_words::saved_as_you_type() : details_words::not_saved_yet()));
}

void DetailsPanel::draw_earlier(const DetailsPresenter::Screen& screen)
{
    const std::size_t versions = screen.earlier.size() + screen.more_earlier;
    const bool is_open = versions > 0 && earlier_->GetValue();
    const bool is_as_drawn = screen.earlier == earlier_shown_ && is_open == earlier_list_->IsShown() &&
                             (versions > 0) == earlier_->IsShown();
    if (is_as_drawn) {
        return;
    }
    earlier_->SetLabelText(shown(details_words::earlier_button(versions)));
    earlier_->Show(versions > 0);
    earlier_shown_ = screen.earlier;
    list_earlier(screen);
    page_->Layout();
}

void DetailsPanel::list_earlier(const DetailsPresenter::Screen& screen)
{
    const bool is_open = !screen.earlier.empty() && earlier_->GetValue();
    const bool had_focus = FindFocus() != nullptr && earlier_list_->IsDescendant(FindFocus());
    wxPanel* old = earlier_list_;
    old->Hide();
    earlier_list_ = new Panel(right_);
    auto* column = new wxBoxSizer(wxVERTICAL);
    for (std::size_t version = 0; is_open && version < screen.earlier.size(); ++version) {
        const EarlierDetails& earlier = screen.earlier[version];
        column->Add(new Paragraph(earlier_list_, earlier.heading, Paragraph::Tone::quiet),
                    wxSizerFlags().Expand().Border(wxTOP | wxBOTTOM, px(*this, gap::hair)));
        for (const EarlierText& text : earlier.texts) {
            auto* put_back = make_button(*earlier_list_, details_words::put_back_button());
            set_accessible_name(*put_back,
                                details_words::put_back_button() + " " +
                                    details_words::put_back_description(label_of(text.field), earlier.heading));
            put_back->Bind(wxEVT_BUTTON, [this, version, which = text.field](wxCommandEvent&) {
                guarded(*this, [&] { presenter_.put_back(version, which); });
            });
            auto* line = new wxBoxSizer(wxHORIZONTAL);
            line->Add(new Paragraph(earlier_list_, label_of(text.field) + ": " + text.text), wxSizerFlags(1));
            line->Add(put_back, wxSizerFlags().Border(wxLEFT, px(*this, gap::small)));
            column->Add(line, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
        }
    }
    if (is_open && screen.more_earlier > 0) {
        auto* more = make_button(*earlier_list_, details_words::more_earlier_button(screen.more_earlier));
        more->Bind(wxEVT_BUTTON,
                   [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.show_more_earlier(); }); });
        column->Add(more, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    }
    earlier_list_->SetSizer(column);
    // The button that was pressed is still at work in the old list.
    right_->GetSizer()->Replace(old, earlier_list_, true);
    wxTheApp->ScheduleForDestruction(old);
    earlier_list_->MoveAfterInTabOrder(earlier_);
    earlier_list_->Show(is_open);
    if (had_focus) {
        earlier_->SetFocus();
    }
}

void DetailsPanel::draw_notices(const DetailsPresenter::Screen& screen)
{
    notices_caption_->Show(!screen.reviewed_notices.empty());
    if (screen.reviewed_notices == notices_shown_) {
        return;
    }
    notices_shown_ = screen.reviewed_notices;
    wxSizer* column = notices_->GetSizer();
    column->Clear(true);
    for (const std::string& notice : notices_shown_) {
        column->Add(new Paragraph(notices_, notice, Paragraph::Tone::quiet),
                    wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    }
    page_->Layout();
}

} // namespace app
