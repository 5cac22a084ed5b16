#include "app/words/cli_words.h"

#include "app/words/level_words.h"
#include "app/words/numbers.h"

namespace app::words {

namespace {

/// After a sentence.
std::string known_rows(std::size_t known)
{
    return known == 0 ? std::string{}
                      : " " + counted(static_cast<long>(known), "row was", "rows were") + " in the casebook already.";
}

std::string with_new_clients(std::string sentence, const std::vector<std::string>& codes)
{
    if (codes.empty()) {
        return sentence;
    }
    sentence += " New " + std::string{codes.size() == 1 ? "client" : "clients"} +
                ", each with an episode of care from the first date:";
    for (const std::string& code : codes) {
        sentence += " " + code;
    }
    return sentence + ".";
}

} // namespace

std::string recovery_sheet_title()
{
    return "Mendline recovery sheet";
}

std::string trajectory_title(const std::string& code)
{
    return "Trajectory " + code;
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

std::string no_such_command(const std::string& command, const std::vector<std::string>& commands)
{
    std::string known;
    for (const std::string& name : commands) {
        known += (known.empty() ? "" : ", ") + name;
    }
    return "There is no command \"" + command + "\". The commands are " + known + "; run mendline-cli --help for more.";
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
    return "There is no client with the code " + code + ".";
}

std::string not_a_date(const std::string& text)
{
    return "\"" + text + "\" is not a date; write it as 2026-11-20.";
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
    return "Added " + code + " (" + name + ").";
}

std::string measures_unreadable(const std::vector<std::string>& codes)
{
    std::string names;
    for (const std::string& code : codes) {
        names += (names.empty() ? "" : ", ") + code;
    }
    return "The definition" + std::string{codes.size() == 1 ? " of " : "s of "} + names +
           " in this casebook cannot be read; what was entered with " + (codes.size() == 1 ? "it" : "them") +
           " is kept.";
}

std::string measure_taken(const std::string& code)
{
    return "There is already a measure with the code " + code + ". Nothing was added.";
}

std::string scores_imported(std::size_t scores, std::size_t known, const std::vector<std::string>& new_clients,
                            std::size_t notices)
{
    const std::string sentence = with_new_clients(
        "Imported " + counted(static_cast<long>(scores), "score", "scores") + "." + known_rows(known), new_clients);
    return notices == 0 ? sentence
                        : sentence + " " + counted(static_cast<long>(notices), "notice", "notices") + " " +
                              (notices == 1 ? "waits" : "wait") +
                              " for review: open Mendline, and choose \"Notices to review\".";
}

std::string scores_left_out(std::size_t contradicting)
{
    return contradicting == 0 ? std::string{}
                              : counted(static_cast<long>(contradicting), "row differs", "rows differ") +
                                    " from the casebook and " + (contradicting == 1 ? "was" : "were") + " left out.";
}

std::string not_who_is_meant(const std::string& option)
{
    return "\"" + option + "\" does not say who is meant; write what stands in the file, = and the client's code.";
}

std::string scores_would_be_imported(std::size_t scores, std::size_t known, const std::vector<std::string>& new_clients)
{
    return with_new_clients("The file is valid: " + counted(static_cast<long>(scores), "new score", "new scores") +
                                "." + known_rows(known) + " Nothing was imported.",
                            new_clients);
}

} // namespace app::words
