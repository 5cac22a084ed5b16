#include "app/words/session_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"

namespace app {

std::string words_for(NoteButton button)
{
    using enum NoteButton;
    switch (button) {
    case new_note:
        return "New note";
    case back_to_list:
        return "Back to list";
    case back_to_trajectory:
        return "Back to trajectory";
    case sign:
        return "Sign  Ctrl+Enter";
    case discard:
        return "Discard draft";
    case discard_for_good:
        return "Discard for good";
    case keep_draft:
        return "Keep it";
    case move:
        return "Move to another client…";
    case keep_here:
        return "Keep it here";
    case add_modality:
        return "+ modality";
    case techniques:
        return "Techniques";
    case all_goals:
        return "All goals";
    case add_addendum:
        return "Add an addendum";
    case keep_addendum:
        return "Add addendum";
    case mark_in_error:
        return "Entered in error";
    case mark_for_good:
        return "Mark as entered in error";
    case put_aside:
        break;
    }
    return "Cancel";
}

std::string words_for(NoteCaption caption)
{
    using enum NoteCaption;
    switch (caption) {
    case sessions:
        return "Sessions";
    case modalities:
        return "Modalities";
    case goals:
        return "Goals";
    case form:
        return "Form of the note";
    case format:
        return "Format";
    case attendance:
        return "Attendance";
    case level_of_care:
        return "Level of care";
    case risk:
        return "Risk";
    case risk_actions:
        return "What was done about it";
    case homework:
        return "Homework";
    case last_time:
        return "Last time";
    case open:
        return "Open";
    case this_goal:
        return "This goal";
    case before_signing:
        return "Before signing";
    case move_to:
        return "Move this draft to";
    case move_filter:
        return "Find by name or code";
    case addendum_text:
        return "Addendum";
    case reason:
        break;
    }
    return "Reason";
}

std::string words_for(SessionMark mark)
{
    switch (mark) {
    case SessionMark::draft:
        return "draft";
    case SessionMark::damaged:
        return "damaged draft";
    case SessionMark::damaged_note:
        return "damaged";
    case SessionMark::signed_note:
        return "signed";
    case SessionMark::with_addendum:
        return "with addendum";
    case SessionMark::in_error:
        break;
    }
    return "entered in error";
}

std::string words_for(SessionColumn column)
{
    using enum SessionColumn;
    switch (column) {
    case date:
        return "Date";
    case time:
        return "Time";
    case minutes:
        return "Length";
    case attendance:
        return "Attendance";
    case modalities:
        return "Modalities";
    case opening:
        return "Note";
    case mark:
        break;
    }
    return "State";
}

std::string until_word()
{
    return "to";
}

std::string risk_was_not_asked()
{
    return "Risk was not asked about. Choose what you found, or sign again with Ctrl+Enter as it is.";
}

std::string from_last_time()
{
    return "from last time";
}

std::string from_last_time_help()
{
    return "From the last session. Delete drops all of these; if you sign, they belong to this note.";
}

std::string dissociation_seen()
{
    return "Dissociation seen";
}

std::string no_sessions_yet()
{
    return "No sessions yet. Ctrl+N starts the first note; it is kept as you write.";
}

std::string sessions_count(std::size_t notes, std::size_t drafts)
{
    const auto counted = [](std::size_t count, const char* one, const char* many) {
        return std::to_string(count) + " " + (count == 1 ? one : many);
    };
    const std::string sessions = counted(notes + drafts, "session", "sessions");
    return drafts == 0 ? sessions : sessions + ", " + counted(drafts, "not signed", "not signed");
}

std::string no_goals_yet()
{
    return "No open goals to rate. Goals are agreed on the Goals tab.";
}

std::string all_goals_words(std::size_t goals)
{
    return "All " + std::to_string(goals) + " goals";
}

std::string saved_words(model::TimeOfDay at, model::HourClock hours)
{
    return "saved " + time_words(at, hours);
}

std::string not_yet_saved()
{
    return "unsaved";
}

std::string text_stays()
{
    return "Your text stays here, and saving is tried again every few seconds.";
}

std::string discard_question()
{
    return "This draft will be deleted for good. Signed notes are not affected.";
}

std::string move_explanation(bool has_ratings)
{
    return has_ratings ? "The note goes to the client you choose. Its ratings belong to this client's goals and are "
                         "dropped."
                       : "The note goes to the client you choose.";
}

std::string move_words()
{
    return "Move it";
}

std::string too_long_for_a_section()
{
    return "A section holds at most 1 MB of text. What was typed or pasted last was not added; your note is unchanged.";
}

std::string last_time_words(model::Date day)
{
    return "Last time · " + short_date(day);
}

std::string no_last_time()
{
    return "This is the first note.";
}

std::string plan_was()
{
    return "Plan was: ";
}

std::string homework_was()
{
    return "Homework was: ";
}

std::string open_draft_words(model::Date day)
{
    return "Note of " + short_date(day) + " is not signed";
}

std::string open_notices_words(std::size_t notices)
{
    return notices == 1 ? "1 notice to review" : std::to_string(notices) + " notices to review";
}

std::string goal_chart_words(const std::string& wording, const std::string& values)
{
    return "Ratings of \"" + isolated(wording) + "\", oldest first: " + values;
}

std::string signed_by_words(const model::Signature& signature, const std::string& when)
{
    return "Signed by " + isolated(signature.name) + ", " + isolated(signature.credentials) + ", licence " +
           isolated(signature.licence_number) + " on " + when;
}

std::string addendum_heading(const std::string& author, const std::string& when)
{
    return "Addendum by " + isolated(author) + ", " + when;
}

std::string reason_words(const std::string& reason)
{
    return "Reason: " + isolated(reason);
}

std::string in_error_words(const std::string& author, const std::string& when)
{
    return "Entered in error: marked by " + isolated(author) + " on " + when +
           ". It stays readable and no longer counts.";
}

std::string drafted_for_words(const std::string& code)
{
    return "A draft of it was made for " + isolated(code) + ".";
}

std::string first_written_for_words(const std::string& code)
{
    return "First signed by mistake for " + isolated(code) + ", where it is marked as entered in error.";
}

std::string right_client_words(const std::string& client)
{
    return "A draft of this note will be made for " + client + ".";
}

std::string words_for(AdditionProblem problem)
{
    switch (problem) {
    case AdditionProblem::text_missing:
        return "Please write the addendum first.";
    case AdditionProblem::reason_missing:
        return "Please say briefly why.";
    case AdditionProblem::client_unclear:
        return "Please choose the client whom the note belongs to from the list, or nobody else.";
    }
    return {};
}

std::string addendum_explanation()
{
    return "The signed note stays as it is; this is added below it.";
}

std::string in_error_explanation()
{
    return "The note stays readable with this mark and no longer counts in charts and summaries. This cannot be "
           "undone.";
}

std::string unsaved_addendum()
{
    return "Something is written here but not added to the note yet.";
}

std::string no_modality()
{
    return "none recorded";
}

std::string main_modality_words(const std::string& name)
{
    return isolated(name) + " · main";
}

std::string make_main_words()
{
    return "Make it the main one";
}

std::string remove_words()
{
    return "Remove";
}

} // namespace app
