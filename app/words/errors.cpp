#include "app/words/errors.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"

namespace app {

namespace {

std::string in_use_words(const std::optional<storage::Holder>& holder, const model::ClockFace& clock)
{
    if (!holder) {
        return "This casebook is already open in another window or program. Please close it there first.";
    }
    const std::string since = clock.zone.empty() ? std::string{} : " since " + date_and_time(holder->since, clock);
    return "This casebook is already open on " + isolated(holder->host) + since + ". Please close it there first.";
}

/// Without a zone the time is that of no place in particular.
std::string elsewhere_words(const std::optional<storage::Holder>& holder, const model::ClockFace& clock)
{
    if (!holder) {
        return "Another machine has this casebook open, or did not close it properly.";
    }
    const std::string since = clock.zone.empty() ? date_and_time(holder->since, {.hours = clock.hours}) + " UTC"
                                                 : date_and_time(holder->since, clock);
    const std::string found = holder->host.empty()
                                  ? "The note of " + since +
                                        " that says who has this casebook open, the file “lock” in its folder, cannot "
                                        "be read: it may be open on another machine."
                                  : "This casebook has been open on " + isolated(holder->host) + " since " + since +
                                        ", or was not closed properly there.";
    return found + " If both work in it at once, records can be lost. Nothing was changed.";
}

} // namespace

std::string words_for(const storage::StorageError& error, const model::ClockFace& clock)
{
    using enum storage::StorageErrorKind;
    switch (error.kind) {
    case cannot_open:
        return "This casebook cannot be opened here. Please check that the folder is there and that you may write to "
               "it.";
    case wrong_password:
        return "That did not open the casebook. Please try the password again, or use the code on your recovery sheet.";
    case not_ours:
        return "This folder is not a Mendline casebook. Nothing in it was changed.";
    case too_new:
        return "This casebook was written by a newer Mendline. It is safe; please open it with the newer version.";
    case in_use:
        return in_use_words(error.holder, clock);
    case open_elsewhere:
        return elsewhere_words(error.holder, clock);
    case damaged:
        return "Part of this casebook is damaged. Nothing was changed; please keep the folder as it is and use your "
               "backup.";
    case full:
        return "The disk is full, so this could not be saved. What was saved before is safe. Please free some space "
               "and try again.";
    case refused:
        return "This cannot be done with the record as it stands. Nothing was changed.";
    case not_found:
        return "This is no longer in the casebook. Nothing was changed.";
    case exists:
        return "A file or folder of this name is already there. Please choose another name; nothing was overwritten.";
    case too_little_memory:
        return "There is too little free memory to open the casebook safely. Please close other programs and try "
               "again.";
    case read_only:
        return "This casebook is in a read-only location, so this could not be saved. What was saved before is "
               "safe, and everything can be read.";
    case needs_upgrade:
        return "This casebook was written by an earlier Mendline, and lies where nothing can be written. Please copy "
               "its "
               "folder to where you may write, and open the copy: it is brought to the present format there.";
    case disk_error:
        return "The disk could not be read or written. What was saved before is safe. Please check the disk and try "
               "again.";
    case keys_lost:
        return "The file with this casebook's keys is damaged or missing. The records are still there: please keep the "
               "folder as it is and get your recovery sheet, which can replace the keys.";
    }
    return words_for_unexpected_error();
}

std::string words_for(storage::OutputProblem problem, const std::string& place)
{
    switch (problem) {
    case storage::OutputProblem::in_casebook:
        return isolated(place) +
               " lies in the folder of a casebook. Nothing was written there. Please choose another folder.";
    case storage::OutputProblem::on_backup:
        return isolated(place) + " is a backup of a casebook. It was left as it is. Please choose another name.";
    case storage::OutputProblem::on_input:
        return isolated(place) + " is a file that this command reads, such as that of a password. It was left as it "
                                 "is. Please choose another name.";
    }
    return words_for_unexpected_error();
}

std::string words_for_unexpected_error()
{
    return "Something went wrong in Mendline. What was saved is safe; please try again.";
}

} // namespace app
