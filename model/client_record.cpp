#include "model/client_record.h"

#include "model/text.h"

#include <algorithm>

namespace model {

namespace {

/// Whether a signed note rates the goal; of a session on this day or later, where one is given.
bool is_rated_by(const ClientRecord& record, const Goal& goal, std::optional<Date> from)
{
    return std::ranges::any_of(record.notes, [&](const NoteOutline& note) {
        return (!from || note.session.held_on >= *from) && std::ranges::count(note.ratings, goal.id, &Rating::goal) > 0;
    });
}

} // namespace

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
    const bool is_first = goal.former_wordings.empty();
    const Date since = is_first ? date_in_zone(goal.entered_at, zone) : goal.former_wordings.back().until;
    return since >= today && !is_rated_by(record, goal, is_first ? std::nullopt : std::optional{since});
}

Date new_wording_from(const ClientRecord& record, const Goal& goal, Date today)
{
    return is_rated_by(record, goal, today) ? days_after(today, 1) : today;
}

} // namespace model
