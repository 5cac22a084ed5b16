#include "app/screens/import_answers_view.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/words/import_words.h"

#include <wx/app.h>

#include <utility>

namespace app {

ImportAnswersView::ImportAnswersView(wxWindow* parent, std::function<void(std::size_t)> change,
                                     std::function<void()> take_back)
    : Panel(parent), change_{std::move(change)}
{
    auto* caption = make_caption(*this, import_words::given_caption());
    take_back_ = make_button(*this, import_words::take_back_button());
    take_back_->Bind(wxEVT_BUTTON,
                     [this, take_back = std::move(take_back)](wxCommandEvent&) { guarded(*this, take_back); });
    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(caption, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(take_back_);
    SetSizer(column);
    Hide();
}

void ImportAnswersView::show(const std::vector<ImportAnswer>& given, bool is_enabled)
{
    if (given != drawn_) {
        drawn_ = given;
        if (rows_ != nullptr) {
            // The gesture that takes an answer back is still at work in it.
            rows_->Hide();
            GetSizer()->Detach(rows_);
            wxTheApp->ScheduleForDestruction(std::exchange(rows_, nullptr));
            buttons_.clear();
        }
        if (!given.empty()) {
            make_rows(given);
        }
    }
    // One can be taken back beside it.
    take_back_->Show(given.size() > 1);
    take_back_->Enable(is_enabled);
    for (wxButton* button : buttons_) {
        button->Enable(is_enabled);
    }
    Show(!given.empty());
}

void ImportAnswersView::make_rows(const std::vector<ImportAnswer>& given)
{
    rows_ = new Panel(this);
    auto* rows = new wxBoxSizer(wxVERTICAL);
    for (std::size_t index = 0; index < given.size(); ++index) {
        auto* button = make_button(*rows_, import_words::change_button());
        set_accessible_name(*button, import_words::change_name(given[index]));
        button->Bind(wxEVT_BUTTON,
                     [this, index](wxCommandEvent&) { guarded(*this, [this, index] { change_(index); }); });
        buttons_.push_back(button);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(button, wxSizerFlags().CentreVertical().Border(wxRIGHT, px(*this, gap::small)));
        row->Add(new Paragraph(rows_, words_for(given[index]), Paragraph::Tone::quiet),
                 wxSizerFlags(1).CentreVertical());
        rows->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    }
    rows_->SetSizer(rows);
    constexpr std::size_t below_caption = 1;
    GetSizer()->Insert(below_caption, rows_, wxSizerFlags().Expand());
}

} // namespace app
