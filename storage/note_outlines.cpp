#include "storage/notes.h"

#include <unordered_map>

namespace storage {

namespace {

using Places = std::unordered_map<std::int64_t, std::size_t>; ///< Where each note stands in the list.

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
        outlines.push_back({
            .id = query.read<model::NoteId>("id"),
            .session = read_session(query),
            .opening = query.read<std::string>("opening"),
            .has_addenda = query.read<bool>("has_addenda"),
            .is_entered_in_error = query.read<bool>("is_in_error"),
            .is_damaged = !query.read<bool>("is_sound"),
        });
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
        outlines[places.at(query.read<std::int64_t>("note_id"))].modalities.push_back(
            {.modality = query.read<std::string>("modality")});
    }
    Statement techniques{file, R"(
        SELECT technique.note_id AS note_id, modality, name
          FROM note CROSS JOIN sound_note_technique AS technique ON technique.note_id = note.id
         WHERE note.client_id = :client
         ORDER BY technique.id)"};
    techniques.bind(":client", client);
    while (techniques.step()) {
        add_technique(techniques, outlines[places.at(techniques.read<std::int64_t>("note_id"))].modalities);
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
        outlines[places.at(query.read<std::int64_t>("note_id"))].ratings.push_back(read_rating(query));
    }
}

} // namespace

std::vector<model::NoteOutline> notes_of(Record& file, model::ClientId client)
{
    auto outlines = read_headers(file, client);
    Places places;
    for (std::size_t place = 0; place < outlines.size(); ++place) {
        places.emplace(outlines[place].id.value, place);
    }
    add_modalities(file, client, places, outlines);
    add_ratings(file, client, places, outlines);
    return outlines;
}

} // namespace storage
