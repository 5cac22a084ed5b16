#include "app/words/button_words.h"

namespace app {

std::string save_button()
{
    return "Save";
}

std::string cancel_button()
{
    return "Cancel";
}

std::string hide_button()
{
    return "Hide";
}

std::string close_button()
{
    return "Close";
}

std::string back_button()
{
    return "Back";
}

std::string keep_entering_button()
{
    return "Keep entering";
}

std::string throw_away_button()
{
    return "Throw away";
}

} // namespace app
