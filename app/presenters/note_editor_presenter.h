#pragma once

#include "app/presenters/note_editor_screen.h"
#include "app/presenters/undo_history.h"

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <variant>

namespace app {

/// Writing one session note, without a window: from the first key to the signature.
///
/// A new note is kept as a draft from the moment something was entered. Keeping never throws: what fails is told in
/// the screen, the text stays, and the next `save` tries again.
class NoteEditorPresenter {
public:
    /// That the editor closed without a note: the draft was discarded, or is no longer there.
    using Closed = std::monostate;
    /// How the work on the note ended: not at all, with a signed note, or with a draft at another client.
    using Outcome = std::variant<Closed, model::NoteId, Destination>;

    /// Opens `draft`, or begins a new note.
    NoteEditorPresenter(const Workplace& place, model::ClientId client, std::optional<model::DraftId> draft);
    NoteEditorPresenter(NoteEditorPresenter&&) = delete; // Who listens to the casebook stays where it is.

    const NoteEditorScreen& screen() const { return screen_; }
    const Clock& clock() const { return place_.clock; } ///< By which its dates are read.
    std::optional<model::DraftId> draft() const { return draft_; }
    std::function<void()> on_change = [] {};
    std::function<void(Outcome)> on_done = [](const Outcome&) {}; ///< The presenter may go away after it, not in it.

    void type_time(TimeField field, std::string text);
    void settle_times(); ///< Writes readable times in their usual form; when the keyboard leaves them.
    void choose(model::SessionFormat format);
    void choose(model::Attendance attendance);
    void choose(model::LevelOfCare level);

    void add_modality(const std::string& code);
    void remove_modality(const std::string& code);
    void drop_modality(const std::string& code); ///< As removing; those that came along go together.
    void make_main(const std::string& code);
    void toggle_technique(const std::string& modality, const std::string& technique);

    void rate(model::GoalId goal, model::Rater rater, std::optional<int> value);
    void show_all_goals();

    void choose(model::NoteForm form);
    const std::string& text(const NoteText& which) const;
    /// Takes a text as it stands now. False, and nothing is taken, when it is longer than a section may be.
    bool type(const NoteText& which, const std::string& text, long caret);
    void move_caret(const NoteText& which, long caret);
    std::optional<TextState> undo(const NoteText& which);
    std::optional<TextState> redo(const NoteText& which);

    /// Takes a risk level; what is passed on the way to another one leaves no trace.
    void choose(model::RiskLevel level);
    void leave_risk(); ///< The writer has come to a level: only now a notice is raised, changed or taken back.
    void note_dissociation(bool seen);

    bool save();  ///< Keeps what is unsaved; false when that failed.
    bool leave(); ///< As `save`, with the caret; a draft begun here and emptied again is put away.
    /// Shows what stands in the way, or ends with a signed note. Asks once where risk was not asked about.
    void sign();
    void therapist_was_asked(); ///< Looks again at what stands in the way.
    void put_therapist_aside(); ///< Asks no more, until somebody wants to sign again.

    void ask_discard();
    void keep();
    void discard(); ///< Does nothing unless asked.

    void start_moving();
    void filter_targets(const std::string& filter);
    void stop_moving();
    void move_to(model::ClientId client);
    /// Takes back an open question about discarding or moving; false when there is none.
    bool put_question_aside();
    void names_changed();

private:
    void load(std::optional<model::DraftId> draft);
    void begin_new();
    void open(const model::Draft& draft);
    void reload_background();
    void carry_modalities(); ///< As long as nobody chose any: those of the session before this one.
    void hear(const storage::Change& change);
    void hear_of_drafts();

    bool is_as_begun() const; ///< Nothing was entered; dropping what came along is no entry.
    bool is_as_kept() const;
    bool is_notice_due() const;
    bool asks_for_risk_first();
    void changed();
    void entered();
    void show_times();
    void show_sections();
    void show_goals();
    void judge();
    void remark_on_times();
    std::vector<EditorProblem> find_problems() const;
    void show_targets(const std::string& filter);
    TextState apply(const NoteText& which, TextState state);
    void write(const NoteText& which, const std::string& text);
    UndoHistory& history(const NoteText& which);
    bool kept_by(const std::function<void()>& act);
    void keep_draft();
    void finish(const Outcome& outcome);

    const Workplace place_;
    const model::ClientId client_;
    std::optional<model::DraftId> draft_;
    NoteEditorScreen screen_;
    NoteBackground background_;
    model::NoteContent prefilled_;     ///< What a new note holds before anything is entered.
    std::optional<model::Draft> kept_; ///< As the casebook has it.
    std::map<NoteText, UndoHistory> histories_;
    std::vector<model::Client> others_;       ///< To whom the draft may go, while that is asked.
    std::optional<model::GoalId> rated_last_; ///< Whose chart is shown.
    std::optional<TimeField> typed_in_;       ///< The time that is being typed.
    model::Session before_typing_{};          ///< As it stood when that began.
    std::vector<model::ModalityUse> carried_; ///< Modalities of the last session.
    bool are_modalities_left_out_ = false;    ///< Those, as nothing was done in a session that did not take place.
    bool is_begun_here_ = false;
    bool has_touched_modalities_ = false;
    bool is_choosing_risk_ = false; ///< The writer is among the choices.
    bool has_touched_risk_ = false; ///< Since the notice was last brought into line.
    bool has_asked_for_risk_ = false;
    bool level_follows_date_ = true;
    bool shows_all_goals_ = false;
    bool is_acting_ = false;          ///< News of our own acts is no news.
    bool heard_while_acting_ = false; ///< Except of notices.
    bool is_finished_ = false;
    storage::Subscription changes_; ///< Last: stops the news before the rest goes away.
};

/// Text as it may stand in a note: line ends as one sign, no control characters but tab and line end.
std::string plain_text(std::string_view pasted);

} // namespace app
