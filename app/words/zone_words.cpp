#include "app/words/zone_words.h"

namespace app::zone_words {

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

std::string unknown_line()
{
    return "The time zone of this machine could not be found, so days are those of its clock and times are in UTC; "
           "please set TZ to your zone, such as TZ=Europe/Berlin.";
}

std::string demo_line(const std::string& zone)
{
    return "This computer does not name its time zone. The demo practice shows its times in " + zone + ".";
}

} // namespace app::zone_words
