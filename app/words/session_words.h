#pragma once

#include "model/calendar.h"
#include "model/date_habits.h"
#include "model/ids.h"
#include "model/session_note.h"

#include <cstddef>
#include <string>

/// What stands on the Sessions tab around the notes themselves.
namespace app {

/// Why nothing can be added to a signed note yet.
enum class AdditionProblem { text_missing, reason_missing, client_unclear };

/// The buttons of the Sessions tab.
enum class NoteButton {
    new_note,
    back_to_list,
    back_to_trajectory,
    sign,
    discard,
    discard_for_good,
    keep_draft,
    move,
    keep_here,
    add_modality,
    techniques,
    all_goals,
    add_addendum,
    keep_addendum,
    mark_in_error,
    mark_for_good,
    put_aside,
};

std::string words_for(NoteButton button);

/// The captions of the Sessions tab, and the names of fields that have no words beside them.
enum class NoteCaption {
    sessions,
    modalities,
    goals,
    form,
    format,
    attendance,
    level_of_care,
    risk,
    risk_actions,
    homework,
    last_time,
    open,
    this_goal,
    before_signing,
    move_to,
    move_filter,
    addendum_text,
    reason,
};

std::string words_for(NoteCaption caption);

/// The marks of a line in the list of sessions.
enum class SessionMark { draft, damaged, damaged_note, signed_note, with_addendum, in_error };

std::string words_for(SessionMark mark);

/// The columns of the list of sessions.
enum class SessionColumn { date, time, minutes, attendance, modalities, opening, mark };

std::string words_for(SessionColumn column);

/// Between start and end.
std::string until_word();

/// Before the first signature of a note that says nothing about risk: what signing again does.
std::string risk_was_not_asked();

/// Beside modalities that came along from the last session, and in their tooltip.
std::string from_last_time();
std::string from_last_time_help();

/// The check box of the risk line.
std::string dissociation_seen();

/// What the list says while there is no session.
std::string no_sessions_yet();

/// "3 sessions, 1 draft".
std::string sessions_count(std::size_t notes, std::size_t drafts);

/// Where there is no goal to rate.
std::string no_goals_yet();

/// Behind the button that shows them: "All 30 goals".
std::string all_goals_words(std::size_t goals);

/// "saved 14:52".
std::string saved_words(model::TimeOfDay at, model::HourClock hours);

/// While the newest words are not yet kept.
std::string not_yet_saved();

/// After a failed save, behind the sentence that says why.
std::string text_stays();

/// What pressing the button again would do.
std::string discard_question();
std::string move_explanation(bool has_ratings);
std::string move_words();

/// Why the text that was pasted or typed last was not taken.
std::string too_long_for_a_section();

/// The heading of the side column: "Last time · 13 Nov 2026".
std::string last_time_words(model::Date day);
std::string no_last_time();
/// Before the last plan, and before the last homework.
std::string plan_was();
std::string homework_was();

/// What is still open beside the note.
std::string open_draft_words(model::Date day);
std::string open_notices_words(std::size_t notices);

/// The small chart, told to who cannot see it: "Ratings of the goal, oldest first: 4, 5, 6".
std::string goal_chart_words(const std::string& wording, const std::string& values);

/// Under a signed note.
std::string signed_by_words(const model::Signature& signature, const std::string& when);
std::string addendum_heading(const std::string& author, const std::string& when);
std::string reason_words(const std::string& reason);
std::string in_error_words(const std::string& author, const std::string& when);
/// At a note that was marked in error because it belongs to another client.
std::string drafted_for_words(const std::string& code);
/// At the draft or note that was made of it.
std::string first_written_for_words(const std::string& code);
/// While the right client is being typed.
std::string right_client_words(const std::string& client);
std::string words_for(AdditionProblem problem);
std::string addendum_explanation();
std::string in_error_explanation();
/// Before a signed note closes over words that were not added to it.
std::string unsaved_addendum();
std::string no_modality();

/// The first of several modalities, and the menu of a modality.
std::string main_modality_words(const std::string& name);
std::string make_main_words();
std::string remove_words();

} // namespace app
