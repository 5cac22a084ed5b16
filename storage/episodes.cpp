#include "storage/episodes.h"

namespace storage {

namespace {

/// Reads rows of an episode and one of its levels each, the rows of an episode standing together.
std::vector<model::EpisodeOfCare> read_episodes(Statement& query)
{
    std::vector<model::EpisodeOfCare> episodes;
    while (query.step()) {
        const auto id = query.read<model::EpisodeId>("id");
        if (episodes.empty() || episodes.back().id != id) {
            episodes.push_back({
                .id = id,
                .client = query.read<model::ClientId>("client_id"),
                .admitted_on = query.read<model::Date>("admitted_on"),
                .discharged_on = query.read<std::optional<model::Date>>("discharged_on"),
                .discharge_reason = query.read<std::string>("discharge_reason"),
            });
        }
        if (const auto from = query.read<std::optional<model::Date>>("starts_on")) {
            episodes.back().levels.push_back({
                .from = *from,
                .level = query.read<model::LevelOfCare>("level"),
                .reason = query.read<std::string>("reason"),
                .review_on = query.read<std::optional<model::Date>>("review_on"),
            });
        }
    }
    return episodes;
}

} // namespace

std::vector<model::EpisodeOfCare> episodes_of(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT episode.id, client_id, admitted_on, discharged_on, discharge_reason, starts_on, level, reason, review_on
          FROM episode LEFT JOIN level_of_care_span AS span ON span.episode_id = episode.id
         WHERE client_id = :client
         ORDER BY admitted_on, episode.id, starts_on)"};
    query.bind(":client", client);
    return read_episodes(query);
}

std::vector<model::EpisodeOfCare> open_episodes(Record& file)
{
    Statement query{file, R"(
        SELECT episode.id, client_id, admitted_on, discharged_on, discharge_reason, starts_on, level, reason, review_on
          FROM episode LEFT JOIN level_of_care_span AS span ON span.episode_id = episode.id
         WHERE discharged_on IS NULL
         ORDER BY episode.id, starts_on)"};
    return read_episodes(query);
}

std::optional<model::Date> last_note_on(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT max(held_on) AS held_on
          FROM note
         WHERE client_id = :client
           AND NOT EXISTS (SELECT 1 FROM note_error WHERE note_id = note.id))"};
    query.bind(":client", client);
    query.step();
    return query.read<std::optional<model::Date>>("held_on");
}

model::EpisodeId begin_episode(Record& file, model::ClientId client, model::Date day)
{
    Statement insert{file, "INSERT INTO episode (client_id, admitted_on) VALUES (:client, :day)"};
    insert.bind(":client", client);
    insert.bind(":day", day);
    return {insert.insert()};
}

void end_episode(Record& file, model::EpisodeId id, model::Date day, const std::string& reason)
{
    Statement update{file, "UPDATE episode SET discharged_on = :day, discharge_reason = :reason WHERE id = :id"};
    update.bind(":day", day);
    update.bind(":reason", reason);
    update.bind(":id", id);
    update.run();
}

void add_level(Record& file, model::EpisodeId id, const model::LevelOfCareSpan& span)
{
    Statement insert{file, R"(
        INSERT INTO level_of_care_span (episode_id, starts_on, level, reason, review_on)
        VALUES (:episode, :starts_on, :level, :reason, :review_on))"};
    insert.bind(":episode", id);
    insert.bind(":starts_on", span.from);
    insert.bind(":level", span.level);
    insert.bind(":reason", span.reason);
    insert.bind(":review_on", span.review_on);
    insert.insert();
}

} // namespace storage
