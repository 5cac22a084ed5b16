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

bool is_wording_new(const ClientRecord& record, const Goal& goal, Date today, std::string_view zone)
{
    if (!goal.former_wordings.empty()) {
        return goal.former_wordings.back().until == today;
    }
    const bool was_rated_before = std::ranges::any_of(record.notes, [&](const NoteOutline& note) {
        return note.session.held_on < today && std::ranges::count(note.ratings, goal.id, &Rating::goal) > 0;
    });
    return date_in_zone(goal.entered_at, zone) == today && !was_rated_before;
}

} // namespace model
