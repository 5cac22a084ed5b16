#include "app/presenters/note_as_read.h"

#include "app/presenters/session_times.h"
#include "app/words/dates.h"
#include "app/words/isolated.h"
#include "app/words/level_words.h"
#include "app/words/note_words.h"
#include "app/words/session_words.h"
#include "model/text.h"

#include <algorithm>

namespace app {

namespace {

std::string heading_of(const model::Session& session, const model::ClockFace& clock)
{
    return weekday_date(session.held_on) + ", " + start_words(session, clock) + " - " +
           time_words(end_of(session), clock.hours) + " · " + minutes_words(session.length);
}

std::string details_of(const model::Session& session)
{
    return name_of(session.format) + " · " + level_of_care_label(session.level_of_care) + " · " +
           name_of(session.attendance);
}

std::vector<RatedGoal> rated_goals(const model::NoteContent& content, const std::vector<model::Goal>& goals)
{
    std::vector<RatedGoal> rated;
    for (const auto& rating : content.ratings) {
        const auto goal = std::ranges::find(goals, rating.goal, &model::Goal::id);
        rated.push_back({.wording = goal == goals.end() ? unreadable_goal() : goal->wording_on(content.session.held_on),
                         .ratings = ratings_words(rating)});
    }
    return rated;
}

std::string all_modalities(const model::NoteContent& content, const std::vector<model::Modality>& modalities)
{
    std::string all;
    for (const auto& use : content.modalities) {
        all += (all.empty() ? "" : ", ") + isolated(modality_words(use, modalities));
    }
    return all.empty() ? no_modality() : all;
}

} // namespace

NoteAsRead as_read(const model::NoteContent& content, const std::vector<model::Goal>& goals,
                   const std::vector<model::Modality>& modalities, const model::ClockFace& clock)
{
    NoteAsRead read{.heading = heading_of(content.session, clock),
                    .details = details_of(content.session),
                    .origin = content.first_written_for.empty() ? std::string{}
                                                                : first_written_for_words(content.first_written_for),
                    .modalities = all_modalities(content, modalities),
                    .goals = rated_goals(content, goals),
                    .risk = risk_words(content.risk),
                    .homework = content.homework};
    for (const auto& section : content.sections) {
        if (!model::is_blank(section.text)) {
            read.sections.emplace_back(section.kind, section.text);
        }
    }
    return read;
}

NoteAsRead as_read(const model::Note& note, const std::vector<model::Goal>& goals,
                   const std::vector<model::Modality>& modalities, const model::ClockFace& clock)
{
    NoteAsRead read = as_read(note.content, goals, modalities, clock);
    // Everything in one note is told by one clock: the one that the session was held by.
    const std::string& zone = note.content.session.zone;
    const auto when = [&](model::Moment moment) {
        const std::string words = date_and_time(moment, {.zone = zone, .hours = clock.hours});
        return zone == clock.zone ? words : in_zone_words(words, zone);
    };
    read.signature = signed_by_words(note.signature, when(note.signed_at));
    for (const auto& addendum : note.addenda) {
        read.addenda.push_back({.heading = addendum_heading(addendum.author, when(addendum.written_at)),
                                .reason = reason_words(addendum.reason),
                                .text = addendum.text});
    }
    if (const auto& error = note.entered_in_error) {
        read.error_mark = in_error_words(error->author, when(error->marked_at));
        if (!error->drafted_for.empty()) {
            read.error_mark += " " + drafted_for_words(error->drafted_for);
        }
        read.error_reason = reason_words(error->reason);
    }
    return read;
}

} // namespace app
