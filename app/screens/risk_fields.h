#pragma once

#include "app/presenters/note_editor_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/section_text.h"

#include <wx/checkbox.h>
#include <wx/radiobut.h>
#include <wx/stattext.h>
#include <wx/wrapsizer.h>

#include <cstddef>
#include <vector>

namespace app {

/// The risk line of a note: what was found, dissociation, and what was done about it.
class RiskFields : public Panel {
public:
    RiskFields(wxWindow* parent, NoteEditorPresenter& presenter);

    void draw(const NoteEditorScreen& screen);

    /// Puts the keyboard on the level that is chosen.
    void focus_first();

    SectionText& actions() { return *actions_; }

    /// Called by the sizer that gives it its width: how many lines the levels take follows from that.
    bool InformFirstDirection(int direction, int size, int available_other_direction) override;
    /// Without room for the last line it waits: the toolkit complains of boxes to tick that are lower than their mark.
    bool Layout() override;

private:
    void create_controls();
    void lay_out();
    void bind_gestures();
    void bind_level(std::size_t index);
    int height_at(int width);
    void step_from(std::size_t index, int step);
    bool has_keyboard() const;
    void heed_leaving();

    NoteEditorPresenter& presenter_;
    Paragraph* question_ = nullptr;
    std::vector<wxRadioButton*> levels_;
    wxCheckBox* dissociation_ = nullptr;
    wxWrapSizer* choices_ = nullptr; ///< The levels and dissociation.
    wxStaticText* actions_caption_ = nullptr;
    SectionText* actions_ = nullptr;
};

} // namespace app
