#pragma once

#include "app/presenters/header_presenter.h"
#include "app/screens/form.h"

#include <wx/panel.h>

namespace app {

/// The head of a client's page.
class ClientHeader : public wxPanel {
public:
    ClientHeader(wxWindow* parent, const Workplace& place, model::ClientId client);

    void names_changed() { presenter_.names_changed(); }
    const HeaderPresenter::Screen& screen() const { return presenter_.screen(); }

private:
    void draw(const HeaderPresenter::Screen& screen);

    HeaderPresenter presenter_;
    wxStaticText* title_ = nullptr;
    wxStaticText* facts_ = nullptr;
};

} // namespace app
