#include "app/words/unsaved_words.h"

namespace app::unsaved_words {

std::string on_this_page()
{
    return "What you began here is not finished, and leaving discards it.";
}

} // namespace app::unsaved_words
