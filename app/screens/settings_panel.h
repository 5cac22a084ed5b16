#pragma once

#include "app/presenters/settings_presenter.h"
#include "app/screens/form.h"
#include "app/screens/habit_choices.h"
#include "app/screens/panel.h"
#include "app/screens/unsaved_question.h"

#include <functional>

namespace app {

/// The settings of the open casebook.
class SettingsPanel : public Panel {
public:
    /// `on_done` is called once they are saved or put aside; it may destroy the panel.
    SettingsPanel(wxWindow* parent, storage::Casebook& casebook, std::function<void()> on_done);

    void focus_first() { idle_->SetFocus(); }

    bool is_untouched() const { return presenter_.is_untouched(); }

    /// Keeps what was typed; false when it cannot be kept.
    bool leave();

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const SettingsPresenter::Screen& screen);
    void cancel();
    void save();
    void end();

    SettingsPresenter presenter_;
    std::function<void()> on_done_;
    wxTextCtrl* idle_ = nullptr;
    HabitChoices* habits_ = nullptr;
    Paragraph* trouble_ = nullptr;
    UnsavedQuestion* question_ = nullptr;
    wxButton* save_ = nullptr;
    wxButton* put_aside_ = nullptr;
};

} // namespace app
