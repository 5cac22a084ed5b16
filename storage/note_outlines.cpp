#include "storage/notes.h"

#include <unordered_map>

namespace storage {

namespace {

/// Where each sound note stands in the list.
using Places = std::unordered_map<std::int64_t, std::size_t>;

/// The note that the present row is a part of; null when that is damaged, or not in the list.
model::NoteOutline* note_of_part(const Statement& part, const Places& places, std::vector<model::NoteOutline>& outlines)
{
    const auto place = places.find(part.read<std::int64_t>("note_id"));
    return place == places.end() ? nullptr : &outlines[place->second];
}

/// The note in the present row. Of a damaged one only its place in the list is known, and that may be wrong.
model::NoteOutline read_outline(const Statement& query)
{
    const auto id = query.read<model::NoteId>("id");
    if (!query.read<bool>("is_sound")) {
        return {.id = id, .session = {.held_on = day_of_damaged(query, "held_on")}, .is_damaged = true};
    }
    return {
        .id = id,
        .session = read_session(query),
        .opening = query.read<std::string>("opening"),
        .has_addenda = query.read<bool>("has_addenda"),
        .is_entered_in_error = query.read<bool>("is_in_error"),
    };
}

std::vector<model::NoteOutline> read_headers(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id, held_on, clock_minutes, zone, length_minutes, format, attendance, level_of_care, opening,
               EXISTS (SELECT 1 FROM sound_addendum AS added WHERE added.note_id = note.id) AS has_addenda,
               EXISTS (SELECT 1 FROM sound_note_error AS error WHERE error.note_id = note.id) AS is_in_error,
               is_sound
          FROM sealed_note AS note
         WHERE client_id = :client
         ORDER BY starts_at, id)"};
    query.bind(":client", client);
    std::vector<model::NoteOutline> outlines;
    while (query.step()) {
        outlines.push_back(read_outline(query));
    }
    return outlines;
}

void add_modalities(Record& file, model::ClientId client, const Places& places,
                    std::vector<model::NoteOutline>& outlines)
{
    Statement query{file, R"(
        SELECT note_id, modality
          FROM note CROSS JOIN sound_note_modality AS used ON used.note_id = note.id
         WHERE note.client_id = :client
         ORDER BY used.id)"};
    query.bind(":client", client);
    while (query.step()) {
        if (auto* note = note_of_part(query, places, outlines)) {
            note->modalities.push_back({.modality = query.read<std::string>("modality")});
        }
    }
    Statement techniques{file, R"(
        SELECT technique.note_id AS note_id, modality, name
          FROM note CROSS JOIN sound_note_technique AS technique ON technique.note_id = note.id
         WHERE note.client_id = :client
         ORDER BY technique.id)"};
    techniques.bind(":client", client);
    while (techniques.step()) {
        if (auto* note = note_of_part(techniques, places, outlines)) {
            add_technique(techniques, note->modalities);
        }
    }
}

void add_ratings(Record& file, model::ClientId client, const Places& places, std::vector<model::NoteOutline>& outlines)
{
    Statement query{file, R"(
        SELECT rating.note_id AS note_id, goal_id, by_therapist, by_client
          FROM note CROSS JOIN sound_rating AS rating ON rating.note_id = note.id
         WHERE note.client_id = :client
         ORDER BY rating.id)"};
    query.bind(":client", client);
    while (query.step()) {
        if (auto* note = note_of_part(query, places, outlines)) {
            note->ratings.push_back(read_rating(query));
        }
    }
}

} // namespace

std::vector<model::NoteOutline> notes_of(Record& file, model::ClientId client)
{
    auto outlines = read_headers(file, client);
    Places places;
    for (std::size_t place = 0; place < outlines.size(); ++place) {
        if (!outlines[place].is_damaged) {
            places.emplace(outlines[place].id.value, place);
        }
    }
    add_modalities(file, client, places, outlines);
    add_ratings(file, client, places, outlines);
    return outlines;
}

} // namespace storage
