#pragma once

#include "app/presenters/caseload_presenter.h"

#include <wx/dataview.h>

#include <array>
#include <functional>
#include <optional>
#include <vector>

namespace app {

/// The clients as a native list: name, last session, course. Only the rows in sight are drawn.
class CaseloadList : public wxDataViewCtrl {
public:
    explicit CaseloadList(wxWindow* parent);

    std::function<void(model::ClientId)> on_select = [](model::ClientId) {};
    std::function<void()> on_enter = [] {}; ///< Enter or a double click on a row.

    /// Shows these rows; the list keeps its place when nothing has changed.
    void draw(const std::vector<CaseloadPresenter::Row>& rows, std::optional<model::ClientId> selected);

private:
    class Model;

    void create_columns();
    void select(std::optional<model::ClientId> client);
    void show_columns();
    void give_room();

    wxObjectDataPtr<Model> model_;
    std::array<bool, 4> has_something_{true, false, false, false}; ///< Whether anything stands in a column.
    bool is_drawing_ = false;
};

} // namespace app
