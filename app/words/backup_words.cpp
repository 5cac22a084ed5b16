#include "app/words/backup_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/numbers.h"

namespace app {

namespace {

using Kind = storage::StorageErrorKind;

std::string making_words(Kind kind)
{
    switch (kind) {
    case Kind::full:
        return "There is not enough space there to make and verify a backup. Nothing was left behind; please free some "
               "space and try again.";
    case Kind::exists:
        return "A file of this name is already there; it was left as it is. Please choose another name.";
    case Kind::read_only:
        return "This location is read-only, so no backup was made there. To be safe, copy the whole folder of the "
               "casebook to another disk.";
    case Kind::damaged:
        return "The copy could not be verified, so it does not count as a backup. Please keep your earlier backups, "
               "and check "
               "the disk.";
    case Kind::not_found:
    case Kind::cannot_open:
        return "A backup cannot be written there. Please check that the folder is there and that you may write to it.";
    default:
        return "The backup could not be made. Your casebook and the earlier backups are as they were; please try "
               "again.";
    }
}

std::string restoring_words(Kind kind)
{
    switch (kind) {
    case Kind::wrong_password:
        return "That did not open the backup. Please use the password from the day it was made, or the code on the "
               "recovery sheet from that time.";
    case Kind::not_ours:
        return "This file is not a Mendline backup. Nothing was changed.";
    case Kind::too_new:
        return "This backup was made by a newer Mendline. It is safe; please restore it with the newer version.";
    case Kind::damaged:
        return "This backup is damaged and was not restored. Nothing was changed; please try another one.";
    case Kind::full:
        return "There is not enough space for the restored casebook. Nothing was changed; please free some space and "
               "try again.";
    case Kind::exists:
        return "A folder of this name is already there. Please choose another name; nothing was overwritten.";
    case Kind::not_found:
        return "The backup is not there. Nothing was changed.";
    case Kind::too_little_memory:
        return "There is too little free memory to open the backup. Please close other programs and try again.";
    default:
        return "The backup could not be restored. Nothing was changed; please check the disk and try again.";
    }
}

std::string swapping_words(Kind kind)
{
    if (kind == Kind::in_use) {
        return "The casebook is open in another window or program, so it stays where it is. Please close it there "
               "first.";
    }
    return "The restored casebook could not replace the other one. Both are complete; the restored one is next to it.";
}

std::string copying_words(Kind kind)
{
    switch (kind) {
    case Kind::full:
        return "There is not enough space there for this backup. Nothing was left behind.";
    case Kind::exists:
        return "A backup of this name is already there; it was left as it is.";
    case Kind::damaged:
        return "This backup is damaged, so it was not copied. Please make a new one.";
    default:
        return "The backup could not be copied there. Please check that you may write to that folder.";
    }
}

} // namespace

std::string words_for(const BackupTrouble& trouble)
{
    switch (trouble.problem) {
    case BackupProblem::making:
        return making_words(trouble.kind);
    case BackupProblem::restoring:
        return trouble.slip ? "That did not open the backup. " + words_for(*trouble.slip)
                            : restoring_words(trouble.kind);
    case BackupProblem::unproved:
        return "Part of this casebook is damaged, so its copy does not count as a verified backup. The copy was kept "
               "all the same, marked “not verified”, and your verified backups stay. Check the casebook to see what "
               "is damaged.";
    case BackupProblem::swapping:
        return swapping_words(trouble.kind);
    case BackupProblem::copying:
        return copying_words(trouble.kind);
    case BackupProblem::stopped:
        return "Stopped. Nothing was left behind.";
    case BackupProblem::name_missing:
        return "Please give the restored casebook a name.";
    case BackupProblem::name_unusable:
        return "This name cannot be used for a folder. Please choose a shorter one without a slash that does not begin "
               "with a dot.";
    case BackupProblem::folder_missing:
        return "This folder is not there. Please choose another one.";
    case BackupProblem::in_casebook:
        return "This folder is inside a casebook. Please choose one outside of it.";
    case BackupProblem::code_unreadable:
        return "Please type the password or the recovery code.";
    }
    return {};
}

std::string words_for(const BackupStanding& standing, model::Moment now, const model::ClockFace& clock)
{
    if (!standing.last_proved) {
        return "No backup yet";
    }
    return "Last verified backup: " + backups::when(*standing.last_proved, now, clock);
}

namespace backups {

std::string when(model::Moment moment, model::Moment now, const model::ClockFace& clock)
{
    const model::Date day = model::date_in_zone(moment, clock.zone);
    const int days = model::days_between(day, model::date_in_zone(now, clock.zone));
    const std::string time = time_words(model::time_in_zone(moment, clock.zone), clock.hours);
    if (days == 0) {
        return "today " + time;
    }
    return days == 1 ? "yesterday " + time : date_and_time(moment, clock);
}

std::string size_words(std::uint64_t bytes)
{
    constexpr std::uint64_t kilobyte = 1000;
    constexpr std::uint64_t megabyte = kilobyte * kilobyte;
    return bytes < megabyte ? std::to_string((bytes + kilobyte - 1) / kilobyte) + " kB"
                            : std::to_string((bytes + megabyte / 2) / megabyte) + " MB";
}

std::string heading()
{
    return "Backups";
}

std::string explanation()
{
    return "A backup is one encrypted file that holds the whole casebook as it was then. Each backup is verified "
           "before it counts: it is opened and read back completely. Mendline makes one a day and one when you close "
           "the casebook, and keeps the newest of each of the last seven days, four weeks and twelve months. Copy one "
           "to a memory stick now and then: if this computer is lost, so are the backups on it.";
}

std::string list_label()
{
    return "Verified backups";
}

std::string row(model::Moment made_at, std::uint64_t size, model::Moment now, const model::ClockFace& clock)
{
    return when(made_at, now, clock) + " · " + size_words(size);
}

std::string none_yet()
{
    return "There is no backup yet.";
}

std::string back_up_now()
{
    return "&Back up now";
}

std::string working()
{
    return "Making a backup and verifying it…";
}

std::string copying()
{
    return "Copying the backup and reading it back…";
}

std::string stop_button()
{
    return "Stop";
}

std::string copy_to()
{
    return "C&opy to a folder…";
}

std::string copy_to_title()
{
    return "Copy the backup to this folder";
}

std::string copied(std::string_view folder)
{
    return "The backup was copied to " + isolated(folder) + " and read back.";
}

std::string restore_one()
{
    return "&Restore…";
}

std::string other_file()
{
    return "Restore another &file…";
}

std::string choose_file()
{
    return "Choose a backup";
}

std::string file_kind()
{
    return "Mendline backups";
}

std::string made(std::uint64_t size)
{
    return "A backup was made and verified (" + size_words(size) + ").";
}

std::string closing()
{
    return "Making a backup before closing. Everything you wrote is saved already.";
}

std::string close_without()
{
    return "Close without a backup";
}

std::string progress_label()
{
    return "Progress of the backup";
}

std::string wait_for_backup()
{
    return "A moment, please: this has to finish first. You can stop it.";
}

std::string not_backed_up(std::string_view reason)
{
    return "There is no new backup. " + std::string{reason};
}

std::string go_to_backups()
{
    return "Backups";
}

std::string restore_heading(std::string_view when)
{
    return "Restore the backup of " + std::string{when};
}

std::string unreadable_heading()
{
    return "This backup cannot be restored";
}

std::string restore_explanation(bool has_casebook)
{
    if (!has_casebook) {
        return "This creates a casebook from the backup. Nothing is overwritten.";
    }
    return "This creates a new casebook next to the one you have; nothing is overwritten. Afterwards you decide which "
           "of them to keep using.";
}

std::string password_label()
{
    return "Password or recovery code";
}

std::string password_hint()
{
    return "The password from the day the backup was made, or the code on the recovery sheet.";
}

std::string name_label()
{
    return "Name of the restored casebook";
}

std::string folder_label()
{
    return "Location";
}

std::string choose_folder()
{
    return "Choose a folder";
}

std::string restored_name(std::string_view casebook, model::Date made_on, int number)
{
    return std::string{casebook} + " (restored from " + model::iso_date(made_on) +
           (number > 1 ? ", " + std::to_string(number) : "") + ")";
}

std::string default_name()
{
    return "Casebook";
}

std::string restore_button()
{
    return "Restore";
}

std::string restoring()
{
    return "Restoring the backup and verifying it…";
}

std::string restored_heading()
{
    return "Restored";
}

std::string restored_words(std::string_view casebook, std::string_view when, std::int64_t clients, std::int64_t notes)
{
    return isolated(casebook) + " holds what the backup of " + std::string{when} +
           " held: " + counted(static_cast<long>(clients), "client", "clients") + " and " +
           counted(static_cast<long>(notes), "signed note", "signed notes") + ".";
}

std::string restored_unsound()
{
    return "Part of it was damaged already when the copy was made, and is shown as damaged. Check the casebook to see "
           "what it is.";
}

std::string swap_question(std::string_view casebook)
{
    return "Should it replace " + isolated(casebook) +
           "? That casebook is then kept next to it under another name; it is not deleted.";
}

std::string swap_button()
{
    return "Replace";
}

std::string keep_beside_button()
{
    return "Keep both";
}

std::string open_button()
{
    return "Open it";
}

std::string swapped(std::string_view casebook, std::string_view old_name)
{
    return isolated(casebook) + " is now the restored casebook. The one before is kept as " + isolated(old_name) + ".";
}

std::string is_beside(std::string_view path)
{
    return "The restored casebook is " + isolated(path) + ".";
}

std::string start_button()
{
    return "Restore from a backup";
}

std::string written(std::string_view file, std::string_view casebook, std::uint64_t size)
{
    return "Wrote " + std::string{file} + ", a verified backup of " + std::string{casebook} + " (" + size_words(size) +
           ").";
}

std::string restored_line(std::string_view casebook, model::Moment made_at, std::int64_t clients, std::int64_t notes)
{
    return "Restored " + std::string{casebook} + " as it was on " + date_and_time(made_at, {}) +
           " UTC: " + counted(static_cast<long>(clients), "client", "clients") + ", " +
           counted(static_cast<long>(notes), "signed note", "signed notes") +
           ". It opens with the password from that day.";
}

std::string unproved_line(std::string_view file)
{
    return "It is " + std::string{file} + ".";
}

std::string progress_line(bool is_restoring, int percent)
{
    return std::string{is_restoring ? "Restoring and verifying: " : "Verifying the backup: "} +
           std::to_string(percent) + " %";
}

std::string code_unreadable_line()
{
    return "The first line of the file is not a recovery code: a letter is wrong or missing. Nothing was restored.";
}

} // namespace backups

} // namespace app
