#include "app/screens/score_list.h"

#include "app/screens/form.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"

#include <wx/sizer.h>

namespace app {

namespace {

bool are_same_scales(const std::vector<ScoreWords>& one, const std::vector<ScoreWords>& other)
{
    if (one.size() != other.size()) {
        return false;
    }
    for (std::size_t i = 0; i < one.size(); ++i) {
        if (one[i].name != other[i].name || one[i].is_lead != other[i].is_lead) {
            return false;
        }
    }
    return true;
}

} // namespace

ScoreList::ScoreList(wxWindow* parent) : Panel(parent)
{
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Hide();
}

void ScoreList::show(const std::vector<ScoreWords>& scores)
{
    if (scores == shown_) {
        return;
    }
    if (!are_same_scales(scores, shown_)) {
        make_rows(scores);
    }
    shown_ = scores;
    for (std::size_t i = 0; i < scores.size(); ++i) {
        rows_[i].value->SetLabelText(app::shown(scores[i].value));
        rows_[i].why->say(scores[i].why);
    }
    Show(!scores.empty());
}

void ScoreList::make_rows(const std::vector<ScoreWords>& scores)
{
    // No control of this panel acts, so none of them can be at work now.
    DestroyChildren();
    GetSizer()->Clear();
    rows_.clear();
    for (const ScoreWords& score : scores) {
        auto* name = new wxStaticText(this, wxID_ANY, app::shown(score.name), wxDefaultPosition, wxDefaultSize,
                                      wxST_ELLIPSIZE_END);
        name->SetMinSize({px(*this, 168), -1});
        name->SetMaxSize({px(*this, 168), -1});
        auto* value = new wxStaticText(this, wxID_ANY, {}, wxDefaultPosition, wxDefaultSize, wxALIGN_RIGHT);
        value->SetMinSize({px(*this, 48), -1});
        make_bold(*value);
        if (score.is_lead) {
            make_bold(*name);
        }
        auto* why = new Paragraph(this, {}, Paragraph::Tone::quiet);
        auto* row = new wxBoxSizer(wxHORIZONTAL);
        row->Add(name, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
        row->Add(value, wxSizerFlags().Border(wxRIGHT, px(*this, gap::medium)));
        // A row gives no width to its paragraphs; a column within it does.
        auto* reasons = new wxBoxSizer(wxVERTICAL);
        reasons->Add(why, wxSizerFlags().Expand());
        row->Add(reasons, wxSizerFlags(1));
        GetSizer()->Add(row, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
        rows_.push_back({.name = name, .value = value, .why = why});
    }
}

} // namespace app
