#include "app/words/zone_words.h"

#include "app/words/isolated.h"

namespace app::zone_words {

namespace {

std::string found_words(const std::string& variable)
{
    return variable.empty() ? "This machine does not tell which time zone it is in."
                            : "TZ says " + isolated(variable) + ", which is no time zone that is known here.";
}

} // namespace

std::string heading()
{
    return "Your time zone";
}

std::string explanation(bool is_guess)
{
    const std::string why = is_guess ? "This computer does not name its time zone. Its clock fits the first "
                                       "zones of this list. Please choose yours."
                                     : "This computer does not tell which time zone it is in. Please choose yours.";
    return why + " Mendline remembers it on this computer: notes keep the time of day at which a session was.";
}

std::string list_label()
{
    return "Time zones";
}

std::string not_chosen()
{
    return "Not chosen yet";
}

std::string now_there(const std::string& date_and_time)
{
    return "There it is now " + date_and_time + ".";
}

std::string go_on_button()
{
    return "&Continue";
}

std::string guessed_line(const std::string& zone)
{
    return "This machine does not name its time zone, so " + zone +
           " is taken, which its clock fits; to be sure, set TZ to yours, such as TZ=" + zone + ".";
}

std::string unknown_line(const std::string& variable)
{
    return found_words(variable) + " Days and times could be wrong, so nothing was done. Please set TZ to your zone, "
                                   "such as TZ=Europe/Berlin, and run the command again.";
}

std::string utc_line(const std::string& variable)
{
    return found_words(variable) + " Times are in UTC; to have yours, set TZ to your zone, such as TZ=Europe/Berlin.";
}

std::string help_line()
{
    return "Days and times are those of this machine; the variable TZ, such as TZ=Europe/Berlin, sets another zone.";
}

std::string demo_line(const std::string& zone)
{
    return "This computer does not name its time zone. The demo practice shows its times in " + zone + ".";
}

} // namespace app::zone_words
