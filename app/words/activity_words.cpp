#include "app/words/activity_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"
#include "model/codes.h"

namespace app {

ActGroup group_of(model::ActKind kind)
{
    using enum model::ActKind;
    switch (kind) {
    case draft_started:
    case draft_saved:
    case draft_discarded:
    case draft_moved:
    case note_signed:
    case addendum_added:
    case note_marked_in_error:
    case note_given_to_client:
    case misfiled_note_erased:
    case modality_added:
        return ActGroup::notes;
    case goal_added:
    case goal_closed:
    case goal_reopened:
    case goal_corrected:
    case goal_reworded:
        return ActGroup::goals;
    case measure_added:
    case form_added:
    case form_marked_in_error:
    case form_corrected:
    case notice_reviewed:
    case worsening_noticed:
    case scores_imported:
    case measure_replaced:
    case measure_retired:
    case measure_reinstated:
        return ActGroup::measures;
    case client_viewed:
    case clients_searched:
    case client_added:
    case client_changed:
    case client_admitted:
    case client_discharged:
    case level_of_care_changed:
    case admission_corrected:
    case discharge_corrected:
    case discharge_taken_back:
    case clients_merged:
    case client_removed:
    case client_erased:
        return ActGroup::clients;
    case casebook_made:
    case unlocked:
    case unlock_failed:
    case locked:
    case place_taken_up:
    case clock_set_back:
    case practice_changed:
    case therapist_changed:
    case settings_changed:
    case person_added:
    case person_removed:
    case password_changed:
    case recovery_renewed:
    case recovery_used:
        return ActGroup::people;
    case summary_choices_kept:
    case summary_saved:
    case summary_printed:
    case trajectory_saved:
    case trajectory_copied:
    case activity_saved:
        return ActGroup::papers;
    case backed_up:
    case restored:
    case verified:
    case older_record_accepted:
    case backup_copied:
    case upgraded:
        break;
    }
    return ActGroup::backups;
}

std::vector<model::ActKind> kinds_of(ActGroup group)
{
    std::vector<model::ActKind> kinds;
    for (std::size_t index = 0; index < model::codes_of<model::ActKind>().size(); ++index) {
        if (const auto kind = static_cast<model::ActKind>(index); group_of(kind) == group) {
            kinds.push_back(kind);
        }
    }
    return kinds;
}

std::string label_of(ActGroup group)
{
    switch (group) {
    case ActGroup::all:
        return "Everything";
    case ActGroup::notes:
        return "Notes";
    case ActGroup::goals:
        return "Goals";
    case ActGroup::measures:
        return "Measures";
    case ActGroup::clients:
        return "Clients and their details";
    case ActGroup::people:
        return "People and access";
    case ActGroup::papers:
        return "Printing and saving";
    case ActGroup::backups:
        break;
    }
    return "Backups and checks";
}

std::string words_for(DaysProblem problem)
{
    switch (problem) {
    case DaysProblem::from_unreadable:
        return unreadable_date_words("The first day");
    case DaysProblem::to_unreadable:
        return unreadable_date_words("The last day");
    case DaysProblem::upside_down:
        break;
    }
    return "The last day is before the first.";
}

namespace activity_words {

namespace {

std::string words_for_kind(model::ActKind kind)
{
    using enum model::ActKind;
    switch (kind) {
    case casebook_made:
        return "Created the casebook";
    case unlocked:
        return "Opened the casebook";
    case unlock_failed:
        return "Wrong password";
    case locked:
        return "Locked the casebook";
    case place_taken_up:
        return "Continued after the lock";
    case clock_set_back:
        return "The computer's clock was set back";
    case practice_changed:
        return "Changed the practice's details";
    case therapist_changed:
        return "Changed the therapist's details";
    case settings_changed:
        return "Changed the settings";
    case person_added:
        return "Added a person";
    case person_removed:
        return "Removed a person's access";
    case password_changed:
        return "Changed the password";
    case recovery_renewed:
        return "Created a new recovery sheet";
    case client_viewed:
        return "Viewed the client";
    case clients_searched:
        return "Found the client by search";
    case client_added:
        return "Added the client";
    case client_changed:
        return "Changed the client's details";
    case client_admitted:
        return "Admitted the client";
    case client_discharged:
        return "Discharged the client";
    case level_of_care_changed:
        return "Changed the level of care";
    case admission_corrected:
        return "Corrected an admission";
    case discharge_corrected:
        return "Corrected a discharge";
    case discharge_taken_back:
        return "Took back a discharge";
    case clients_merged:
        return "Merged another client into this one";
    case client_removed:
        return "Removed the client";
    case client_erased:
        return "Erased the client's record";
    case note_given_to_client:
        return "Marked a note as entered in error and drafted it for another client";
    case misfiled_note_erased:
        return "Erased a note that belonged to another client, whose record was erased";
    case scores_imported:
        return "Imported scores";
    case measure_replaced:
        return "Replaced a measure definition";
    case measure_retired:
        return "Retired a measure";
    case measure_reinstated:
        return "Took a retired measure up again";
    case draft_started:
        return "Started a draft";
    case draft_saved:
        return "Saved a draft";
    case draft_discarded:
        return "Discarded a draft";
    case draft_moved:
        return "Moved a draft to another client";
    case note_signed:
        return "Signed a note";
    case addendum_added:
        return "Added an addendum to a signed note";
    case note_marked_in_error:
        return "Marked a note as entered in error";
    case modality_added:
        return "Added a modality";
    case goal_added:
        return "Added a goal";
    case goal_closed:
        return "Closed a goal";
    case goal_reopened:
        return "Reopened a goal";
    case goal_corrected:
        return "Corrected a goal's words";
    case goal_reworded:
        return "Reworded a goal";
    case measure_added:
        return "Added a measure definition";
    case form_added:
        return "Entered an administration of a measure";
    case form_marked_in_error:
        return "Marked an administration as entered in error";
    case form_corrected:
        return "Corrected an administration";
    case notice_reviewed:
        return "Reviewed a notice";
    case worsening_noticed:
        return "Noticed that a score is worse than before";
    case summary_choices_kept:
        return "Changed what a summary includes";
    case summary_saved:
        return "Saved a summary";
    case summary_printed:
        return "Printed a summary";
    case trajectory_saved:
        return "Saved the trajectory";
    case trajectory_copied:
        return "Copied the trajectory";
    case activity_saved:
        return "Saved the activity list";
    case backed_up:
        return "Made a backup";
    case restored:
        return "Restored a backup";
    case verified:
        return "Checked the casebook";
    case older_record_accepted:
        return "Continued with an older copy of the casebook";
    case backup_copied:
        return "Copied a backup to another place";
    case upgraded:
        return "Upgraded the casebook";
    case recovery_used:
        break;
    }
    return "Used the recovery sheet to set a new password";
}

} // namespace

std::string what_was_done(model::ActKind kind, std::size_t times, std::optional<std::int64_t> count)
{
    std::string words = words_for_kind(kind);
    if (kind == model::ActKind::unlock_failed && count && *count > 1) {
        words += ", " + std::to_string(*count) + " times";
    }
    if (kind == model::ActKind::scores_imported && count) {
        words = "Imported " + counted(static_cast<long>(*count), "score", "scores");
    }
    if (kind == model::ActKind::verified && count) {
        words += *count == 0 ? ": nothing was wrong" : ": " + counted(static_cast<long>(*count), "finding", "findings");
    }
    return times > 1 ? words + " " + std::to_string(times) + " times" : words;
}

std::string damaged_entry(const std::string& what)
{
    return "Damaged entry · " + what;
}

std::string person(std::int64_t number)
{
    return "Person " + std::to_string(number);
}

std::string unknown_client(std::int64_t number)
{
    return "Client " + std::to_string(number);
}

std::string heading()
{
    return "Activity";
}

std::string explanation()
{
    return "Who did what in this casebook, and when; never what was written. No entry can be changed or removed "
           "unnoticed.";
}

std::string client_label()
{
    return "Client";
}

std::string group_label()
{
    return "What";
}

std::string everybody()
{
    return "All clients";
}

std::string from_label()
{
    return "From (date)";
}

std::string to_label()
{
    return "To (date)";
}

std::string when_column()
{
    return "When";
}

std::string who_column()
{
    return "Who";
}

std::string what_column()
{
    return "What";
}

std::string client_column()
{
    return "Client";
}

std::string show_more_button()
{
    return "Show &more";
}

std::string save_button()
{
    return "&Save as CSV";
}

std::string count(std::size_t entries, bool has_more)
{
    const std::string words = counted(static_cast<long>(entries), "entry", "entries");
    return has_more ? "The newest " + words : words;
}

std::string nothing_found()
{
    return "No activity of this kind in this period.";
}

std::string file_name()
{
    return "activity.csv";
}

std::string file_dialog_title()
{
    return "Save the activity list";
}

std::string saved(const std::string& file)
{
    return "Saved as " + isolated(file) + ". This file is not encrypted.";
}

std::string not_saved(const std::string& file, const std::string& reason)
{
    return isolated(file) + " could not be written (" + reason + "). Please choose another place.";
}

} // namespace activity_words

} // namespace app
