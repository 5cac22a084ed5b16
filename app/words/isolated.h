#pragma once

#include <string>
#include <string_view>

namespace app {

/// `text`, which a person typed, ready to stand in a sentence or in a line of facts.
///
/// Letters of a script that is read from the right turn round the digits and signs beside them: a date after a name in
/// Hebrew would be read backwards. Such a text comes between isolates (U+2068 and U+2069), which are not seen and end
/// its effect, paragraph by paragraph; marks in it that would reach beyond it are closed, or left out. What cannot
/// disturb comes back as it is. For people only: names of files, commands to be typed, what other programs read, and
/// all that is compared or kept, take the text itself.
std::string isolated(std::string_view text);

} // namespace app
