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

std::string keep_editing_button()
{
    return "Keep editing";
}

std::string discard_button()
{
    return "Discard";
}

} // namespace app
