#pragma once

#include "app/presenters/header_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <optional>

namespace app {

/// The head of a client's page.
class ClientHeader : public Panel {
public:
    ClientHeader(wxWindow* parent, const Workplace& place, model::ClientId client);

    void names_changed() { presenter_.names_changed(); }
    const HeaderPresenter::Screen& screen() const { return presenter_.screen(); }

private:
    void draw(const HeaderPresenter::Screen& screen);
    /// The facts beside the name, or below it where they do not fit.
    void arrange();

    HeaderPresenter presenter_;
    wxStaticText* title_ = nullptr;
    Paragraph* facts_ = nullptr;
    std::optional<bool> is_one_line_{}; ///< Empty before it was first arranged.
};

} // namespace app
