#include "app/screens/measure_history_view.h"

#include "app/screens/accessible.h"
#include "app/screens/form_keys.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/panel.h"
#include "app/screens/table_columns.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"
#include "app/words/button_words.h"

#include <wx/sizer.h>

#include <algorithm>
#include <optional>
#include <vector>

namespace app {

namespace {

// Columns that stand in the table only where they say something.
constexpr unsigned mark_place = 3;
constexpr unsigned band_place = 4;

} // namespace

MeasureHistoryView::MeasureHistoryView(wxWindow* parent, MeasuresPresenter& presenter)
    : Panel(parent), presenter_{presenter}
{
    create_controls();
    lay_out();
    bind_gestures();
}

void MeasureHistoryView::create_controls()
{
    nothing_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    table_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE);
    table_->SetSize(unplaced);
    set_accessible_name(*table_, measure_words::history_caption());
    std::vector<ColumnRoom> rooms;
    const auto add_column = [&](const std::string& title, const ColumnRoom& room) {
        table_->AppendColumn(new wxDataViewColumn(shown(title), new wxDataViewTextRenderer, table_->GetColumnCount(),
                                                  px(*this, room.wanted), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE));
        rooms.push_back(room);
    };
    add_column(measure_words::date_column(), {100, 96});
    add_column(measure_words::score_column(), {62, 58});
    add_column(measure_words::change_column(), {100, 96});
    add_column(measure_words::mark_column(), {116, 72});
    add_column(measure_words::band_column(), {142, 56});
    // How a form was answered is said below the table too, once it is chosen.
    add_column(measure_words::answered_column(), {.wanted = 128, .least = 104, .grows = true, .is_spare = true});
    keep_columns_inside(*table_, rooms);
    caption_ = make_caption(*this, {});
    in_error_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    scores_ = new ScoreList(this);
    answers_ = new Paragraph(this, {});
    scored_by_ = new Paragraph(this, {}, Paragraph::Tone::quiet);
    correct_ = make_button(*this, measure_words::correct_button());
    mark_ = make_button(*this, measure_words::mark_in_error_button());
    form_ = new Panel(this);
    reason_ = make_line(*form_, measure_words::reason_label());
    problem_ = new Paragraph(form_, {}, Paragraph::Tone::loud);
    mark_for_good_ = make_main_button(*form_, measure_words::mark_for_good_button());
    cancel_ = make_button(*form_, cancel_button());
}

void MeasureHistoryView::lay_out()
{
    const auto below = wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small));
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(mark_for_good_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    buttons->Add(cancel_);
    auto* form = new wxBoxSizer(wxVERTICAL);
    form->Add(new Paragraph(form_, measure_words::mark_explanation(), Paragraph::Tone::quiet), below);
    add_required_field(*form, *form_, measure_words::reason_label(), *reason_);
    form->Add(problem_, below);
    form->Add(buttons);
    form_->SetSizer(form);

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_caption(*this, measure_words::history_caption()), below);
    column->Add(nothing_, below);
    column->Add(table_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(caption_, below);
    column->Add(in_error_, below);
    column->Add(scores_, wxSizerFlags().Expand());
    column->Add(answers_, below);
    column->Add(scored_by_, below);
    auto* acts = new wxBoxSizer(wxHORIZONTAL);
    acts->Add(correct_, wxSizerFlags().Border(wxRIGHT, px(*this, gap::small)));
    acts->Add(mark_);
    column->Add(acts, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(form_, wxSizerFlags().Expand());
    SetSizer(column);
}

void MeasureHistoryView::bind_gestures()
{
    const auto guard = [this](const std::function<void()>& act) {
        return [this, act](wxCommandEvent&) { guarded(*this, act); };
    };
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED,
                 [this](wxDataViewEvent&) { guarded(*this, [this] { choose_row(); }); });
    correct_->Bind(wxEVT_BUTTON, guard([this] { presenter_.begin_correcting(); }));
    mark_->Bind(wxEVT_BUTTON, guard([this] { presenter_.begin_marking(); }));
    reason_->Bind(wxEVT_TEXT, guard([this] { presenter_.type_reason(utf8(reason_->GetValue())); }));
    mark_for_good_->Bind(wxEVT_BUTTON, guard([this] { presenter_.mark_in_error(); }));
    cancel_->Bind(wxEVT_BUTTON, guard([this] { presenter_.cancel_marking(); }));
    give_form_keys(
        *form_, [this] { presenter_.mark_in_error(); }, [this] { presenter_.cancel_marking(); });
}

