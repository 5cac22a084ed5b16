#pragma once

#include <string>

/// The menus and their commands; `&` marks the letter to press.
namespace app::command_words {

std::string casebook_menu();
std::string client_menu();
std::string note_menu();
std::string view_menu();
std::string help_menu();
std::string practice_command();
std::string change_password_command();
std::string people_command();
std::string new_sheet_command();
std::string settings_command();
std::string import_scores_command();
std::string activity_command();
std::string check_command();
std::string lock_command();
std::string backups_command();
std::string close_casebook_command();
std::string quit_command();
std::string add_client_command();
std::string find_client_command();
std::string summary_command();
std::string new_note_command();
std::string goals_command();
std::string risk_command();
std::string next_part_command();
std::string previous_part_command();
std::string hide_names_command();
std::string divide_command();
std::string keys_command();

} // namespace app::command_words
