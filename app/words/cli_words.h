#pragma once

#include "model/episode.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

/// What the command line says.
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
std::string no_such_command(const std::string& command, const std::vector<std::string>& commands);
std::string already_there(const std::string& path);
/// For a file that `--overwrite` would replace.
std::string file_already_there(const std::string& path);
std::string output_named_twice(const std::string& path);
std::string no_such_client(const std::string& code);
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
/// `notices`: how many the scores raised.
/// `known`: how many rows were left out because they are there already.
std::string scores_imported(std::size_t scores, std::size_t known, const std::vector<std::string>& new_clients,
                            std::size_t notices);
/// About rows that the casebook has otherwise; empty for none.
std::string scores_left_out(std::size_t contradicting);
std::string not_who_is_meant(const std::string& option);
std::string scores_would_be_imported(std::size_t scores, std::size_t known,
                                     const std::vector<std::string>& new_clients);

} // namespace app::words
