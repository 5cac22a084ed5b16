#include "model/client_record.h"

#include "model/text.h"

#include <algorithm>

namespace model {

std::string opening_of(const NoteContent& content)
{
    constexpr std::size_t longest_opening = 120;
    const auto written =
        std::ranges::find_if(content.sections, [](const NoteSection& section) { return !is_blank(section.text); });
    if (written == content.sections.end()) {
        return {};
    }
    std::string opening{first_characters(trimmed(written->text), longest_opening)};
    std::ranges::replace_if(
        opening,
        [](char character) {
            return is_blank({&character, 1});
        },
        ' ');
    return opening;
}

} // namespace model
