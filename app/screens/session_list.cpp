#include "app/screens/session_list.h"

#include "app/screens/accessible.h"
#include "app/screens/layout.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"

#include <array>
#include <utility>

namespace app {

namespace {

using enum SessionColumn;

constexpr std::array columns{std::pair{date, 128},       std::pair{time, 60},  std::pair{minutes, 72},
                             std::pair{attendance, 104}, std::pair{mark, 112}, std::pair{modalities, 160},
                             std::pair{opening, 320}};

std::string cell_of(const SessionRow& row, SessionColumn column)
{
    switch (column) {
    case date:
        return row.date;
    case time:
        return row.time;
    case minutes:
        return row.length;
    case attendance:
        return row.attendance;
    case modalities:
        return row.modalities;
    case opening:
        return row.opening;
    case mark:
        break;
    }
    return words_for(row.mark);
}

} // namespace

/// The rows as the toolkit's list asks for them: one by one, however many there are.
class SessionRows : public wxDataViewVirtualListModel {
public:
    void show(std::vector<SessionRow> rows)
    {
        rows_ = std::move(rows);
        Reset(static_cast<unsigned>(rows_.size()));
    }

    const std::vector<SessionRow>& rows() const { return rows_; }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        value = shown(cell_of(rows_.at(row), static_cast<SessionColumn>(column)));
    }

    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& look) const override
    {
        const auto state = rows_.at(row).mark;
        look.SetBold(state == SessionMark::draft && column == static_cast<unsigned>(mark));
        look.SetStrikethrough(state == SessionMark::in_error && column == static_cast<unsigned>(opening));
        return !look.IsDefault();
    }

    bool SetValueByRow(const wxVariant& /*value*/, unsigned /*row*/, unsigned /*column*/) override { return false; }

private:
    std::vector<SessionRow> rows_;
};

SessionList::SessionList(wxWindow* parent) : Panel(parent), rows_{new SessionRows}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void SessionList::create_controls()
{
    caption_ = make_caption(*this, words_for(NoteCaption::sessions));
    count_ = make_quiet(*this, {});
    new_ = make_main_button(*this, words_for(NoteButton::new_note));
    nothing_yet_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE);
    list_->SetSize(unplaced);
    list_->AssociateModel(rows_.get());
    for (const auto& [column, width] : columns) {
        auto* made =
            list_->AppendTextColumn(shown(words_for(column)), static_cast<unsigned>(column), wxDATAVIEW_CELL_INERT,
                                    px(*this, width), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
        made->GetRenderer()->EnableEllipsize(wxELLIPSIZE_END);
    }
    set_accessible_name(*list_, words_for(NoteCaption::sessions));
}

void SessionList::lay_out()
{
    auto* top = new wxBoxSizer(wxHORIZONTAL);
    top->Add(caption_, wxSizerFlags().CenterVertical().Border(wxRIGHT, px(*this, gap::small)));
    top->Add(count_, wxSizerFlags(1).CenterVertical());
    top->Add(new_, wxSizerFlags().CenterVertical());
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(top, wxSizerFlags().Expand().Border(wxALL, px(*this, gap::page)));
    page->Add(nothing_yet_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT, px(*this, gap::page)));
    page->Add(list_, wxSizerFlags(1).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::page)));
    SetSizer(page);
}

void SessionList::bind_gestures()
{
    new_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { on_new(); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { open_selected(); });
}

void SessionList::draw(const SessionsPresenter::Screen& screen)
{
    if (rows_->rows() != screen.rows) {
        const auto selected = list_->GetSelection();
        const unsigned row = selected.IsOk() ? rows_->GetRow(selected) : 0;
        rows_->show(screen.rows);
        select(row);
    }
    count_->SetLabelText(shown(screen.count));
    nothing_yet_->say(screen.rows.empty() ? no_sessions_yet() : "");
    list_->Show(!screen.rows.empty());
    Layout();
}

void SessionList::select(std::size_t row)
{
    if (row < rows_->rows().size()) {
        const auto item = rows_->GetItem(static_cast<unsigned>(row));
        list_->Select(item);
        list_->SetCurrentItem(item);
        list_->EnsureVisible(item);
    }
}

void SessionList::focus_first()
{
    if (rows_->rows().empty()) {
        new_->SetFocus();
        return;
    }
    list_->SetFocus();
    if (!list_->GetSelection().IsOk()) {
        select(0);
    }
}

void SessionList::open_selected()
{
    const auto selected = list_->GetSelection();
    if (selected.IsOk()) {
        // A copy: what is opened may change the rows.
        const AnyNote note = rows_->rows().at(rows_->GetRow(selected)).note;
        on_open(note);
    }
}

} // namespace app
