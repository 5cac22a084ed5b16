#pragma once

#include "app/presenters/sessions_presenter.h"
#include "app/screens/tab.h"

#include <optional>

namespace app {

class DamagedPanel;
class NoteEditor;
class SessionList;
class SignedNoteView;

/// The Sessions tab: the list of sessions, and in its place the note that is being written or read.
class SessionsPanel : public Tab {
public:
    SessionsPanel(wxWindow* parent, const Workplace& place, model::ClientId client);

    /// Opens the note or draft that `destination` names; without one, the list.
    void show(const Destination& destination);

    /// The note or draft in sight; nothing while that is the list, or a note without a word.
    std::variant<std::monostate, model::NoteId, model::DraftId> open_note() const;

    /// Whether a note without a word is open.
    bool is_starting_note() const;

    /// Begins a new note, the cursor in its first section.
    void start_note();

    /// Whether a note is being written.
    bool is_writing() const { return editor_ != nullptr; }
    void focus_goals(); ///< Of the note that is being written.
    void focus_risk();

    void focus_first() override;
    std::vector<WindowPart> parts() override;
    bool leave() override;
    std::vector<storage::LeftOpen::Typed> entered_elsewhere() const override;
    std::vector<storage::LeftOpen::Typed> open_forms_for(std::vector<storage::LeftOpen::Typed> typed) override;
    void names_changed() override;

private:
    void create_controls(model::HourClock hours);
    void lay_out();
    void bind_gestures();
    void open(const AnyNote& note);
    void open_editor(std::optional<model::DraftId> draft);
    void open_reader(model::NoteId note);
    void show_damaged(const AnyNote& note); ///< In the place of a note or draft that cannot be read.
    void back_to_list();
    void lead_back(); ///< From a signed note to where it was opened.
    void close_page();
    void put_in_place(wxWindow& page);
    void end_of_work(const std::variant<std::monostate, model::NoteId, Destination>& outcome);

    const Workplace place_;
    const model::ClientId client_;
    SessionsPresenter presenter_;
    SessionList* list_ = nullptr;
    NoteEditor* editor_ = nullptr;
    SignedNoteView* reader_ = nullptr;
    DamagedPanel* damaged_ = nullptr;
    std::optional<TabKind> way_back_{}; ///< From `reader_`; empty: to the list.
};

} // namespace app
