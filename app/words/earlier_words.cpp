#include "app/words/earlier_words.h"

namespace app::earlier_words {

std::string looking()
{
    return "Looking into the backups for it…";
}

std::string found(const std::string& when)
{
    return "As it stands in the backup of " + when;
}

std::string shown_above()
{
    return "It is part of a record that is shown above, as it stands in a backup.";
}

std::string in_no_backup()
{
    return "None of the backups on this computer has it. A backup on another disk or memory stick may: Backups "
           "restores "
           "it beside this casebook.";
}

std::string could_not_look()
{
    return "The backups could not be looked into just now. They are as they were; Backups restores one beside this "
           "casebook.";
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
    return "Answers";
}

std::string techniques()
{
    return "Techniques";
}

std::string about()
{
    return "About it";
}

std::string idle_minutes()
{
    return "Lock after so many idle minutes";
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
