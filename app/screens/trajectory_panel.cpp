#include "app/screens/trajectory_panel.h"

#include "app/screens/accessible.h"
#include "app/screens/chip.h"
#include "app/screens/colours.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/table_columns.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"
#include "app/words/trajectory_tab_words.h"

#include <wx/sizer.h>

#include <algorithm>

namespace app {

namespace {

constexpr std::array ranges_offered{model::Range::three_months, model::Range::six_months, model::Range::year,
                                    model::Range::episode, model::Range::all};

/// How the height is shared where the reading stands below the chart.
constexpr int share_of_chart = 3;
constexpr int share_of_reading = 2;

/// Far enough to reach the end of any line.
constexpr int to_the_end = 1'000'000'000;

} // namespace

TrajectoryPanel::TrajectoryPanel(wxWindow* parent, const Workplace& place, model::ClientId client)
    : Tab(parent), presenter_{place, client}, typeface_{utf8(GetFont().GetFaceName())}, ruler_{typeface_}
{
    create_controls();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void TrajectoryPanel::focus_first()
{
    chart_->IsShownOnScreen() ? chart_->SetFocus() : table_->SetFocus();
}

void TrajectoryPanel::create_controls()
{
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
        const auto name = trajectory_tab_words::range_name(ranges_offered.at(i));
        ranges_.at(i) = make_chip(*this, name);
        set_accessible_name(*ranges_.at(i), trajectory_tab_words::ranges_name() + ": " + name);
    }
    panels_ = make_button(*this, trajectory_tab_words::panels_button());
    table_button_ = make_button(*this, trajectory_tab_words::table_button());
    save_ = make_button(*this, trajectory_tab_words::save_button());
    saving_ = new PdfSaving(this);
    scrolled_ = new wxScrolledWindow(this, wxID_ANY, wxDefaultPosition, unplaced, wxVSCROLL);
    scrolled_->SetScrollRate(0, px(*this, gap::large));
    chart_ = new SceneView(scrolled_);
    set_accessible_name(*chart_, trajectory_tab_words::chart_name());
    create_table();
    side_ = new TrajectorySide(this);
}

void TrajectoryPanel::create_table()
{
    table_ = new wxDataViewListCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxDV_ROW_LINES);
    table_->SetSize(unplaced);
    std::vector<ColumnRoom> rooms;
    const auto add_column = [&](const std::string& name, const ColumnRoom& room, wxAlignment align = wxALIGN_LEFT) {
        table_->AppendTextColumn(shown(name), wxDATAVIEW_CELL_INERT, px(*this, room.wanted), align);
        rooms.push_back(room);
    };
    add_column(trajectory_tab_words::date_column(), {104, 98});
    add_column(trajectory_tab_words::value_column(), {64, 60}, wxALIGN_RIGHT);
    add_column(trajectory_tab_words::line_column(), {240, 170, true});
    add_column(trajectory_tab_words::rater_column(), {88, 84});
    add_column(trajectory_tab_words::band_column(), {136, 60});
    add_column(trajectory_tab_words::items_column(), {126, 64});
    keep_columns_inside(*table_, rooms);
    set_accessible_name(*table_, trajectory_tab_words::table_name());
}

