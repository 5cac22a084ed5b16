#pragma once

#include <string>

namespace app::unsaved_words {

/// Asked before a page goes away on which somebody began something.
std::string on_this_page();

} // namespace app::unsaved_words
