#include "app/screens/measures_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/table_columns.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"

#include <wx/filedlg.h>
#include <wx/sizer.h>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace app {

namespace {

/// Marks what was entered for a measure; no field is called so.
const std::string answers_prefix = "answers: ";

constexpr unsigned score_place = 2; ///< Among the columns of the list.

} // namespace

MeasuresPanel::MeasuresPanel(wxWindow* parent, const Workplace& place, model::ClientId client)
    : Tab(parent), presenter_{place, client}
{
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void MeasuresPanel::focus_first()
{
    if (entry_->IsShown()) {
        entry_->focus_answers();
    } else {
        enter_->SetFocus();
    }
}

bool MeasuresPanel::leave()
{
    bool may_leave = false;
    return guarded(*this, [&] { may_leave = presenter_.may_leave(); }) && may_leave;
}

std::vector<storage::LeftOpen::Typed> MeasuresPanel::entered_elsewhere() const
{
    std::vector<storage::LeftOpen::Typed> entered;
    for (const auto& [measure, left] : presenter_.as_left()) {
        entered.push_back(
            {.tab = static_cast<int>(TabKind::measures), .field = answers_prefix + measure, .text = left});
    }
    // What is taken up last is in front, and gets what stood in the fields.
    std::ranges::stable_partition(entered, [in_front = answers_prefix + presenter_.definition().code](const auto& any) {
        return any.field != in_front;
    });
    return entered;
}

std::vector<storage::LeftOpen::Typed> MeasuresPanel::open_forms_for(std::vector<storage::LeftOpen::Typed> typed)
{
    std::erase_if(typed, [this](const storage::LeftOpen::Typed& words) {
        return words.field.starts_with(answers_prefix) &&
               presenter_.take_up(words.field.substr(answers_prefix.size()), words.text);
    });
    return typed;
}

void MeasuresPanel::create_controls()
{
    create_list();
    create_page();
}

void MeasuresPanel::create_list()
{
    list_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE);
    list_->SetSize(unplaced);
    set_accessible_name(*list_, measure_words::list_name());
    std::vector<ColumnRoom> rooms;
    const auto add_column = [&](const std::string& title, const ColumnRoom& room) {
        list_->AppendColumn(new wxDataViewColumn(shown(title), new wxDataViewTextRenderer, list_->GetColumnCount(),
                                                 px(*this, room.wanted), wxALIGN_LEFT, 0));
        rooms.push_back(room);
    };
    add_column(measure_words::measure_column(), {146, 90, true});
    add_column(measure_words::last_column(), {98, 96});
    add_column(measure_words::score_column(), {60, 58});
    add_column(measure_words::due_column(), {52, 46});
    keep_columns_inside(*list_, rooms);
    add_measure_ = make_button(*this, measure_words::add_measure_button());
    definition_said_ = new Paragraph(this, {});
}

void MeasuresPanel::create_page()
{
    page_ = new ScrolledPage(this);
    question_ = new UnsavedQuestion(&page_->content());
    name_ = make_heading(page_->content(), {});
    full_name_ = new Paragraph(&page_->content(), {});
    form_ = new Paragraph(&page_->content(), {}, Paragraph::Tone::quiet);
    interval_ = new Paragraph(&page_->content(), {}, Paragraph::Tone::quiet);
    enter_ = make_main_button(page_->content(), measure_words::enter_button());
    entry_ = new MeasureEntryView(&page_->content(), presenter_);
    said_ = new Paragraph(&page_->content(), {});
    reading_caption_ = make_caption(page_->content(), measure_words::reading_caption());
    reading_ = new Paragraph(&page_->content(), {});
    reading_basis_ = new Disclosure(&page_->content(), how_calculated());
    reading_footnote_ = new Paragraph(&page_->content(), {}, Paragraph::Tone::quiet);
    history_ = new MeasureHistoryView(&page_->content(), presenter_);
    licence_ = new Paragraph(&page_->content(), {}, Paragraph::Tone::quiet);
    retire_ = make_button(page_->content(), measure_words::reinstate_button());
}

