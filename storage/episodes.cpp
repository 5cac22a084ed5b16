#include "storage/episodes.h"

#include <unordered_map>

namespace storage {

namespace {

std::vector<model::EpisodeOfCare> read_episodes(Statement& query)
{
    std::vector<model::EpisodeOfCare> episodes;
    while (query.step()) {
        episodes.push_back({
            .id = query.read<model::EpisodeId>("id"),
            .client = query.read<model::ClientId>("client_id"),
            .admitted_on = query.read<model::Date>("admitted_on"),
            .discharged_on = query.read<std::optional<model::Date>>("discharged_on"),
            .discharge_reason = query.read<std::string>("discharge_reason"),
        });
    }
    return episodes;
}

/// Gives each episode its levels of care, which `query` has in their order.
void add_levels(Statement& query, std::vector<model::EpisodeOfCare>& episodes)
{
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t place = 0; place < episodes.size(); ++place) {
        places.emplace(episodes[place].id.value, place);
    }
    while (query.step()) {
        const auto place = places.find(query.read<std::int64_t>("episode_id"));
        // The episode itself may be damaged, and so left out.
        if (place == places.end()) {
            continue;
        }
        episodes[place->second].levels.push_back({
            .from = query.read<model::Date>("starts_on"),
            .level = query.read<model::LevelOfCare>("level"),
            .reason = query.read<std::string>("reason"),
            .review_on = query.read<std::optional<model::Date>>("review_on"),
        });
    }
}

} // namespace

std::vector<model::EpisodeOfCare> episodes_of(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id, client_id, admitted_on, discharged_on, discharge_reason
          FROM sound_episode
         WHERE client_id = :client
         ORDER BY admitted_on, id)"};
    query.bind(":client", client);
    auto episodes = read_episodes(query);
    Statement levels{file, R"(
        SELECT episode_id, starts_on, level, reason, review_on
          FROM sound_level_of_care_span
         WHERE episode_id IN (SELECT id FROM sound_episode WHERE client_id = :client)
         ORDER BY starts_on, id)"};
    levels.bind(":client", client);
    add_levels(levels, episodes);
    return episodes;
}

std::vector<model::EpisodeOfCare> open_episodes(Record& file)
{
    Statement query{file, R"(
        SELECT id, client_id, admitted_on, discharged_on, discharge_reason
          FROM sound_episode
         WHERE discharged_on IS NULL
         ORDER BY id)"};
    auto episodes = read_episodes(query);
    Statement levels{file, R"(
        SELECT episode_id, starts_on, level, reason, review_on
          FROM sound_level_of_care_span
         WHERE episode_id IN (SELECT id FROM sound_episode WHERE discharged_on IS NULL)
         ORDER BY starts_on, id)"};
    add_levels(levels, episodes);
    return episodes;
}

std::optional<model::Date> last_note_on(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT max(held_on) AS held_on
          FROM sound_note AS note
         WHERE client_id = :client
           AND NOT EXISTS (SELECT 1 FROM sound_note_error AS error WHERE error.note_id = note.id))"};
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
