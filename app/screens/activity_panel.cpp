#include "app/screens/activity_panel.h"

#include "app/output/files.h"
#include "app/screens/accessible.h"
#include "app/screens/escape.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/save_dialog.h"
#include "app/screens/table_columns.h"
#include "app/screens/text.h"
#include "app/screens/theme.h"
#include "app/screens/unplaced.h"
#include "app/words/button_words.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace app {

namespace {

constexpr unsigned when_column = 0;
constexpr unsigned who_column = 1;
constexpr unsigned what_column = 2;

} // namespace

/// The lines as the toolkit's list asks for them: one by one, however many there are.
class ActivityLines : public wxDataViewVirtualListModel {
public:
    void show(std::vector<ActivityPresenter::Line> lines)
    {
        lines_ = std::move(lines);
        Reset(static_cast<unsigned>(lines_.size()));
    }

    const std::vector<ActivityPresenter::Line>& lines() const { return lines_; }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        const auto& line = lines_.at(row);
        value = shown(column == when_column   ? line.when
                      : column == who_column  ? line.who
                      : column == what_column ? line.what
                                              : line.client);
    }

    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& look) const override
    {
        look.SetBold(lines_.at(row).is_damaged && column == what_column);
        return !look.IsDefault();
    }

    bool SetValueByRow(const wxVariant& /*value*/, unsigned /*row*/, unsigned /*column*/) override { return false; }

private:
    std::vector<ActivityPresenter::Line> lines_;
};

ActivityPanel::ActivityPanel(wxWindow* parent, const Workplace& place, std::function<void()> on_done)
    : Panel(parent), presenter_{place}, on_done_{std::move(on_done)}, lines_{new ActivityLines}
{
    give_style(*this, "mendline-page");
    create_controls();
    create_list();
    lay_out();
    bind_gestures();
    draw(presenter_.screen());
}

void ActivityPanel::create_controls()
{
    client_ = new wxChoice(this, wxID_ANY);
    set_accessible_name(*client_, activity_words::client_label());
    group_ = new wxChoice(this, wxID_ANY);
    set_accessible_name(*group_, activity_words::group_label());
    for (const ActGroup group : act_groups) {
        group_->Append(shown(label_of(group)));
    }
    from_ = new DateField(this, activity_words::from_label(), presenter_.clock(), DateMeaning::past);
    to_ = new DateField(this, activity_words::to_label(), presenter_.clock(), DateMeaning::past);
    problem_ = new Paragraph(this, {}, Paragraph::Tone::loud);
    count_ = make_quiet(*this, {});
    more_ = make_button(*this, activity_words::show_more_button());
    save_ = make_button(*this, activity_words::save_button());
    close_ = make_button(*this, close_button());
}

void ActivityPanel::create_list()
{
    list_ = new wxDataViewCtrl(this, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE);
    list_->SetSize(unplaced);
    list_->AssociateModel(lines_.get());
    const std::array columns{std::pair{activity_words::when_column(), ColumnRoom{154, 132}},
                             std::pair{activity_words::who_column(), ColumnRoom{124, 80}},
                             std::pair{activity_words::what_column(), ColumnRoom{288, 160, true}},
                             std::pair{activity_words::client_column(), ColumnRoom{140, 80}}};
    std::vector<ColumnRoom> rooms;
    for (unsigned column = 0; column < columns.size(); ++column) {
        const auto& [title, room] = columns.at(column);
        list_->AppendTextColumn(shown(title), column, wxDATAVIEW_CELL_INERT, px(*this, room.wanted), wxALIGN_LEFT,
                                wxDATAVIEW_COL_RESIZABLE);
        rooms.push_back(room);
    }
    keep_columns_inside(*list_, rooms);
    set_accessible_name(*list_, activity_words::heading());
}

