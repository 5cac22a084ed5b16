#include "storage/united_episodes.h"

#include "storage/episodes.h"

namespace storage {

void end_damaged_episodes(Record& file, model::ClientId one, model::ClientId other)
{
    Statement update{file, R"(
        UPDATE episode
           SET discharged_on = admitted_on
         WHERE client_id IN (:one, :other)
           AND discharged_on IS NULL
           AND id NOT IN (SELECT id FROM sound_episode WHERE client_id IN (:one, :other))
           AND (SELECT count(*) FROM episode WHERE client_id IN (:one, :other) AND discharged_on IS NULL) > 1)"};
    update.bind(":one", one);
    update.bind(":other", other);
    update.run();
}

void give_episodes(Record& file, model::ClientId from, model::ClientId into)
{
    Statement give{file, "UPDATE episode SET client_id = :into WHERE client_id = :from"};
    give.bind(":into", into);
    give.bind(":from", from);
    give.run();
}

namespace {

/// What of an episode goes into another one; what is damaged has a day of its own there.
void give_parts(Record& file, model::EpisodeId from, model::EpisodeId into)
{
    const auto run = [&](std::string_view sql) {
        Statement statement{file, sql};
        statement.bind(":from", from);
        statement.bind(":into", into);
        return statement.run();
    };
    run("UPDATE episode_correction SET episode_id = :into WHERE episode_id = :from");
    run("UPDATE OR IGNORE level_of_care_span SET episode_id = :into WHERE episode_id = :from");
    int moved = 0;
    do {
        moved = run(R"(
            UPDATE level_of_care_span
               SET episode_id = :into,
                   starts_on = (SELECT date(max(starts_on), '+1 day') FROM level_of_care_span WHERE episode_id = :into)
             WHERE id = (SELECT min(id) FROM level_of_care_span WHERE episode_id = :from))");
    } while (moved > 0);
}

bool has_level_from(Record& file, model::EpisodeId id, model::Date day)
{
    Statement query{file, "SELECT 1 FROM sealed_level_of_care_span WHERE episode_id = :id AND starts_on = :day"};
    query.bind(":id", id);
    query.bind(":day", day);
    return query.step();
}

} // namespace

void keep_united_episode(Record& file, const model::UnitedEpisode& united)
{
    const model::EpisodeOfCare& episode = united.episode;
    const auto remove = [&](std::string_view sql, model::EpisodeId id) {
        Statement statement{file, sql};
        statement.bind(":id", id);
        statement.run();
    };
    for (const model::EpisodeId id : united.of) {
        remove("DELETE FROM level_of_care_span WHERE id IN (SELECT id FROM sound_level_of_care_span WHERE episode_id = "
               ":id)",
               id);
        if (id != episode.id) {
            give_parts(file, id, episode.id);
            remove("DELETE FROM episode WHERE id = :id", id);
        }
    }
    Statement update{file, R"(
        UPDATE episode
           SET admitted_on = :admitted_on, is_admission_assumed = :is_assumed, discharged_on = :discharged_on,
               discharge_reason = :discharge_reason
         WHERE id = :id)"};
    update.bind(":admitted_on", episode.admitted_on);
    update.bind(":is_assumed", episode.is_admission_assumed);
    update.bind(":discharged_on", episode.discharged_on);
    update.bind(":discharge_reason", episode.discharge_reason);
    update.bind(":id", episode.id);
    update.run();
    for (const model::LevelOfCareSpan& span : episode.levels) {
        if (!has_level_from(file, episode.id, span.from)) {
            add_level(file, episode.id, span);
        }
    }
}

} // namespace storage
