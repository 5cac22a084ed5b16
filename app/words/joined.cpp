#include "app/words/joined.h"

#include <cstddef>

namespace app {

std::string joined(const std::vector<std::string>& parts)
{
    std::string words;
    for (std::size_t index = 0; index < parts.size(); ++index) {
        const bool is_last = index + 1 == parts.size();
        words += (index == 0 ? "" : is_last ? " and " : ", ") + parts[index];
    }
    return words;
}

} // namespace app
