#pragma once

#include "app/presenters/practice_presenter.h"
#include "app/presenters/workplace.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/unsaved_question.h"

#include <array>
#include <functional>

namespace app {

/// The practice and its therapist: asked for before the first signature, and reached from the menu at any time. May
/// stand inside another panel.
class PracticePanel : public Panel {
public:
    /// `on_done` is told whether it was saved or put aside; it may destroy the panel.
    PracticePanel(wxWindow* parent, const Workplace& place, std::function<void(bool)> on_done);

    /// Puts the keyboard into the first field that a signature still needs.
    void focus_first();

    /// Keeps what was typed; false when that failed.
    bool leave();

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void draw(const PracticePresenter::Screen& screen);
    void cancel();
    void ask(std::string_view question);
    void save();
    void end(bool is_saved);

    PracticePresenter presenter_;
    std::function<void(bool)> on_done_;
    wxStaticText* heading_ = nullptr;
    Paragraph* explanation_ = nullptr;
    std::array<wxTextCtrl*, practice_fields.size()> fields_{};
    Paragraph* missing_ = nullptr;
    UnsavedQuestion* question_ = nullptr;
    wxButton* save_ = nullptr;
    wxButton* put_aside_ = nullptr;
};

} // namespace app
