#include "app/screens/news_strip.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"
#include "app/words/main_words.h"

#include <wx/sizer.h>

#include <algorithm>
#include <utility>

namespace app {

NewsStrip::NewsStrip(wxWindow* parent) : NewsStrip(parent, "mendline-news", main_words::name_of_news())
{
    close_ = make_button(*this, hide_button());
    set_accessible_name(*close_, main_words::close_news());
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { say({}); });
    GetSizer()->Add(close_, wxSizerFlags().CentreVertical().Border(wxALL, px(*this, gap::hair) / 2));
    SetMinSize({-1, GetSizer()->CalcMin().y});
    Show();
    close_->Hide();
}

NewsStrip::NewsStrip(wxWindow* parent, const char* style, std::string name) : Panel(parent), name_{std::move(name)}
{
    give_style(*this, style);
    words_ = new Paragraph(this, {});
    offers_row_ = new wxBoxSizer(wxHORIZONTAL);
    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->AddSpacer(px(*this, gap::medium));
    row->Add(words_, wxSizerFlags(1).CentreVertical().Border(wxALL, px(*this, gap::hair)));
    row->Add(offers_row_, wxSizerFlags().CentreVertical());
    SetSizer(row);
    Hide();
}

void NewsStrip::say(const std::string& words)
{
    say_aloud(*this, words == said_ ? std::string_view{} : words);
    said_ = words;
    words_->say(words);
    for (auto& [button, act] : offers_) {
        button->Hide();
    }
    set_accessible_name(*this, name_);
    show_what_is_said();
    GetParent()->Layout();
    Layout();
}

void NewsStrip::show_what_is_said()
{
    if (close_ == nullptr) {
        Show(!said_.empty());
        return;
    }
    close_->Show(!said_.empty());
    if (said_.empty()) {
        take_style(*this, "mendline-said");
    } else {
        give_style(*this, "mendline-said");
    }
}

void NewsStrip::offer(const std::string& button, std::function<void()> act)
{
    auto free = std::ranges::find_if(offers_, [](const auto& offer) { return !offer.first->IsShown(); });
    if (free == offers_.end()) {
        wxButton* fresh = make_button(*this, {});
        const std::size_t place = offers_.size();
        // The act may say something new, and so take itself away.
        fresh->Bind(wxEVT_BUTTON,
                    [this, place](wxCommandEvent&) { guarded(*this, [act = offers_.at(place).second] { act(); }); });
        offers_row_->Add(fresh, wxSizerFlags().Border(wxALL, px(*this, gap::hair)));
        free = offers_.insert(offers_.end(), {fresh, {}});
    }
    free->first->SetLabelText(shown(button));
    free->second = std::move(act);
    free->first->Show();
    GetParent()->Layout();
    Layout();
}

} // namespace app
