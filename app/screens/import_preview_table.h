#pragma once

#include "app/presenters/import_scores_presenter.h"

#include <wx/dataview.h>

#include <vector>

namespace app {

/// What a file of scores brings, client by client. Out of sight while there is nothing.
class ImportPreviewTable : public wxDataViewCtrl {
public:
    explicit ImportPreviewTable(wxWindow* parent);

    void show(const std::vector<ImportScoresPresenter::PreviewRow>& rows);

private:
    class Model;

    wxObjectDataPtr<Model> model_;
};

} // namespace app
