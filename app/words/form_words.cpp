#include "app/words/form_words.h"

namespace app::form_words {

std::string required_label(std::string_view label)
{
    return std::string{label} + " (required)";
}

std::string required()
{
    return "Required";
}

} // namespace app::form_words
