#include "app/screens/news_strip.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/button_words.h"
#include "app/words/main_words.h"

#include <wx/sizer.h>

#include <utility>

namespace app {

NewsStrip::NewsStrip(wxWindow* parent) : NewsStrip(parent, "mendline-news", main_words::name_of_news())
{
    close_ = make_button(*this, close_button());
    set_accessible_name(*close_, main_words::close_news());
    close_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { say({}); });
    GetSizer()->Add(close_, wxSizerFlags().CentreVertical().Border(wxALL, px(*this, gap::hair)));
}

NewsStrip::NewsStrip(wxWindow* parent, const char* style, std::string name) : wxPanel(parent), name_{std::move(name)}
{
    give_style(*this, style);
    words_ = new Paragraph(this, {});
    offer_ = make_button(*this, {});
    offer_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, act_); });
    offer_->Hide();

    auto* row = new wxBoxSizer(wxHORIZONTAL);
    row->Add(words_, wxSizerFlags(1).CentreVertical().Border(wxALL, px(*this, gap::small)));
    row->Add(offer_, wxSizerFlags().CentreVertical().Border(wxALL, px(*this, gap::hair)));
    SetSizer(row);
    Hide();
}

void NewsStrip::say(const std::string& words)
{
    said_ = words;
    words_->say(words);
    offer_->Hide();
    set_accessible_name(*this, name_);
    Show(!words.empty());
    GetParent()->Layout();
}

void NewsStrip::offer(const std::string& button, std::function<void()> act)
{
    offer_->SetLabelText(shown(button));
    act_ = std::move(act);
    offer_->Show();
    GetParent()->Layout();
    Layout();
}

} // namespace app
