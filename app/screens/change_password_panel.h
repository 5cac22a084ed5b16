#pragma once

#include "app/presenters/change_password_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <functional>

namespace app {

/// The form for a new password of the open casebook.
class ChangePasswordPanel : public Panel {
public:
    /// `on_done` is told whether the password was changed.
    ChangePasswordPanel(wxWindow* parent, storage::Casebook& casebook, SlowWork slow_work,
                        std::function<void(bool)> on_done);

    void focus_first() { old_->SetFocus(); }

    /// Whether the page may go; false, with a word about it, while the password is being changed.
    bool leave();

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const ChangePasswordPresenter::Screen& screen);
    void cancel();
    void change();

    ChangePasswordPresenter presenter_;
    std::function<void(bool)> on_done_;
    wxTextCtrl* old_ = nullptr;
    wxTextCtrl* new_ = nullptr;
    Paragraph* hint_ = nullptr;
    wxTextCtrl* again_ = nullptr;
    Paragraph* message_ = nullptr;
    wxButton* change_ = nullptr;
    wxButton* cancel_ = nullptr;
};

} // namespace app
