#include "app/words/cli_words.h"

#include "app/words/isolated.h"
#include "app/words/level_words.h"
#include "app/words/numbers.h"

namespace app::words {

std::string recovery_sheet_title()
{
    return "Mendline recovery sheet";
}

std::string trajectory_title(const std::string& code)
{
    return "Trajectory " + isolated(code);
}

std::vector<std::string> client_columns()
{
    return {"client", "status", "last session", "sessions", "notices"};
}

std::string client_status(bool is_in_care, std::optional<model::LevelOfCare> level)
{
    if (!is_in_care) {
        return "not in care";
    }
    return level_of_care_words(level.value_or(model::LevelOfCare::outpatient));
}

std::vector<std::string> measure_columns()
{
    return {"measure", "name", "items", "licence"};
}

std::string password_prompt()
{
    return "Password: ";
}

std::string new_password_prompt()
{
    return "New password: ";
}

std::string repeat_password_prompt()
{
    return "Repeat the password: ";
}

std::string no_password()
{
    return "The password cannot be asked for here; name a file that holds it with --password-file.";
}

std::string passwords_differ()
{
    return "The two passwords differ. Nothing was created; please try again.";
}

std::string password_unusable()
{
    return "This password cannot be used: it is empty, too long, or not UTF-8 text. Nothing was created.";
}

std::string pdf_password_missing()
{
    return "The first line of the PDF's password file is empty, so the PDF would not be protected. Nothing was "
           "written.";
}

std::string cannot_read(const std::string& file)
{
    return "The file " + file + " cannot be read.";
}

std::string is_a_folder(const std::string& path)
{
    return path + " is a folder; please name a file.";
}

std::string output_lost()
{
    return "Not everything could be written to the standard output. What the command does was done.";
}

std::string cannot_write(const std::string& file, const std::string& reason)
{
    return "The file " + file + " cannot be written (" + reason + "). What stood there before is unchanged.";
}

std::string no_casebook(const std::string& path)
{
    return "There is no casebook at " + path + ".";
}

std::string if_closed_elsewhere()
{
    return "Please close it there first, and let the folder synchronise. If you are sure that it is closed there, add "
           "--open-anyway.";
}

std::string no_such_command(const std::string& command, const std::vector<std::string>& commands)
{
    std::string known;
    for (const std::string& name : commands) {
        known += (known.empty() ? "" : ", ") + name;
    }
    return "There is no command \"" + isolated(command) + "\". The commands are " + known +
           "; run mendline-cli --help for more.";
}

std::string already_there(const std::string& path)
{
    return path + " already exists; it was left as it is. Please choose another name.";
}

std::string file_already_there(const std::string& path)
{
    return path +
           " already exists; it was left as it is. Please choose another name, or add --overwrite to replace it.";
}

std::string output_named_twice(const std::string& path)
{
    return path + " is named for two outputs. Nothing was written. Please give each a name of its own.";
}

std::string no_such_client(const std::string& code)
{
    return "There is no client with the code " + isolated(code) + ".";
}

std::string never_admitted(const std::string& code)
{
    return isolated(code) + " was never admitted. Nothing was changed.";
}

std::string not_admitted_then(const std::string& code, const std::string& day)
{
    return isolated(code) + " has no admission on " + day + ". Nothing was changed.";
}

std::string measure_name(const std::string& name, bool is_retired)
{
    return is_retired ? isolated(name) + " (retired)" : name;
}

std::string no_own_measure(const std::string& code)
{
    return "The practice has no measure of its own with the code " + isolated(code) + ". Nothing was changed.";
}

std::string measure_retired(const std::string& code)
{
    return isolated(code) + " is retired: it is offered no more. What was filled in stays.";
}

std::string measure_reinstated(const std::string& code)
{
    return isolated(code) + " is offered again.";
}

std::string reason_missing()
{
    return "Please give a reason: it is kept with what is corrected. Nothing was changed.";
}

std::string no_note_then(const std::string& code, const std::string& when)
{
    return isolated(code) + " has no signed note of a session on " + when +
           " that is not marked as entered in error. Nothing was changed.";
}

std::string several_notes_then(const std::string& code, const std::string& when)
{
    return isolated(code) + " has several signed notes of " + when +
           ". Please give the time as well, such as \"2026-11-20 14:00\", or use the window. Nothing was changed.";
}

std::string same_client_twice()
{
    return "Both codes are of the same client. Nothing was changed.";
}

std::string note_given(const std::string& from, const std::string& to)
{
    return "The note is marked as entered in error at " + isolated(from) + ", and a draft of it waits for " +
           isolated(to) + " to be signed.";
}

std::string no_earlier_details()
{
    return "There are no earlier versions of these details.";
}

std::string no_such_version(std::size_t number, std::size_t versions)
{
    return "There is no version " + std::to_string(number) + "; there are " + std::to_string(versions) +
           ". Nothing was changed.";
}

std::string details_put_back(std::size_t version)
{
    return "Version " + std::to_string(version) +
           " stands again; what stood there until now is the first of the earlier versions.";
}

std::string nothing_changed()
{
    return "Nothing was changed.";
}

std::string not_a_time(const std::string& text)
{
    return "\"" + isolated(text) + "\" is not a time; write it as 14:30. Nothing was changed.";
}

std::string not_a_date(const std::string& text)
{
    return "\"" + isolated(text) + "\" is not a date; write it as 2026-11-20.";
}

std::string dates_upside_down()
{
    return "The period ends before it begins.";
}

std::string nothing_asked_for()
{
    return "Say what to write: --csv, --svg, --png or --pdf, each with a file.";
}

std::string casebook_made(const std::string& casebook, const std::string& sheet)
{
    return "Created " + casebook + ". Its recovery sheet is " + sheet +
           ": print it, keep it in a safe place, and delete the file.";
}

std::string no_sheet_letters()
{
    return "The sheet's file holds no letters that begin with MENDLINE1. Please write the code into it, and the "
           "letters "
           "below.";
}

std::string verify_statuses()
{
    return "Exit status: 0 when everything is as it was written, 3 when something is not, 1 when the casebook could "
           "not "
           "be checked, 2 on wrong usage.";
}

std::string casebook_recovered(const std::string& casebook, bool has_new_private_notes)
{
    return "The casebook " + casebook + " opens with the new password. The recovery sheet stays valid." +
           (has_new_private_notes ? " The file with the private notes was missing; there is a new, empty one." : "");
}

std::string demo_made(const std::string& casebook, std::size_t clients, std::size_t notes)
{
    return "Created the demo practice in " + casebook + ": " +
           counted(static_cast<long>(clients), "client", "clients") + ", " +
           counted(static_cast<long>(notes), "signed note", "signed notes") + ". Everyone in it is invented.";
}

std::string wrote(const std::string& file)
{
    return "Wrote " + file + ".";
}

std::string measure_added(const std::string& code, const std::string& name)
{
    return "Added " + isolated(code) + " (" + isolated(name) + ").";
}

std::string measures_unreadable(const std::vector<std::string>& codes)
{
    std::string names;
    for (const std::string& code : codes) {
        names += (names.empty() ? "" : ", ") + isolated(code);
    }
    return "The definition" + std::string{codes.size() == 1 ? " of " : "s of "} + names +
           " in this casebook cannot be read; what was entered with " + (codes.size() == 1 ? "it" : "them") +
           " is kept.";
}

std::string measure_taken(const std::string& code)
{
    return "There is already a measure with the code " + isolated(code) + ". Nothing was added.";
}

std::string where_notices_are()
{
    return "Open Mendline, and choose \"Notices to review\".";
}

} // namespace app::words
