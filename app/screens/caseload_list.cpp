#include "app/screens/caseload_list.h"

#include "app/screens/accessible.h"
#include "app/screens/colours.h"
#include "app/screens/guarded.h"
#include "app/screens/layout.h"
#include "app/screens/sparkline.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"
#include "app/words/main_words.h"

#include <algorithm>
#include <array>
#include <utility>

namespace app {

namespace {

constexpr unsigned name_column = 0;
constexpr unsigned notice_column = 1;
constexpr unsigned last_column = 2;
constexpr unsigned course_column = 3;

/// The columns beside the names, each as wide as what stands in it.
constexpr std::array other_columns{std::pair{notice_column, 20}, std::pair{last_column, 92},
                                   std::pair{course_column, 64}};
constexpr int room_for_a_name = 124;

} // namespace

/// The rows as the native list asks for them.
class CaseloadList::Model : public wxDataViewVirtualListModel {
public:
    explicit Model(const wxWindow& list) : list_{list} {}

    std::vector<CaseloadPresenter::Row> rows{};

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        switch (column) {
        case name_column:
            value = shown(rows.at(row).name);
            break;
        case notice_column:
            value = shown(rows.at(row).has_notice ? "!" : "");
            break;
        case last_column:
            value = shown(rows.at(row).last_session);
            break;
        default:
            value = static_cast<long>(row);
        }
    }

    bool SetValueByRow(const wxVariant& /*value*/, unsigned /*row*/, unsigned /*column*/) override { return false; }

    bool GetAttrByRow(unsigned /*row*/, unsigned column, wxDataViewItemAttr& look) const override
    {
        const Palette palette = screen_palette(list_);
        look.SetBold(column == notice_column);
        look.SetColour(toolkit_colour(column == notice_column ? palette.attention
                                      : column == last_column ? palette.quiet_ink
                                                              : palette.ink));
        return true;
    }

private:
    const wxWindow& list_;
};

CaseloadList::CaseloadList(wxWindow* parent)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxDV_NO_HEADER | wxBORDER_NONE),
      model_{new Model{*this}}
{
    SetSize(unplaced);
    create_columns();
    AssociateModel(model_.get());
    SetRowHeight(px(*this, 32));
    set_accessible_name(*this, main_words::caseload_label());
    set_accessible_cells(*this, [this](int row, int column) {
        const bool is_course = column == static_cast<int>(course_column);
        return is_course ? main_words::course_cell(model_->rows.at(static_cast<std::size_t>(row)).lead_values)
                         : std::string{};
    });
    Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent& event) {
        if (!is_drawing_ && event.GetItem().IsOk()) {
            guarded(*this, [&] { on_select(model_->rows.at(model_->GetRow(event.GetItem())).client); });
        }
    });
    Bind(wxEVT_DATAVIEW_ITEM_ACTIVATED, [this](wxDataViewEvent&) { guarded(*this, on_enter); });
    Bind(wxEVT_SIZE, [this](wxSizeEvent& event) {
        give_room();
        event.Skip();
    });
}

void CaseloadList::create_columns()
{
    const auto add = [this](const std::string& title, wxDataViewRenderer* renderer, unsigned column, int width) {
        AppendColumn(new wxDataViewColumn(shown(title), renderer, column, width, wxALIGN_LEFT, 0));
    };
    auto* name = new wxDataViewTextRenderer;
    name->EnableEllipsize(wxELLIPSIZE_END);
    add(main_words::name_column(), name, app::name_column, px(*this, 100));
    const auto width = [this](unsigned column) { return px(*this, other_columns.at(column - 1).second); };
    add(main_words::notice_column(), new wxDataViewTextRenderer, app::notice_column, width(app::notice_column));
    auto* last = new wxDataViewTextRenderer;
    last->SetAlignment(wxALIGN_RIGHT | wxALIGN_CENTRE_VERTICAL);
    add(main_words::last_column(), last, app::last_column, width(app::last_column));
    add(main_words::course_column(), new SparklineRenderer{[this](long row) {
            const auto& any = model_->rows.at(static_cast<std::size_t>(row));
            return Sparkline{any.lead_values, any.lead_rater};
        }},
        app::course_column, width(app::course_column));
}

void CaseloadList::draw(const std::vector<CaseloadPresenter::Row>& rows, std::optional<model::ClientId> selected)
{
    is_drawing_ = true;
    if (model_->rows != rows) {
        model_->rows = rows;
        model_->Reset(static_cast<unsigned>(rows.size()));
        show_columns();
    }
    select(selected);
    is_drawing_ = false;
}

void CaseloadList::select(std::optional<model::ClientId> client)
{
    const auto& rows = model_->rows;
    const auto row = std::ranges::find_if(rows, [&](const auto& any) { return client == any.client; });
    if (row == rows.end()) {
        UnselectAll();
        return;
    }
    const wxDataViewItem item = model_->GetItem(static_cast<unsigned>(row - rows.begin()));
    if (!IsSelected(item)) {
        Select(item);
        SetCurrentItem(item);
        EnsureVisible(item);
    }
}

void CaseloadList::show_columns()
{
    const auto& rows = model_->rows;
    has_something_[notice_column] = std::ranges::any_of(rows, &CaseloadPresenter::Row::has_notice);
    has_something_[last_column] =
        !std::ranges::all_of(rows, &std::string::empty, &CaseloadPresenter::Row::last_session);
    has_something_[course_column] = !std::ranges::all_of(rows, [](const auto& row) { return row.lead_values.empty(); });
    give_room();
}

void CaseloadList::give_room()
{
    int left = GetClientSize().x;
    for (const auto& [column, width] : other_columns) {
        // A name says more than a course or a day.
        const bool fits = column == notice_column || left - px(*this, width) >= px(*this, room_for_a_name);
        const bool is_shown = has_something_.at(column) && fits;
        if (GetColumn(column)->IsHidden() == is_shown) {
            GetColumn(column)->SetHidden(!is_shown);
        }
        left -= is_shown ? px(*this, width) : 0;
    }
    GetColumn(name_column)->SetWidth(std::max(px(*this, room_for_a_name), left));
}

} // namespace app
