#pragma once

#include "app/presenters/note_editor_presenter.h"
#include "app/screens/form.h"
#include "app/screens/panel.h"
#include "app/screens/window_parts.h"

#include <wx/timer.h>

#include <functional>

namespace app {

class GoalRatings;
class ModalityBar;
class MoveList;
class NoteSections;
class PracticePanel;
class RiskFields;
class ScrolledPage;
class SectionText;
class SessionFields;
class SideColumn;

/// Where a session note is written. Everything that is typed is kept within two seconds.
class NoteEditor : public Panel {
public:
    /// Opens `draft`, or begins a new note for `client`.
    NoteEditor(wxWindow* parent, const Workplace& place, model::ClientId client, std::optional<model::DraftId> draft);

    /// Puts the keyboard where the writer was; into the first section of a new note.
    void focus_first();
    void focus_goals(); ///< Where there is one to rate.
    void focus_risk();

    /// Its parts in their order, from times to signing, for whoever walks them.
    std::vector<WindowPart> parts();

    /// Keeps what was typed; false when that failed.
    bool leave();

    void names_changed() { presenter_.names_changed(); }

    std::optional<model::DraftId> draft() const { return presenter_.draft(); }

    /// How the work ended. Called from within a gesture: the editor may go away after it, not in it.
    std::function<void(NoteEditorPresenter::Outcome)> on_done = [](const NoteEditorPresenter::Outcome&) {};
    std::function<void()> on_back = [] {};

private:
    void create_controls();
    void lay_out();
    void lay_out_sheet();
    void bind_gestures();
    void bind_keys();
    void draw(const NoteEditorScreen& screen);
    void draw_practice(const NoteEditorScreen& screen);
    void keep_soon(const NoteEditorScreen& screen);
    void keep_now();
    void sign();
    void step_back();
    /// Measures everything again and brings the focused control into sight.
    void lay_out_anew();
    void focus_problem(const EditorProblem& problem);

    const Workplace place_;
    NoteEditorPresenter presenter_;
    wxTimer clock_;
    ScrolledPage* sheet_ = nullptr;
    wxPanel* page_ = nullptr; ///< All that is on the sheet.
    MoveList* move_list_ = nullptr;
    Paragraph* origin_ = nullptr; ///< That the note was first signed for another client.
    PracticePanel* practice_ = nullptr;
    SessionFields* fields_ = nullptr;
    ModalityBar* modalities_ = nullptr;
    wxStaticText* goals_caption_ = nullptr;
    GoalRatings* goals_ = nullptr;
    NoteSections* sections_ = nullptr;
    wxStaticText* risk_caption_ = nullptr;
    RiskFields* risk_ = nullptr;
    wxStaticText* homework_caption_ = nullptr;
    SectionText* homework_ = nullptr;
    SideColumn* side_ = nullptr;
};

} // namespace app
