#include "app/words/pdf_words.h"

namespace app::pdf_words {

std::string protect_caption()
{
    return "Anyone who finds the file can read it, unless it has a password.";
}

std::string password_label()
{
    return "Password for the file";
}

std::string save_protected_button()
{
    return "Save with password…";
}

std::string save_plain_button()
{
    return "Save without password…";
}

} // namespace app::pdf_words
