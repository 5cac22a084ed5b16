#pragma once

#include "app/presenters/check_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/scrolled_page.h"

#include <wx/gauge.h>

#include <functional>

namespace app {

/// The check of the whole casebook: how far it is, and what it found.
class CheckPanel : public Panel {
public:
    /// `on_done` leads back; it may destroy the panel.
    CheckPanel(wxWindow* parent, const Workplace& place, std::function<void()> on_done);

    void focus_first() { begin_->SetFocus(); }
    void names_changed() { presenter_.names_changed(); }
    void begin() { presenter_.begin(); }

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const CheckPresenter::Screen& screen);
    void draw_findings(const CheckPresenter::Screen& screen);

    CheckPresenter presenter_;
    std::function<void()> on_done_;
    Paragraph* outcome_ = nullptr;
    wxGauge* progress_ = nullptr;
    ScrolledPage* findings_ = nullptr;
    wxButton* begin_ = nullptr;
    wxButton* stop_ = nullptr;
    wxButton* close_ = nullptr;
    std::vector<CheckPresenter::Finding> shown_findings_{};
};

} // namespace app
