#pragma once

#include "model/episode.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What the command line says. Codes and names come between isolates (app/words/isolated.h); names of files do not, as
/// scripts and people take them from here into the next command.
namespace app::words {

std::string recovery_sheet_title();
std::string trajectory_title(const std::string& code);
std::vector<std::string> client_columns();
std::string client_status(bool is_in_care, std::optional<model::LevelOfCare> level);
std::vector<std::string> measure_columns();
std::string password_prompt();
std::string new_password_prompt();
std::string repeat_password_prompt();
std::string no_password();
std::string passwords_differ();
std::string password_unusable();
std::string pdf_password_missing();
std::string cannot_read(const std::string& file);
std::string is_a_folder(const std::string& path);
std::string cannot_write(const std::string& file, const std::string& reason);
std::string output_lost();
std::string no_casebook(const std::string& path);
std::string if_closed_elsewhere(); ///< After the sentence on a casebook that another machine has open.
std::string no_such_command(const std::string& command, const std::vector<std::string>& commands);
std::string already_there(const std::string& path);
/// For a file that `--overwrite` would replace.
std::string file_already_there(const std::string& path);
std::string output_named_twice(const std::string& path);
std::string no_such_client(const std::string& code);
std::string never_admitted(const std::string& code);
std::string not_admitted_then(const std::string& code, const std::string& day);
std::string measure_name(const std::string& name, bool is_retired);
std::string no_own_measure(const std::string& code);
std::string measure_retired(const std::string& code);
std::string measure_reinstated(const std::string& code);
std::string reason_missing();
std::string no_note_then(const std::string& code, const std::string& when);
std::string several_notes_then(const std::string& code, const std::string& when);
std::string same_client_twice();
std::string note_given(const std::string& from, const std::string& to);
std::string no_earlier_details();
std::string no_such_version(std::size_t number, std::size_t versions);
std::string details_put_back(std::size_t version);
std::string nothing_changed();
std::string not_a_time(const std::string& text);
std::string not_a_date(const std::string& text);
std::string dates_upside_down();
std::string nothing_asked_for();
std::string casebook_made(const std::string& casebook, const std::string& sheet);
std::string no_sheet_letters();
/// What the exit status of `verify` tells scripts.
std::string verify_statuses();
std::string casebook_recovered(const std::string& casebook, bool has_new_private_notes);
std::string demo_made(const std::string& casebook, std::size_t clients, std::size_t notes);
std::string wrote(const std::string& file);
std::string measure_added(const std::string& code, const std::string& name);
/// Of the practice's own measures whose definitions are damaged.
std::string measures_unreadable(const std::vector<std::string>& codes);
std::string measure_taken(const std::string& code);
/// After the sentence that notices wait.
std::string where_notices_are();

} // namespace app::words
