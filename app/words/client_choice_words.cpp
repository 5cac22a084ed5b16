#include "app/words/client_choice_words.h"

namespace app {

std::string nobody_found()
{
    return "No client with that name or code.";
}

namespace right_client {

std::string filter_label()
{
    return "If it belongs to another client: find by name or code";
}

std::string list_label()
{
    return "The note belongs to";
}

std::string nobody_else()
{
    return "Nobody else: only mark it";
}

} // namespace right_client

} // namespace app
