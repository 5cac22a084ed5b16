#pragma once

#include "app/presenters/notices_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

namespace app {

/// What a person still has to look at, above the tabs of a client; takes no room when there is nothing.
class NoticesStrip : public Panel {
public:
    NoticesStrip(wxWindow* parent, const Workplace& place, model::ClientId client);

    const NoticesPresenter::Screen& screen() const { return presenter_.screen(); }

    /// Whether nothing would be lost: no review has been begun in words.
    bool leave();

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const NoticesPresenter::Screen& screen);
    void draw_rows(const NoticesPresenter::Screen& screen);

    NoticesPresenter presenter_;
    std::vector<NoticesPresenter::Row> rows_shown_;
    wxPanel* rows_ = nullptr;
    wxPanel* form_ = nullptr;
    wxTextCtrl* what_was_done_ = nullptr;
    wxButton* reviewed_ = nullptr;
    wxButton* cancel_ = nullptr;
};

} // namespace app
