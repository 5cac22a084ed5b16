#pragma once

#include "app/presenters/note_editor_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/choice.h>
#include <wx/stattext.h>
#include <wx/textctrl.h>

#include <array>

namespace app {

/// The first line of a note: when, how long, how, at what level of care,
/// and whether it took place.
class SessionFields : public Panel {
public:
    SessionFields(wxWindow* parent, NoteEditorPresenter& presenter, const std::string& clock_zone);

    void draw(const NoteEditorScreen& screen);
    void focus(TimeField field);

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void bind_time(TimeField field);
    void draw_remark(const FieldRemark& remark);
    wxTextCtrl*& time(TimeField field) { return times_[static_cast<std::size_t>(field)]; }

    NoteEditorPresenter& presenter_;
    const std::string clock_zone_;
    std::array<wxTextCtrl*, 4> times_{};
    wxStaticText* until_ = nullptr;
    wxStaticText* zone_ = nullptr;
    Paragraph* remark_ = nullptr; ///< What was understood of the times, or what is wrong with one.
    FieldRemark said_{};
    wxChoice* format_ = nullptr;
    wxChoice* level_ = nullptr;
    wxChoice* attendance_ = nullptr;
};

} // namespace app
