#pragma once

#include "app/presenters/note_editor_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"

#include <wx/listbox.h>

#include <optional>

namespace app {

/// Choosing the client to whom a draft belongs: type a name or code, choose with the arrows, Enter moves.
class MoveList : public Panel {
public:
    MoveList(wxWindow* parent, NoteEditorPresenter& presenter);

    void draw(const NoteEditorScreen& screen);
    void focus_first() { filter_->SetFocus(); }

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void move();

    NoteEditorPresenter& presenter_;
    std::optional<Moving> drawn_;
    wxStaticText* caption_ = nullptr;
    Paragraph* explanation_ = nullptr;
    wxTextCtrl* filter_ = nullptr;
    wxListBox* targets_ = nullptr;
    Paragraph* nobody_ = nullptr;
    wxButton* move_ = nullptr;
    wxButton* stop_ = nullptr;
};

} // namespace app
