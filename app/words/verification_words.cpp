#include "app/words/verification_words.h"

#include "app/words/isolated.h"
#include "app/words/numbers.h"

#include <array>
#include <utility>

namespace app::verification_words {

namespace {

/// A count with its thousands apart: 12,345.
std::string grouped(std::uint64_t count)
{
    constexpr std::size_t together = 3;
    std::string digits = std::to_string(count);
    for (std::size_t place = digits.size(); place > together; place -= together) {
        digits.insert(place - together, ",");
    }
    return digits;
}

std::string grouped(std::uint64_t count, const std::string& one, const std::string& many)
{
    return grouped(count) + " " + (count == 1 ? one : many);
}

std::string seen(std::uint64_t records, std::uint64_t acts)
{
    return grouped(records, "record", "records") + " and " + grouped(acts, "activity entry", "activity entries");
}

} // namespace

std::string heading()
{
    return "Check the casebook";
}

std::string explanation()
{
    return "Every record and every activity entry is compared with what was written. Anything changed, removed or "
           "added from outside Mendline is listed here. The check itself changes nothing.";
}

std::string begin_button()
{
    return "&Check now";
}

std::string again_button()
{
    return "&Check again";
}

std::string stop_button()
{
    return "&Stop";
}

std::string progress_name()
{
    return "Progress of the check";
}

std::string working(int percent)
{
    return "Checking, " + std::to_string(percent) + " % done. You may leave; then the check stops.";
}

std::string stopped()
{
    return "The check was stopped before it was done.";
}

std::string all_sound(std::uint64_t records, std::uint64_t acts)
{
    return "Everything is as it was written: " + seen(records, acts) + ".";
}

std::string findings(std::size_t count, std::uint64_t records, std::uint64_t acts)
{
    return std::string{count == 1 ? "One thing is" : grouped(count) + " things are"} + " not as written, among " +
           seen(records, acts) + ". Please keep this casebook and its backups as they are.";
}

std::string more_findings(std::size_t count)
{
    return "And " + grouped(count) + " more; mendline-cli verify lists all of them.";
}

std::string activity_ends(const std::string& mark)
{
    return "The activity ends with: " + mark;
}

std::string progress_line(int percent)
{
    return "Checking, " + std::to_string(percent) + " %";
}

std::string kind_of_record(std::string_view table)
{
    using Kind = std::pair<std::string_view, const char*>;
    static constexpr std::array kinds{
        Kind{"act_log", "Entry of the activity"},
        Kind{"private_notes", "Private notes"},
        Kind{"practice", "Details of the practice"},
        Kind{"therapist", "Details of a person"},
        Kind{"setting", "Setting"},
        Kind{"left_open", "Where work was left off"},
        Kind{"left_typed", "Unfinished entry"},
        Kind{"client", "Client's details"},
        Kind{"episode", "Episode of care"},
        Kind{"episode_correction", "Correction of an episode of care"},
        Kind{"client_version", "Earlier details"},
        Kind{"client_merge", "Merged client"},
        Kind{"erasure", "Erasure"},
        Kind{"erased_note", "Erased note"},
        Kind{"level_of_care_span", "Level of care"},
        Kind{"session_tally", "Count of sessions"},
        Kind{"latest_form", "Date of the latest administration"},
        Kind{"modality", "Modality"},
        Kind{"modality_technique", "Technique of a modality"},
        Kind{"goal", "Goal"},
        Kind{"goal_wording", "Former words of a goal"},
        Kind{"draft", "Draft of a note"},
        Kind{"note", "Session note"},
        Kind{"note_section", "Section of a session note"},
        Kind{"note_modality", "Modality of a session note"},
        Kind{"note_technique", "Technique of a session note"},
        Kind{"rating", "Rating of a goal"},
        Kind{"addendum", "Addendum to a note"},
        Kind{"note_error", "Mark “entered in error” of a note"},
        Kind{"measure_definition", "The practice's own measure"},
        Kind{"measure_retirement", "Retirement of a measure"},
        Kind{"administration", "Administration of a measure"},
        Kind{"score", "Score of a measure"},
        Kind{"administration_error", "Mark “entered in error” of a measure"},
        Kind{"notice", "Notice"},
        Kind{"notice_review", "Review of a notice"},
        Kind{"summary_choice", "Choices for a summary"},
        Kind{"summary_left_out", "Choice of what a summary leaves out"},
    };
    for (const auto& [name, words] : kinds) {
        if (name == table) {
            return words;
        }
    }
    return "Record";
}

std::string record_title(const std::string& kind, const std::string& client, const std::string& day,
                         const std::string& person)
{
    std::string title = kind;
    title += client.empty() ? "" : " · " + isolated(client);
    title += day.empty() ? "" : " · written " + day;
    return title + (day.empty() || person.empty() ? "" : " by " + isolated(person));
}

std::string numbered(const std::string& kind, std::int64_t id)
{
    return kind + " no. " + std::to_string(id);
}

std::string entry_title(std::uint64_t number)
{
    return "Entry " + grouped(number) + " of the activity";
}

std::string log_title()
{
    return "The end of the activity";
}

std::string file_title()
{
    return "The file of the records";
}

std::string row_edited()
{
    return "It was changed from outside Mendline, or the disk damaged it. Its present content is not shown. A backup "
           "may "
           "still hold what was written.";
}

std::string row_removed()
{
    return "It was removed from outside Mendline. A backup may still hold it.";
}

std::string row_inserted()
{
    return "No activity entry says that it was written: it was added from outside Mendline, or its entry is missing. "
           "Do not rely on what it says.";
}

std::string row_replayed()
{
    return "An earlier version is in the place of the one written last. Do not rely on what it says; a backup may "
           "hold the last one.";
}

std::string row_unreadable()
{
    return "The disk or the file is damaged at this point, and it cannot be read. A backup may still hold it.";
}

std::string act_edited()
{
    return "What it says is not what was entered. Do not rely on it; a backup may still hold the true entry.";
}

std::string act_removed()
{
    return "It was removed from the activity list. A backup may still hold it.";
}

std::string act_inserted()
{
    return "It was added to the activity list from outside Mendline. Do not rely on it.";
}

std::string acts_reordered()
{
    return "Entries are not in the order in which they were made. Do not rely on the order of the entries nearby.";
}

std::string log_cut_short()
{
    return "The casebook's keys know of later entries than its records do: these records are an older copy, or their "
           "end was cut off. Look for the newer records, or a newer backup, before you continue.";
}

std::string file_damaged()
{
    return "Part of the file is damaged. Copy the casebook's folder to another disk as it is, and check your newest "
           "backup.";
}

std::string damaged_banner(std::size_t records)
{
    return (records == 1 ? "One record is damaged and is" : grouped(records) + " records are damaged and are") +
           " not shown. Everything else keeps working.";
}

std::string older_copy_banner()
{
    return "These records are older than the casebook's keys say: the newest work is missing, or this is an old copy.";
}

std::string go_on_with_older_button()
{
    return "Continue with these…";
}

std::string older_copy_question()
{
    return "If you put an older copy here yourself, or the newer records are lost, you can continue with these. The "
           "activity list records that you did, and this warning ends. Nothing is deleted.";
}

std::string accept_older_button()
{
    return "Continue with these records";
}

std::string not_now_button()
{
    return "Not now";
}

std::string name_of_trouble()
{
    return "Warning";
}

std::string check_button()
{
    return "Check the casebook";
}

std::string damaged_record()
{
    return "Damaged record";
}

std::string damaged_client_heading()
{
    return "This client's record is damaged";
}

std::string damaged_client_words()
{
    return "Its content is not what was written, or cannot be read, so it is not shown. You can keep working "
           "with "
           "other clients. Please keep the casebook's folder as it is, and check the casebook to see what else is "
           "damaged.";
}

std::string damaged_note_heading()
{
    return "This note is damaged";
}

std::string damaged_note_words()
{
    return "Its content is not what was written, or cannot be read, so it is not shown. You can keep working "
           "with "
           "other notes. Please keep the casebook's folder as it is, and check the casebook to see what else is "
           "damaged.";
}

} // namespace app::verification_words