void TrajectoryPanel::lay_out()
{
    auto* ranges = new wxBoxSizer(wxHORIZONTAL);
    for (auto* range : ranges_) {
        ranges->Add(range, wxSizerFlags().CentreVertical().Border(wxRIGHT, px(*this, gap::small)));
    }
    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    for (auto* button : {panels_, table_button_, save_}) {
        const int distance = button == save_ ? 0 : px(*this, gap::small);
        buttons->Add(button, wxSizerFlags().CentreVertical().Border(wxRIGHT, distance));
    }
    tools_ = new wxBoxSizer(wxHORIZONTAL);
    tools_->Add(ranges, wxSizerFlags().Expand());
    tools_->Add(px(*this, gap::small), px(*this, gap::small), 1);
    tools_->Add(buttons, wxSizerFlags().Expand());

    auto* inside = new wxBoxSizer(wxVERTICAL);
    inside->Add(chart_);
    scrolled_->SetSizer(inside);

    side_->SetMinSize({px(*this, 296), px(*this, 120)});
    saving_->SetMinSize({px(*this, 264), -1});
    aside_ = new wxBoxSizer(wxVERTICAL);
    aside_->Add(saving_, wxSizerFlags().Expand().Border(wxALL, px(*this, gap::large)));
    aside_->Add(side_, wxSizerFlags(1).Expand());
    line_beside_ = new wxStaticLine(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxLI_VERTICAL);
    line_below_ = new wxStaticLine(this);
    line_below_->Hide();
    columns_ = new wxBoxSizer(wxHORIZONTAL);
    columns_->Add(scrolled_, wxSizerFlags(share_of_chart).Expand().Border(wxLEFT, px(*this, gap::page)));
    columns_->Add(table_,
                  wxSizerFlags(share_of_chart).Expand().Border(wxLEFT | wxRIGHT | wxBOTTOM, px(*this, gap::page)));
    columns_->Add(line_beside_, wxSizerFlags().Expand());
    columns_->Add(line_below_, wxSizerFlags().Expand());
    columns_->Add(aside_, wxSizerFlags().Expand());

    auto* all = new wxBoxSizer(wxVERTICAL);
    all->Add(tools_, wxSizerFlags().Expand().Border(wxLEFT | wxRIGHT | wxTOP, px(*this, gap::page)));
    all->AddSpacer(px(*this, gap::medium));
    all->Add(columns_, wxSizerFlags(1).Expand());
    SetSizer(all);
}

void TrajectoryPanel::bind_gestures()
{
    const auto guard = [this](const std::function<void()>& act) {
        return [this, act](wxCommandEvent&) { guarded(*this, act); };
    };
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
        ranges_.at(i)->Bind(wxEVT_TOGGLEBUTTON, guard([this, i] { presenter_.show(ranges_offered.at(i)); }));
    }
    panels_->Bind(wxEVT_BUTTON, guard([this] { choose_panels(); }));
    table_button_->Bind(wxEVT_BUTTON, guard([this] { presenter_.show_table(!presenter_.screen().is_table); }));
    save_->Bind(wxEVT_BUTTON, guard([this] { offer_saving(); }));
    Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        fold();
        size.Skip();
    });
    scrolled_->Bind(wxEVT_SIZE, [this](wxSizeEvent& size) {
        guarded(*this, [this] { draw_chart(); });
        size.Skip();
    });
    saving_->on_save = [this](const std::optional<std::string>& password) { save_pdf(password); };
    table_->Bind(wxEVT_DATAVIEW_SELECTION_CHANGED,
                 [this](wxDataViewEvent&) { guarded(*this, [this] { choose_from_table(); }); });
    table_->Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED,
                 [this](wxDataViewEvent&) { guarded(*this, [this] { presenter_.open_note(); }); });
    chart_->on_click = [this](const HitArea* area) {
        area != nullptr ? presenter_.choose(std::string{area->key}) : presenter_.choose_nothing();
    };
    chart_->on_key = [this](int code, bool) { return use_key(code); };
    side_->on_open_note = [this] { presenter_.open_note(); };
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

/// In a narrow window the reading stands below the chart, where both have the whole width.
void TrajectoryPanel::fold()
{
    fold_tools();
    const bool is_narrow = GetClientSize().x < px(*this, 860);
    if (is_narrow == is_folded_) {
        return;
    }
    is_folded_ = is_narrow;
    columns_->SetOrientation(is_narrow ? wxVERTICAL : wxHORIZONTAL);
    columns_->GetItem(aside_)->SetProportion(is_narrow ? share_of_reading : 0);
    aside_->SetOrientation(is_narrow ? wxHORIZONTAL : wxVERTICAL);
    line_beside_->Show(!is_narrow);
    line_below_->Show(is_narrow);
}

/// In a narrow window the buttons stand below the ranges.
void TrajectoryPanel::fold_tools()
{
    tools_->SetOrientation(wxHORIZONTAL);
    const int needed = tools_->CalcMin().x + 2 * px(*this, gap::page);
    tools_->SetOrientation(GetClientSize().x < needed ? wxVERTICAL : wxHORIZONTAL);
}

