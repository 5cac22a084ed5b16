#include "app/words/command_words.h"

namespace app::command_words {

std::string casebook_menu()
{
    return "&Casebook";
}

std::string client_menu()
{
    return "C&lient";
}

std::string note_menu()
{
    return "&Note";
}

std::string view_menu()
{
    return "&View";
}

std::string help_menu()
{
    return "&Help";
}

std::string practice_command()
{
    return "&Practice and therapist";
}

std::string change_password_command()
{
    return "Change the pass&word";
}

std::string people_command()
{
    return "P&eople…";
}

std::string new_sheet_command()
{
    return "New &recovery sheet…";
}

std::string settings_command()
{
    return "&Settings";
}

std::string import_scores_command()
{
    return "&Import scores…";
}

std::string activity_command()
{
    return "&Activity";
}

std::string check_command()
{
    return "Check the casebook (&verify)";
}

std::string lock_command()
{
    return "&Lock";
}

std::string backups_command()
{
    return "&Backups";
}

std::string close_casebook_command()
{
    return "&Close casebook";
}

std::string quit_command()
{
    return "&Quit";
}

std::string add_client_command()
{
    return "&Add a client";
}

std::string find_client_command()
{
    return "&Find a client";
}

std::string summary_command()
{
    return "Progress &summary";
}

std::string new_note_command()
{
    return "&New note";
}

std::string goals_command()
{
    return "Rate the &goals";
}

std::string risk_command()
{
    return "&Risk";
}

std::string next_part_command()
{
    return "Ne&xt part of the window";
}

std::string previous_part_command()
{
    return "Pre&vious part of the window";
}

std::string hide_names_command()
{
    return "&Hide names";
}

std::string divide_command()
{
    return "&Width of the client list";
}

std::string keys_command()
{
    return "&Keyboard shortcuts";
}

} // namespace app::command_words