void MeasureHistoryView::choose_row()
{
    const int row = table_->GetSelectedRow();
    if (!is_drawing_ && row != wxNOT_FOUND) {
        presenter_.show(rows_.at(static_cast<std::size_t>(row)).id);
    }
}

void MeasureHistoryView::draw(const MeasuresPresenter::Screen& screen)
{
    is_drawing_ = true;
    draw_rows(screen.history);
    draw_chosen(screen);
    is_drawing_ = false;
}

void MeasureHistoryView::draw_rows(const std::vector<HistoryRow>& rows)
{
    nothing_->say(rows.empty() ? measure_words::no_history() : std::string{});
    table_->Show(!rows.empty());
    if (rows == rows_) {
        return;
    }
    rows_ = rows;
    table_->DeleteAllItems();
    for (const HistoryRow& row : rows) {
        wxVector<wxVariant> cells;
        for (const std::string& cell :
             {row.date, row.score, row.change, row.is_in_error ? measure_words::in_error_mark() : std::string{},
              row.band, row.answered}) {
            cells.push_back(shown(cell));
        }
        table_->AppendItem(cells);
    }
    table_->GetColumn(band_place)->SetHidden(std::ranges::all_of(rows, [](const auto& row) {
        return row.band.empty();
    }));
    table_->GetColumn(mark_place)->SetHidden(std::ranges::none_of(rows, &HistoryRow::is_in_error));
    const int rows_in_sight = std::clamp(static_cast<int>(rows.size()), 1, 8);
    table_->SetMinSize({1, px(*this, 30) + rows_in_sight * px(*this, 26)});
}

void MeasureHistoryView::draw_chosen(const MeasuresPresenter::Screen& screen)
{
    const auto& detail = screen.detail;
    const auto row =
        std::ranges::find_if(rows_, [&](const HistoryRow& each) { return detail && each.id == detail->id; });
    if (row == rows_.end()) {
        table_->UnselectAll();
    } else if (const int index = static_cast<int>(row - rows_.begin()); table_->GetSelectedRow() != index) {
        table_->SelectRow(static_cast<unsigned>(index));
        table_->EnsureVisible(table_->RowToItem(index));
    }
    caption_->SetLabelText(shown(detail ? detail->caption : std::string{}));
    caption_->Show(detail.has_value());
    in_error_->say(detail ? detail->in_error : std::string{});
    scores_->show(detail ? detail->scores : std::vector<ScoreWords>{});
    answers_->say(detail ? detail->answers : std::string{});
    scored_by_->say(detail ? detail->scored_by : std::string{});
    const bool is_correcting = screen.entry && !screen.entry->corrects.empty();
    correct_->Show(screen.can_correct);
    mark_->Show(detail && detail->in_error.empty() && !screen.marking && !is_correcting);
    draw_marking(screen.marking);
}

void MeasureHistoryView::draw_marking(const std::optional<MeasuresPresenter::Marking>& marking)
{
    const bool opens = marking && !form_->IsShown();
    const bool shuts = !marking && form_->IsShown();
    form_->Show(marking.has_value());
    if (marking) {
        fill(*reason_, marking->reason);
        problem_->say(marking->problem ? measure_words::words_for(*marking->problem) : std::string{});
    }
    if (opens) {
        reason_->SetFocus();
    } else if (shuts) {
        (mark_->IsShown() ? static_cast<wxWindow*>(mark_) : table_)->SetFocus();
    }
}

} // namespace app
