#pragma once

#include "app/presenters/note_editor_presenter.h"
#include "app/screens/panel.h"

#include <wx/button.h>
#include <wx/stattext.h>

#include <vector>

namespace app {

/// The modalities of a session as buttons, the first being the main one, and their techniques. Those that came along
/// from the last session are tinted until somebody touches them.
class ModalityBar : public Panel {
public:
    ModalityBar(wxWindow* parent, NoteEditorPresenter& presenter);

    void draw(const NoteEditorScreen& screen);

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void rebuild_chips(const NoteEditorScreen& screen);
    wxButton* make_chip(const model::ModalityUse& use, const std::string& label, bool is_carried);
    void offer_modalities();
    void offer_chip(const std::string& code);
    void offer_techniques();

    NoteEditorPresenter& presenter_;
    std::optional<std::vector<model::ModalityUse>> drawn_;
    bool drawn_as_carried_ = false;
    std::vector<wxButton*> chips_;
    wxSizer* line_ = nullptr;
    wxStaticText* from_last_time_ = nullptr;
    wxButton* add_ = nullptr;
    wxButton* techniques_ = nullptr;
    wxStaticText* chosen_techniques_ = nullptr;
};

} // namespace app
