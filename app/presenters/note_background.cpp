#include "app/presenters/note_background.h"

#include "app/words/session_words.h"
#include "model/text.h"

#include <algorithm>

namespace app {

namespace {

constexpr std::size_t longest_summary = 160;

LastTime last_time_from(const model::Note& note)
{
    LastTime last{.held_on = note.content.session.held_on,
                  .plan = beginning_of(note.content.text_of(model::SectionKind::plan), longest_summary),
                  .homework = beginning_of(note.content.homework, longest_summary),
                  .note = note.id};
    for (const auto& section : note.content.sections) {
        if (section.kind != model::SectionKind::plan && !model::is_blank(section.text)) {
            last.summary = beginning_of(section.text, longest_summary);
            break;
        }
    }
    return last;
}

void add_rating(GoalHistory& history, model::Date day, const model::Rating& rating)
{
    if (rating.by_therapist) {
        history.by_therapist.push_back({.on = day, .value = *rating.by_therapist});
    }
    if (rating.by_client) {
        history.by_client.push_back({.on = day, .value = *rating.by_client});
    }
}

std::vector<model::ModalityUse> without_techniques(std::vector<model::ModalityUse> uses)
{
    for (auto& use : uses) {
        use.techniques.clear();
    }
    return uses;
}

std::vector<std::string> open_items(const storage::Casebook& casebook, model::ClientId client,
                                    std::optional<model::DraftId> self)
{
    std::vector<std::string> open;
    const auto notices = casebook.notices_of(client);
    const auto waiting = std::ranges::count_if(notices, [](const model::Notice& notice) { return !notice.review; });
    if (waiting > 0) {
        open.push_back(open_notices_words(static_cast<std::size_t>(waiting)));
    }
    for (const auto& draft : casebook.drafts_of(client)) {
        if (draft.id != self) {
            open.push_back(open_draft_words(draft.content.session.held_on));
        }
    }
    return open;
}

} // namespace

NoteBackground background_of_note(const storage::Casebook& casebook, model::ClientId client, model::Moment starts,
                                  std::optional<model::DraftId> self)
{
    NoteBackground background;
    background.goals = casebook.goals_of(client);
    background.episodes = casebook.episodes_of(client);
    std::optional<model::Moment> last_attended;
    for (const auto& note : casebook.notes_of(client)) {
        if (note.is_entered_in_error || note.session.starts() >= starts) {
            continue;
        }
        if (note.session.attendance == model::Attendance::attended &&
            (!last_attended || note.session.starts() > *last_attended)) {
            last_attended = note.session.starts();
            background.modalities_last = without_techniques(note.modalities);
        }
        for (const auto& rating : note.ratings) {
            add_rating(background.histories[rating.goal], note.session.held_on, rating);
        }
    }
    if (const auto last = casebook.last_note_before(client, starts)) {
        background.last_time = last_time_from(*last);
        for (const auto& rating : last->content.ratings) {
            background.rated_last.push_back(rating.goal);
        }
    }
    background.open = open_items(casebook, client, self);
    return background;
}

std::string beginning_of(const std::string& text, std::size_t most)
{
    const std::string whole = model::trimmed(text);
    const std::size_t end = model::first_characters(whole, most).size();
    if (end == whole.size()) {
        return whole;
    }
    const std::size_t space = whole.find_last_of(" \n\t", end);
    const bool has_words = space != std::string::npos && space > end / 2;
    return model::trimmed(whole.substr(0, has_words ? space : end)) + "…";
}

} // namespace app
