#pragma once

#include "app/presenters/note_editor_presenter.h"
#include "app/screens/panel.h"
#include "app/screens/section_text.h"

#include <wx/choice.h>
#include <wx/sizer.h>

#include <vector>

namespace app {

/// Ties a field to a text of the note: typing, the way back, and what is said when it grows too long.
void bind_text(SectionText& field, NoteEditorPresenter& presenter, const NoteText& which);

/// The sections of a note, one below the other, and the choice of their form.
class NoteSections : public Panel {
public:
    NoteSections(wxWindow* parent, NoteEditorPresenter& presenter);

    void draw(const NoteEditorScreen& screen);

    /// Puts the keyboard to where the writer was.
    void focus(model::Caret caret);

    /// Tells the presenter where the writer is.
    void note_caret();

private:
    struct Section {
        model::SectionKind kind{};
        SectionText* text = nullptr;
    };

    void create_controls();
    void lay_out();
    void bind_gestures();
    void rebuild(const std::vector<model::SectionKind>& kinds);
    const Section* focused() const;

    NoteEditorPresenter& presenter_;
    std::vector<Section> sections_;
    wxChoice* form_ = nullptr;
    wxBoxSizer* head_ = nullptr; ///< The first section's caption, and the form at its end.
    wxSizer* column_ = nullptr;
};

} // namespace app
