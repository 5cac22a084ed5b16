#include "app/words/earlier_words.h"

namespace app::earlier_words {

std::string looking()
{
    return "Searching the backups for it…";
}

std::string found(const std::string& when)
{
    return "As it is in the backup of " + when;
}

std::string shown_above()
{
    return "It is part of a record shown above, as it is in a backup.";
}

std::string in_no_backup()
{
    return "None of the backups on this computer has it. A backup on another disk or memory stick may: Casebook > "
           "Backups restores it next to this casebook.";
}

std::string could_not_look()
{
    return "The backups could not be searched just now. They are unchanged; Casebook > Backups restores one next to "
           "this casebook.";
}

std::string wording()
{
    return "Goal";
}

std::string levels()
{
    return "Levels of care";
}

std::string closed()
{
    return "Closed";
}

std::string answers()
{
    return "Item scores";
}

std::string techniques()
{
    return "Techniques";
}

std::string about()
{
    return "Details";
}

std::string idle_minutes()
{
    return "Lock after inactivity (minutes)";
}

std::string period()
{
    return "Period";
}

std::string from_to(const std::string& from, const std::string& to)
{
    return (from.empty() ? "start of the episode" : from) + " - " + (to.empty() ? "today" : to);
}

} // namespace app::earlier_words
