#include "storage/notes.h"

#include <unordered_map>

namespace storage {

namespace {

using Places = std::unordered_map<std::int64_t, std::size_t>; ///< Where each note stands in the list.

std::vector<model::NoteOutline> read_headers(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id, held_on, clock_minutes, zone, length_minutes, format, attendance, level_of_care, opening,
               EXISTS (SELECT 1 FROM addendum WHERE addendum.note_id = note.id) AS has_addenda,
               EXISTS (SELECT 1 FROM note_error WHERE note_error.note_id = note.id) AS is_in_error
          FROM note
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
        });
    }
    return outlines;
}

void add_modalities(Record& file, model::ClientId client, const Places& places,
                    std::vector<model::NoteOutline>& outlines)
{
    Statement query{file, R"(
        SELECT used.note_id, used.modality, technique.name AS technique
          FROM note
               CROSS JOIN note_modality AS used ON used.note_id = note.id
               LEFT JOIN note_technique AS technique
               ON technique.note_id = used.note_id AND technique.modality = used.modality
         WHERE note.client_id = :client
         ORDER BY used.id, technique.id)"};
    query.bind(":client", client);
    while (query.step()) {
        read_modality(query, outlines[places.at(query.read<std::int64_t>("note_id"))].modalities);
    }
}

void add_ratings(Record& file, model::ClientId client, const Places& places, std::vector<model::NoteOutline>& outlines)
{
    Statement query{file, R"(
        SELECT rating.note_id, goal_id, by_therapist, by_client
          FROM note CROSS JOIN rating ON rating.note_id = note.id
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
