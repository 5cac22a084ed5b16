#include "app/screens/session_list.h"

#include "app/screens/accessible.h"
#include "app/screens/layout.h"
#include "app/screens/table_columns.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace app {

namespace {

using enum SessionColumn;

constexpr std::array columns{std::pair{date, ColumnRoom{132, 128}},         std::pair{time, ColumnRoom{60, 56}},
                             std::pair{minutes, ColumnRoom{76, 70}},        std::pair{attendance, ColumnRoom{108, 102}},
                             std::pair{mark, ColumnRoom{112, 64}},          std::pair{modalities, ColumnRoom{160, 98}},
                             std::pair{opening, ColumnRoom{320, 150, true}}};

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

SessionList::SessionList(wxWindow* parent, model::HourClock hours) : Panel(parent), rows_{new SessionRows}
{
    create_controls(hours);
    lay_out();
    bind_gestures();
}

void SessionList::create_controls(model::HourClock hours)
{
    caption_ = make_caption(*this, words_for(NoteCaption::sessions));
    count_ = make_quiet(*this, {});
    new_ = make_main_button(*this, words_for(NoteButton::new_note));
    nothing_yet_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE);
    list_->SetSize(unplaced);
    list_->AssociateModel(rows_.get());
    std::vector<ColumnRoom> rooms;
    for (auto [column, room] : columns) {
        if (column == time && hours == model::HourClock::of_12) {
            room = {.wanted = 80, .least = 78};
        }
        list_->AppendTextColumn(shown(words_for(column)), static_cast<unsigned>(column), wxDATAVIEW_CELL_INERT,
                                px(*this, room.wanted), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
        rooms.push_back(room);
    }
    keep_columns_inside(*list_, rooms);
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
        const auto selected = note_at(list_->GetSelection());
        const auto top = note_at(list_->GetTopItem());
        rows_->show(screen.rows);
        select(row_of(selected).value_or(0));
        if (const auto at_top = row_of(top)) {
            // Coming from below, the row that is brought into sight stops at the top.
            list_->EnsureVisible(rows_->GetItem(static_cast<unsigned>(rows_->rows().size() - 1)));
            list_->EnsureVisible(rows_->GetItem(static_cast<unsigned>(*at_top)));
        }
    }
    count_->SetLabelText(shown(screen.count));
    nothing_yet_->say(screen.rows.empty() ? no_sessions_yet() : "");
    list_->Show(!screen.rows.empty());
    Layout();
}

std::optional<AnyNote> SessionList::note_at(const wxDataViewItem& item) const
{
    return item.IsOk() ? std::optional{rows_->rows().at(rows_->GetRow(item)).note} : std::nullopt;
}

std::optional<std::size_t> SessionList::row_of(const std::optional<AnyNote>& note) const
{
    const auto& rows = rows_->rows();
    const auto found = std::ranges::find_if(rows, [&](const SessionRow& row) { return note == row.note; });
    return found == rows.end() ? std::nullopt : std::optional{static_cast<std::size_t>(found - rows.begin())};
}

void SessionList::select(std::size_t row)
{
    if (row < rows_->rows().size()) {
        const auto item = rows_->GetItem(static_cast<unsigned>(row));
        if (list_->GetSelection() == item) {
            return; // The list stays where it is.
        }
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