void MeasuresPanel::lay_out()
{
    const auto below = [this](int distance) { return wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, distance)); };
    auto* left = new wxBoxSizer(wxVERTICAL);
    left->Add(make_heading(*this, measure_words::heading()), below(gap::medium));
    left->Add(list_, wxSizerFlags(1).Expand().Border(wxBOTTOM, px(*this, gap::small)));
    left->Add(add_measure_, below(gap::small));
    left->Add(definition_said_, wxSizerFlags().Expand());
    list_column_ = left;
    fit_list();

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(question_, below(gap::large));
    column->Add(name_, below(gap::hair));
    column->Add(full_name_, below(gap::hair));
    column->Add(form_, below(gap::hair));
    column->Add(interval_, below(gap::medium));
    column->Add(enter_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(entry_, below(gap::large));
    column->Add(said_, below(gap::large));
    column->Add(reading_caption_, below(gap::small));
    column->Add(reading_, below(gap::small));
    column->Add(reading_basis_, wxSizerFlags().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(reading_basis_->words(), below(gap::small));
    column->Add(reading_footnote_, below(gap::small));
    column->AddSpacer(px(*this, gap::medium));
    column->Add(history_, below(gap::large));
    column->Add(licence_, wxSizerFlags().Expand());
    column->Add(retire_, wxSizerFlags().Border(wxTOP, px(*this, gap::medium)));
    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(column, wxSizerFlags().Expand().Border(wxALL, px(*this, gap::page)));
    page_->content().SetSizer(inside);

    auto* all = new wxBoxSizer(wxHORIZONTAL);
    all->Add(left, wxSizerFlags().Expand().Border(wxLEFT | wxTOP | wxBOTTOM, px(*this, gap::page)));
    all->Add(page_, wxSizerFlags(1).Expand());
    SetSizer(all);
}

void MeasuresPanel::fit_list()
{
    // In a small window the form needs the room more than the list does; the scores stand in the history too.
    const bool is_narrow = GetClientSize().x < px(*this, 860);
    list_->GetColumn(score_place)->SetHidden(is_narrow);
    list_column_->SetMinSize(px(*this, is_narrow ? 304 : 364), -1);
}

void MeasuresPanel::bind_gestures()
{
    reading_basis_->on_toggle = [this](bool) {
        Layout();
        page_->Layout();
    };
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        fit_list();
        size.Skip();
    });
    const auto guard = [this](const std::function<void()>& act) {
        return [this, act](wxCommandEvent&) { guarded(*this, act); };
    };
    list_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED,
                [this](wxDataViewEvent&) { guarded(*this, [this] { choose_row(); }); });
    list_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED,
                [this](wxDataViewEvent&) { guarded(*this, [this] { presenter_.begin_entry(); }); });
    enter_->Bind(wxEVT_BUTTON, guard([this] { presenter_.begin_entry(); }));
    retire_->Bind(wxEVT_BUTTON, guard([this] { presenter_.retire(); }));
    add_measure_->Bind(wxEVT_BUTTON, guard([this] { add_definition(); }));
    question_->on_keep = [this] {
        presenter_.keep_entering();
        if (entry_->IsShown()) {
            entry_->focus_answers();
        }
    };
    question_->on_throw_away = [this] { presenter_.throw_away(); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void MeasuresPanel::choose_row()
{
    const int row = list_->GetSelectedRow();
    if (!is_drawing_ && row != wxNOT_FOUND) {
        presenter_.choose(static_cast<std::size_t>(row));
    }
}

void MeasuresPanel::add_definition()
{
    wxFileDialog dialog{this, shown(measure_words::choose_definition_title()), {},
                        {},   shown(measure_words::definition_files()),        wxFD_OPEN | wxFD_FILE_MUST_EXIST};
    if (dialog.ShowModal() != wxID_OK) {
        return;
    }
    constexpr std::size_t largest = 1'000'000; // A definition has some kilobytes.
    std::ifstream file{utf8(dialog.GetPath()), std::ios::binary};
    std::string json(largest, '\0');
    file.read(json.data(), static_cast<std::streamsize>(json.size()));
    json.resize(static_cast<std::size_t>(file.gcount()));
    if (json.empty() || json.size() == largest) {
        presenter_.refuse_definition_file();
    } else {
        presenter_.add_definition(json);
    }
}

void MeasuresPanel::draw(const MeasuresPresenter::Screen& screen)
{
    const bool entry_was_open = entry_->IsShown();
    is_drawing_ = true;
    draw_list(screen);
    is_drawing_ = false;
    question_->ask(measure_words::unsaved_entries(screen.unsaved, screen.unsaved_reasons));
    draw_about(screen.about);
    enter_->Show(!screen.entry && !screen.about.is_retired);
    retire_->SetLabelText(
        shown(screen.about.is_retired ? measure_words::reinstate_button() : measure_words::retire_button()));
    retire_->Show(screen.about.is_own && !screen.entry);
    entry_->draw(screen.entry);
    said_->say(screen.said);
    definition_said_->say(words_for(screen.definition));
    draw_readings(screen);
    history_->draw(screen);
    if (entry_was_open && !screen.entry && !list_->HasFocus()) {
        enter_->SetFocus();
    }
    Layout();
    page_->Layout();
    if (screen.entry && screen.entry->by_items &&
        (screen.entry->cursor != cursor_shown_ || screen.entry->alerts != alerts_shown_)) {
        cursor_shown_ = screen.entry->cursor;
        alerts_shown_ = screen.entry->alerts;
        page_->reveal(*entry_, entry_->place_of_work());
        // What appeared finds its height only when everything is laid out.
        CallAfter([this] {
            if (entry_->IsShown()) {
                page_->reveal(*entry_, entry_->place_of_work());
            }
        });
    }
}

void MeasuresPanel::draw_list(const MeasuresPresenter::Screen& screen)
{
    if (rows_ != screen.measures) {
        rows_ = screen.measures;
        list_->DeleteAllItems();
        for (const MeasuresPresenter::Row& row : rows_) {
            wxVector<wxVariant> cells;
            for (const std::string& cell : {row.name, row.last, row.score,
                                            row.is_being_entered ? measure_words::entering_mark()
                                            : row.is_due         ? measure_words::due_mark()
                                                                 : std::string{}}) {
                cells.push_back(shown(cell));
            }
            list_->AppendItem(cells);
        }
    }
    if (list_->GetSelectedRow() != static_cast<int>(screen.chosen)) {
        list_->SelectRow(static_cast<unsigned>(screen.chosen));
    }
}

void MeasuresPanel::draw_about(const MeasuresPresenter::About& about)
{
    name_->say(about.name);
    full_name_->say(about.full_name);
    form_->say(about.form);
    interval_->say(about.interval);
    licence_->say(about.licence);
}

void MeasuresPanel::draw_readings(const MeasuresPresenter::Screen& screen)
{
    std::string facts;
    std::string bases;
    for (const ReadingWords& reading : screen.readings) {
        facts += (facts.empty() ? "" : "\n") + reading.lead + (reading.body.empty() ? "" : " " + reading.body);
    }
    for (const std::string& basis : screen.reading_bases) {
        bases += (bases.empty() ? "" : "\n") + basis;
    }
    reading_caption_->Show(!screen.readings.empty());
    reading_->say(facts);
    reading_basis_->say(bases);
    reading_footnote_->say(screen.reading_footnote);
}

} // namespace app
