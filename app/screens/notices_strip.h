#pragma once

#include "app/presenters/notices_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/unsaved_question.h"

#include <functional>
#include <vector>

namespace app {

/// What a person still has to look at, above the tabs of a client; takes no room when there is nothing.
class NoticesStrip : public Panel {
public:
    NoticesStrip(wxWindow* parent, const Workplace& place, model::ClientId client);

    const NoticesPresenter::Screen& screen() const { return presenter_.screen(); }

    /// Whether nothing would be lost; otherwise it asks about the review that was begun in words.
    bool leave();

    std::function<void()> on_all_reviewed = [] {}; ///< The keyboard has no place here any more.

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const NoticesPresenter::Screen& screen);
    void draw_rows(const NoticesPresenter::Screen& screen);

    NoticesPresenter presenter_;
    std::vector<NoticesPresenter::Row> rows_shown_;
    wxPanel* rows_ = nullptr;
    wxButton* first_review_ = nullptr; ///< Of the rows.
    UnsavedQuestion* question_ = nullptr;
    wxPanel* form_ = nullptr;
    wxTextCtrl* what_was_done_ = nullptr;
    Paragraph* missing_ = nullptr;
    wxButton* reviewed_ = nullptr;
    wxButton* cancel_ = nullptr;
};

} // namespace app
