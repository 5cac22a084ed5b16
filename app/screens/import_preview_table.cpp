#include "app/screens/import_preview_table.h"

#include "app/screens/accessible.h"
#include "app/screens/layout.h"
#include "app/screens/table_columns.h"
#include "app/screens/text.h"
#include "app/screens/unplaced.h"
#include "app/words/dates.h"

#include <algorithm>
#include <array>

namespace app {

/// The rows as the toolkit's table asks for them: one by one, however many there are.
class ImportPreviewTable::Model : public wxDataViewVirtualListModel {
public:
    using Row = ImportScoresPresenter::PreviewRow;

    void show(const std::vector<Row>& rows)
    {
        rows_ = rows;
        Reset(static_cast<unsigned>(rows_.size()));
    }

    const std::vector<Row>& rows() const { return rows_; }

    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override
    {
        const Row& one = rows_.at(row);
        const auto day = [](const std::optional<model::Date>& when) {
            return when ? short_date(*when) : std::string{};
        };
        const std::array cells{import_words::client_cell(one.client, one.is_new),
                               import_words::scores_cell(one.scores, one.left_out), one.measures, day(one.first_score),
                               day(one.last_score)};
        value = shown(cells.at(column));
    }

    bool SetValueByRow(const wxVariant& /*value*/, unsigned /*row*/, unsigned /*column*/) override { return false; }

private:
    std::vector<Row> rows_{};
};

ImportPreviewTable::ImportPreviewTable(wxWindow* parent)
    : wxDataViewCtrl(parent, wxID_ANY, wxDefaultPosition, wxDefaultSize, wxDV_SINGLE | wxBORDER_NONE), model_{new Model}
{
    SetSize(unplaced);
    AssociateModel(model_.get());
    constexpr std::array rooms{ColumnRoom{200, 120}, ColumnRoom{150, 96}, ColumnRoom{240, 96, true},
                               ColumnRoom{104, 88}, ColumnRoom{104, 88}};
    for (unsigned column = 0; column < rooms.size(); ++column) {
        AppendTextColumn(app::shown(import_words::preview_columns().at(column)), column, wxDATAVIEW_CELL_INERT,
                         px(*this, rooms.at(column).wanted), wxALIGN_LEFT, wxDATAVIEW_COL_RESIZABLE);
    }
    keep_columns_inside(*this, {rooms.begin(), rooms.end()});
    set_accessible_name(*this, import_words::preview_caption());
    Hide();
}

void ImportPreviewTable::show(const std::vector<ImportScoresPresenter::PreviewRow>& rows)
{
    if (model_->rows() != rows) {
        model_->show(rows);
        // As high as its rows, up to a height at which it scrolls.
        constexpr std::size_t most_in_sight = 12;
        const int lines = static_cast<int>(std::min(rows.size(), most_in_sight)) + 1;
        SetMinSize({-1, lines * (GetCharHeight() + px(*this, gap::small)) + px(*this, gap::small)});
    }
    Show(!rows.empty());
}

} // namespace app