bool TrajectoryPanel::use_key(int code)
{
    switch (code) {
    case WXK_LEFT:
        presenter_.step(-1);
        break;
    case WXK_RIGHT:
        presenter_.step(1);
        break;
    case WXK_HOME:
        presenter_.step(-to_the_end);
        break;
    case WXK_END:
        presenter_.step(to_the_end);
        break;
    case WXK_UP:
        presenter_.step_line(-1);
        break;
    case WXK_DOWN:
        presenter_.step_line(1);
        break;
    case WXK_RETURN:
    case WXK_NUMPAD_ENTER:
        presenter_.open_note();
        return true;
    case WXK_ESCAPE:
        presenter_.choose_nothing();
        return true;
    default:
        return false;
    }
    bring_chosen_into_view();
    return true;
}

void TrajectoryPanel::draw(const TrajectoryPresenter::Screen& screen)
{
    for (std::size_t i = 0; i < ranges_.size(); ++i) {
        set_chosen(*ranges_.at(i), screen.range == ranges_offered.at(i));
    }
    table_button_->SetLabel(
        shown(screen.is_table ? trajectory_tab_words::chart_button() : trajectory_tab_words::table_button()));
    panels_->Enable(!screen.choices.empty());
    save_->Enable(!screen.trajectory.panels.empty());
    saving_->allow(!screen.trajectory.panels.empty());
    const bool is_other_view = table_->IsShown() != screen.is_table;
    table_->Show(screen.is_table);
    scrolled_->Show(!screen.is_table);
    if (is_other_view) {
        Layout();
    }
    draw_table(screen);
    draw_chart();
    side_->draw(screen);
}

void TrajectoryPanel::draw_chart()
{
    if (!scrolled_->IsShown()) {
        return;
    }
    const auto& screen = presenter_.screen();
    const auto options = presenter_.chart_options();
    const wxSize room = ToDIP(scrolled_->GetClientSize());
    const double width = std::max(0, room.x - gap::large);
    const double natural = natural_chart_height(screen.trajectory, width, ruler_, options);
    const Size size{width, std::max(natural, static_cast<double>(room.y - gap::small))};
    const auto palette = screen_palette(*this);
    chart_->show(trajectory_chart(screen.trajectory, size, ruler_, palette, options), palette.paper, 1, typeface_);
    set_accessible_description(*chart_, screen.chosen
                                            ? screen.chosen->words
                                            : chart_->scene().description + " " + trajectory_tab_words::chart_hint());
    scrolled_->FitInside();
}

void TrajectoryPanel::draw_table(const TrajectoryPresenter::Screen& screen)
{
    if (screen.rows == rows_drawn_) {
        return;
    }
    rows_drawn_ = screen.rows;
    table_->DeleteAllItems();
    for (const auto& row : rows_drawn_) {
        wxVector<wxVariant> cells;
        for (const auto* cell : {&row.date, &row.value, &row.line, &row.rater, &row.band, &row.items}) {
            cells.push_back(wxVariant(shown(*cell)));
        }
        table_->AppendItem(cells);
    }
}

void TrajectoryPanel::bring_chosen_into_view()
{
    const auto& chosen = presenter_.screen().chosen;
    if (!chosen || !chosen->place) {
        return;
    }
    const auto& areas = chart_->scene().hit_areas;
    const auto area = std::ranges::find(areas, hit_key(*chosen->place), &HitArea::key);
    if (area == areas.end()) {
        return;
    }
    const int step = px(*this, gap::large);
    const int y = FromDIP(static_cast<int>(area->at.y));
    const int margin = 6 * step;
    const int top = scrolled_->GetViewStart().y * step;
    const int height = scrolled_->GetClientSize().y;
    if (y - margin < top || y + margin > top + height) {
        scrolled_->Scroll(0, std::max(0, y - height / 2) / step);
    }
}

void TrajectoryPanel::choose_from_table()
{
    const int row = table_->GetSelectedRow();
    if (row != wxNOT_FOUND && static_cast<std::size_t>(row) < rows_drawn_.size()) {
        presenter_.choose(hit_key(rows_drawn_[static_cast<std::size_t>(row)].place));
    }
}

} // namespace app