void ActivityPanel::lay_out()
{
    auto* filters = new wxBoxSizer(wxHORIZONTAL);
    const auto add_filter = [&](const std::string& label, wxWindow& field, int share) {
        auto* column = new wxBoxSizer(wxVERTICAL);
        if (auto* const date = dynamic_cast<DateField*>(&field); date != nullptr) {
            add_date_field(*column, *this, label, *date);
        } else {
            add_field(*column, *this, label, field);
        }
        field.SetMinSize({px(*this, 88), -1});
        filters->Add(column, wxSizerFlags(share).Border(wxRIGHT, px(*this, gap::small)));
    };
    add_filter(activity_words::client_label(), *client_, 3);
    add_filter(activity_words::group_label(), *group_, 3);
    add_filter(activity_words::from_label(), *from_, 2);
    add_filter(activity_words::to_label(), *to_, 2);

    auto* buttons = new wxBoxSizer(wxHORIZONTAL);
    buttons->Add(count_, wxSizerFlags(1).CentreVertical());
    for (wxButton* button : {more_, save_, close_}) {
        buttons->Add(button, wxSizerFlags().Border(wxLEFT, px(*this, gap::small)));
    }

    auto* column = new wxBoxSizer(wxVERTICAL);
    column->Add(make_heading(*this, activity_words::heading()),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(new Paragraph(this, activity_words::explanation(), Paragraph::Tone::quiet),
                wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::large)));
    column->Add(filters, wxSizerFlags().Expand());
    column->Add(problem_, wxSizerFlags().Expand().Border(wxBOTTOM, px(*this, gap::small)));
    column->Add(list_, wxSizerFlags(1).Expand().Border(wxBOTTOM, px(*this, gap::medium)));
    column->Add(buttons, wxSizerFlags().Expand());
    auto* page = new wxBoxSizer(wxVERTICAL);
    page->Add(column, wxSizerFlags(1).Expand().Border(wxALL, px(*this, gap::page)));
    SetSizer(page);
}

void ActivityPanel::bind_gestures()
{
    client_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.choose_client(static_cast<std::size_t>(event.GetInt())); });
    });
    group_->Bind(wxEVT_CHOICE, [this](wxCommandEvent& event) {
        guarded(*this, [&] { presenter_.choose_group(act_groups.at(static_cast<std::size_t>(event.GetInt()))); });
    });
    for (DateField* field : {from_, to_}) {
        field->Bind(wxEVT_TEXT, [this](wxCommandEvent&) {
            guarded(*this, [this] { presenter_.type_days(utf8(from_->GetValue()), utf8(to_->GetValue())); });
        });
    }
    more_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { presenter_.show_more(); }); });
    save_->Bind(wxEVT_BUTTON, [this](wxCommandEvent&) { guarded(*this, [this] { save(); }); });
    // The one who waits takes this panel away, which must not happen inside its own button.
    close_->Bind(wxEVT_BUTTON,
                 [this](wxCommandEvent&) { CallAfter([this] { guarded(*this, [done = on_done_] { done(); }); }); });
    lead_back_on_escape(*this, [this] { on_done_(); });
    presenter_.on_change = [this] { draw(presenter_.screen()); };
}

void ActivityPanel::draw(const ActivityPresenter::Screen& screen)
{
    draw_clients(screen);
    group_->SetSelection(static_cast<int>(std::ranges::find(act_groups, screen.group) - act_groups.begin()));
    const std::string problem = screen.problem ? words_for(*screen.problem) : std::string{};
    problem_->say(screen.problem == DaysProblem::from_unreadable ? from_->unless_said(problem)
                  : screen.problem == DaysProblem::to_unreadable ? to_->unless_said(problem)
                  : screen.problem                               ? problem
                  : screen.lines.empty()                         ? activity_words::nothing_found()
                                                                 : std::string{});
    if (lines_->lines() != screen.lines) {
        // More lines come at the end: what was looked at stays in sight.
        const wxDataViewItem selected = list_->GetSelection();
        const unsigned row = selected.IsOk() ? lines_->GetRow(selected) : 0;
        lines_->show(screen.lines);
        if (row < screen.lines.size()) {
            const wxDataViewItem item = lines_->GetItem(row);
            list_->Select(item);
            list_->SetCurrentItem(item);
            list_->EnsureVisible(item);
        }
    }
    count_->SetLabelText(shown(activity_words::count(screen.entries, screen.has_more)));
    more_->Enable(screen.has_more && !screen.problem);
    save_->Enable(!screen.problem);
    Layout();
}

void ActivityPanel::draw_clients(const ActivityPresenter::Screen& screen)
{
    if (shown_clients_ != screen.clients) {
        wxArrayString names;
        for (const auto& choice : screen.clients) {
            names.Add(shown(choice.name));
        }
        client_->Set(names);
        shown_clients_ = screen.clients;
    }
    client_->SetSelection(static_cast<int>(screen.chosen_client));
}

void ActivityPanel::save()
{
    const auto file = ask_where_to_save(
        *this, {.title = activity_words::file_dialog_title(), .name = activity_words::file_name(), .ending = "csv"});
    if (!file) {
        return;
    }
    if (const std::error_code error = write_file(*file, presenter_.csv())) {
        announce(*this, activity_words::not_saved(*file, error.message()));
        return;
    }
    presenter_.saved();
    announce(*this, activity_words::saved(*file));
}

} // namespace app
