#include "app/screens/caseload_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/words/people_words.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::array to_do_filters{CaseloadFilter::unsigned_notes, CaseloadFilter::measures_due,
                                   CaseloadFilter::notices};
constexpr std::array list_filters{CaseloadFilter::in_care, CaseloadFilter::all};

} // namespace

CaseloadPanel::CaseloadPanel(wxWindow* parent, const Workplace& place)
    : Panel(parent), presenter_{place.casebook, place.clock, place.names}
{
    give_style(*this, "mendline-side");
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void CaseloadPanel::focus_search()
{
    search_->SetFocus();
    search_->SelectAll();
}

void CaseloadPanel::create_controls()
{
    search_ = make_line(*this, main_words::search_label());
    search_->SetHint(shown(main_words::search_hint()));
    for (std::size_t index = 0; index < to_do_.size(); ++index) {
        to_do_.at(index) = new CountButton{this, label_of(to_do_filters.at(index))};
    }
    filter_ = new wxChoice(this, wxID_ANY);
    for (const CaseloadFilter filter : list_filters) {
        filter_->Append(shown(label_of(filter)));
    }
    set_accessible_name(*filter_, main_words::filter_label());
    list_ = new CaseloadList{this};
    empty_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    add_client_ = make_button(*this, main_words::add_client_button());
    signed_in_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
}

void CaseloadPanel::lay_out()
{
    const int side = px(*this, gap::medium);
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(search_, wxSizerFlags().Expand().Border(wxALL, side));
    column->Add(make_caption(*this, main_words::to_do_caption()), wxSizerFlags().Border(wxLEFT | wxRIGHT, side));
    column->AddSpacer(px(*this, gap::hair));
    for (CountButton* button : to_do_) {
        column->Add(button, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, px(*this, gap::hair)));
    }
    auto* head = new wxBoxSizer(wxHORIZONTAL);
    head->Add(make_caption(*this, main_words::caseload_caption()), wxSizerFlags(1).CentreVertical());
    head->Add(filter_, wxSizerFlags().CentreVertical());
    column->Add(head, wxSizerFlags().Expand().Border(wxALL, side));
    column->Add(empty_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT, px(*this, gap::small)));
    column->Add(add_client_, wxSizerFlags().Expand().Border(wxALL, side));
    column->Add(signed_in_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, side));
    SetSizer(column);
}

void CaseloadPanel::bind_gestures()
{
    search_->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
        guarded(*this, [this] { presenter_.search(utf8(search_->GetValue())); });
    });
    search_->Bind(wxEVT_KEY_DOWN, [this](wxKeyEvent& event) { heed_search_key(event); });
    for (std::size_t index = 0; index < to_do_.size(); ++index) {
        to_do_.at(index)->Bind(wxEVT_TOGGLEBUTTON, [this, index](wxCommandEvent&) {
            guarded(*this, [&] { presenter_.toggle(to_do_filters.at(index)); });
        });
    }
    filter_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        const auto chosen = static_cast<std::size_t>(event.GetInt());
        if (chosen < list_filters.size()) {
            guarded(*this, [&] { presenter_.filter(list_filters.at(chosen)); });
        }
    });
    list_->on_select = [this](model::ClientId client) { presenter_.select(client); };
    list_->on_enter = [this] { on_enter(); };
    add_client_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, on_add_client); });
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void CaseloadPanel::draw(const CaseloadPresenter::Screen& screen)
{
    fill(*search_, screen.search);
    const std::array counts{screen.to_do.unsigned_notes, screen.to_do.measures_due, screen.to_do.notices};
    for (std::size_t index = 0; index < to_do_.size(); ++index) {
        to_do_.at(index)->show_count(counts.at(index));
        to_do_.at(index)->SetValue(screen.filter == to_do_filters.at(index));
    }
    show_filter(screen.filter);
    list_->draw(screen.rows, screen.selected);
    empty_->say(screen.rows.empty() ? words_for_empty_list(screen.filter, screen.search, screen.is_empty)
                                    : std::string{});
    signed_in_->say(screen.signed_in.empty() ? std::string{} : people_words::signed_in_as(screen.signed_in));
    if (selected_ != screen.selected) {
        selected_ = screen.selected;
        on_select(selected_);
    }
}

void CaseloadPanel::show_filter(CaseloadFilter filter)
{
    const auto* listed = std::ranges::find(list_filters, filter);
    const auto chosen = static_cast<unsigned>(listed - list_filters.begin());
    // What is to do is chosen above; here it only says what the list shows.
    while (filter_->GetCount() > list_filters.size()) {
        filter_->Delete(filter_->GetCount() - 1);
    }
    if (chosen == list_filters.size()) {
        filter_->Append(shown(label_of(filter)));
    }
    filter_->SetSelection(static_cast<int>(chosen));
}

void CaseloadPanel::heed_search_key(wxKeyEvent& event)
{
    switch (event.GetKeyCode()) {
    case WXK_ESCAPE:
        search_->Clear();
        return;
    case WXK_DOWN:
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        list_->SetFocus(); // First: what holds the client's page may ask something.
        guarded(*this, [this] { presenter_.select_first(); });
        return;
    default:
        event.Skip();
    }
}

} // namespace app
