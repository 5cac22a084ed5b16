#include "storage/episodes.h"

#include <algorithm>
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
            .is_admission_assumed = query.read<bool>("is_admission_assumed"),
            .discharged_on = query.read<std::optional<model::Date>>("discharged_on"),
            .discharge_reason = query.read<std::string>("discharge_reason"),
        });
    }
    return episodes;
}

/// Gives each row of `query` to the episode it belongs to.
template <class Give>
void give_rows(Statement& query, std::vector<model::EpisodeOfCare>& episodes, Give&& give)
{
    std::unordered_map<std::int64_t, std::size_t> places;
    for (std::size_t place = 0; place < episodes.size(); ++place) {
        places.emplace(episodes[place].id.value, place);
    }
    while (query.step()) {
        const auto place = places.find(query.read<std::int64_t>("episode_id"));
        // The episode itself may be damaged, and so left out.
        if (place != places.end()) {
            give(episodes[place->second]);
        }
    }
}

/// Gives each episode its levels of care, which `query` has in their order.
void add_levels(Statement& query, std::vector<model::EpisodeOfCare>& episodes)
{
    give_rows(query, episodes, [&](model::EpisodeOfCare& episode) {
        episode.levels.push_back({
            .from = query.read<model::Date>("starts_on"),
            .level = query.read<model::LevelOfCare>("level"),
            .reason = query.read<std::string>("reason"),
            .review_on = query.read<std::optional<model::Date>>("review_on"),
        });
    });
}

/// Leaves out levels that ended before the admission, which was moved since they were entered.
void begin_at_admission(std::vector<model::EpisodeOfCare>& episodes)
{
    for (model::EpisodeOfCare& episode : episodes) {
        const auto later = std::ranges::find_if(
            episode.levels, [&](const model::LevelOfCareSpan& span) { return episode.admitted_on < span.from; });
        if (later - episode.levels.begin() > 1) {
            episode.levels.erase(episode.levels.begin(), later - 1);
        }
        if (!episode.levels.empty()) {
            episode.levels.front().from = episode.admitted_on;
        }
    }
}

void add_corrections(Record& file, model::ClientId client, std::vector<model::EpisodeOfCare>& episodes)
{
    Statement query{file, R"(
        SELECT episode_id, corrected, was_on, level, reason, why, author, corrected_at
          FROM sound_episode_correction
         WHERE episode_id IN (SELECT id FROM sound_episode WHERE client_id = :client)
         ORDER BY id)"};
    query.bind(":client", client);
    give_rows(query, episodes, [&](model::EpisodeOfCare& episode) {
        episode.corrections.push_back({
            .of = query.read<model::EpisodePart>("corrected"),
            .was_on = query.read<model::Date>("was_on"),
            .level = query.read<std::optional<model::LevelOfCare>>("level"),
            .reason = query.read<std::string>("reason"),
            .why = query.read<std::string>("why"),
            .by = query.read<std::string>("author"),
            .at = query.read<model::Moment>("corrected_at"),
        });
    });
}

} // namespace

std::vector<model::EpisodeOfCare> episodes_as_kept(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT id, client_id, admitted_on, is_admission_assumed, discharged_on, discharge_reason
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
    add_corrections(file, client, episodes);
    return episodes;
}

std::vector<model::EpisodeOfCare> episodes_of(Record& file, model::ClientId client)
{
    auto episodes = episodes_as_kept(file, client);
    begin_at_admission(episodes);
    return episodes;
}

std::vector<model::EpisodeOfCare> open_episodes(Record& file)
{
    Statement query{file, R"(
        SELECT id, client_id, admitted_on, is_admission_assumed, discharged_on, discharge_reason
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
    begin_at_admission(episodes);
    return episodes;
}

std::vector<model::Date> note_days(Record& file, model::ClientId client)
{
    Statement query{file, R"(
        SELECT held_on
          FROM sound_note AS note
         WHERE client_id = :client
           AND NOT EXISTS (SELECT 1 FROM sound_note_error AS error WHERE error.note_id = note.id)
         ORDER BY held_on)"};
    query.bind(":client", client);
    std::vector<model::Date> days;
    while (query.step()) {
        days.push_back(query.read<model::Date>("held_on"));
    }
    return days;
}

model::ClientId client_of_episode(Record& file, model::EpisodeId id)
{
    Statement query{file, "SELECT client_id FROM sound_episode WHERE id = :id"};
    query.bind(":id", id);
    if (!query.step()) {
        throw missing(file, "episode", id.value);
    }
    return query.read<model::ClientId>("client_id");
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

void reopen_episode(Record& file, model::EpisodeId id)
{
    Statement update{file, "UPDATE episode SET discharged_on = NULL, discharge_reason = '' WHERE id = :id"};
    update.bind(":id", id);
    update.run();
}

void move_admission(Record& file, const model::EpisodeOfCare& episode, model::Date day, bool is_assumed)
{
    Statement update{file, R"(
        UPDATE episode
           SET admitted_on = :day, is_admission_assumed = :is_assumed
         WHERE id = :id)"};
    update.bind(":day", day);
    update.bind(":is_assumed", is_assumed);
    update.bind(":id", episode.id);
    update.run();
    if (episode.levels.empty()) {
        return;
    }
    // Levels of before the admission stay: they are passed over in reading, and stand again when it moves back.
    if (day < episode.levels.front().from) {
        Statement move{file, R"(
            UPDATE level_of_care_span
               SET starts_on = :day
             WHERE id = (SELECT id
                           FROM level_of_care_span
                          WHERE episode_id = :episode
                          ORDER BY starts_on
                          LIMIT 1))"};
        move.bind(":day", day);
        move.bind(":episode", episode.id);
        move.run();
    }
}

void join_episodes(Record& file, const model::EpisodeOfCare& first, const model::EpisodeOfCare& next)
{
    const auto run = [&](std::string_view sql) {
        Statement statement{file, sql};
        statement.bind(":first", first.id);
        statement.bind(":next", next.id);
        statement.run();
    };
    // On the day on which both have a level of care, that of the later one holds.
    Statement remove{file, R"(
        DELETE FROM level_of_care_span
         WHERE episode_id = :first
           AND starts_on >= :next_on)"};
    remove.bind(":first", first.id);
    remove.bind(":next_on", next.admitted_on);
    remove.run();
    run("UPDATE level_of_care_span SET episode_id = :first WHERE episode_id = :next");
    run("UPDATE episode_correction SET episode_id = :first WHERE episode_id = :next");
    Statement gone{file, "DELETE FROM episode WHERE id = :next"};
    gone.bind(":next", next.id);
    gone.run();
    if (next.discharged_on) {
        end_episode(file, first.id, *next.discharged_on, next.discharge_reason);
    } else {
        reopen_episode(file, first.id);
    }
}

void keep_correction(Record& file, model::EpisodeId id, const model::EpisodeCorrection& correction)
{
    Statement insert{file, R"(
        INSERT INTO episode_correction (episode_id, corrected, was_on, level, reason, why, author, corrected_at)
        VALUES (:episode, :corrected, :was_on, :level, :reason, :why, :author, :corrected_at))"};
    insert.bind(":episode", id);
    insert.bind(":corrected", correction.of);
    insert.bind(":was_on", correction.was_on);
    insert.bind(":level", correction.level);
    insert.bind(":reason", correction.reason);
    insert.bind(":why", correction.why);
    insert.bind(":author", correction.by);
    insert.bind(":corrected_at", correction.at);
    insert.insert();
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
