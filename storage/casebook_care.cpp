#include "storage/births.h"
#include "storage/casebook_inside.h"
#include "storage/drafts.h"
#include "storage/episodes.h"
#include "storage/practice.h"

#include <algorithm>

/// The part of the casebook's front door that concerns episodes and levels of care.
namespace storage {

namespace {

void refuse_if(const std::optional<model::EpisodeProblem>& problem)
{
    if (problem) {
        throw StorageError{StorageErrorKind::refused, "episode problem " + std::to_string(static_cast<int>(*problem))};
    }
}

model::SessionDays session_days(Record& file, model::ClientId client)
{
    return {.noted = note_days(file, client), .drafted = draft_days(file, client)};
}

std::optional<model::EpisodeProblem> problem_with_birth(Record& file, model::ClientId client, model::Date day)
{
    const auto born_on = birth_of(file, client);
    return born_on && day < *born_on ? std::optional{model::EpisodeProblem::before_birth} : std::nullopt;
}

/// An episode among all those of its client.
struct Placed {
    std::vector<model::EpisodeOfCare> all{}; ///< Oldest first.
    std::size_t number = 0;

    const model::EpisodeOfCare& episode() const { return all[number]; }
    bool is_last() const { return number + 1 == all.size(); }
};

Placed place_of(Record& file, model::EpisodeId id)
{
    Placed placed{.all = episodes_of(file, client_of_episode(file, id))};
    const auto found = std::ranges::find(placed.all, id, &model::EpisodeOfCare::id);
    if (found == placed.all.end()) {
        throw missing(file, "episode", id.value);
    }
    placed.number = static_cast<std::size_t>(found - placed.all.begin());
    return placed;
}

} // namespace

std::vector<model::EpisodeOfCare> Casebook::episodes_of(model::ClientId client) const
{
    return inside_->read([&](Record& file) { return storage::episodes_of(file, client); });
}

std::optional<model::EpisodeProblem> Casebook::problem_with_admission(model::ClientId client, model::Date day,
                                                                      model::Date today) const
{
    return inside_->read([&](Record& file) {
        const auto problem = model::problem_with_admission(storage::episodes_of(file, client), day, today);
        return problem ? problem : problem_with_birth(file, client, day);
    });
}

std::optional<model::EpisodeProblem> Casebook::problem_with_discharge(model::ClientId client, model::Date day,
                                                                      model::Date today) const
{
    return inside_->read([&](Record& file) {
        return model::problem_with_discharge(storage::episodes_of(file, client), session_days(file, client), day,
                                             today);
    });
}

std::optional<model::EpisodeProblem> Casebook::problem_with_level(model::ClientId client, model::Date from) const
{
    return model::problem_with_level(episodes_of(client), from);
}

model::EpisodeId Casebook::admit(model::ClientId client, model::Date day, model::LevelOfCare level,
                                 const std::string& reason)
{
    return inside_->act(model::ActKind::client_admitted, [&](Record& file) {
        refuse_if(problem_with_admission(client, day, day));
        const auto id = begin_episode(file, client, day);
        add_level(file, id, {.from = day, .level = level, .reason = reason});
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::episodes, client);
        return id;
    });
}

void Casebook::discharge(model::ClientId client, model::Date day, const std::string& reason)
{
    inside_->act(model::ActKind::client_discharged, [&](Record& file) {
        refuse_if(problem_with_discharge(client, day, day));
        end_episode(file, storage::episodes_of(file, client).back().id, day, reason);
        inside_->acts.concerns({.client = client});
        inside_->acts.tell(Changed::episodes, client);
    });
}

void Casebook::set_level_of_care(model::ClientId client, const model::LevelOfCareSpan& span)
{
    inside_->act(model::ActKind::level_of_care_changed, [&](Record& file) {
        refuse_if(problem_with_level(client, span.from));
        const auto episodes = storage::episodes_of(file, client);
        add_level(file, model::episode_on(episodes, span.from)->id, span);
        inside_->acts.concerns({.client = client});
        inside_->acts.tell(Changed::episodes, client);
    });
}

std::optional<model::EpisodeProblem> Casebook::problem_with_admission_correction(model::EpisodeId id, model::Date day,
                                                                                 model::Date today) const
{
    return inside_->read([&](Record& file) {
        const auto placed = place_of(file, id);
        const auto client = placed.episode().client;
        const auto problem =
            model::problem_with_admission_correction(placed.all, placed.number, session_days(file, client), day, today);
        return problem ? problem : problem_with_birth(file, client, day);
    });
}

std::optional<model::EpisodeProblem> Casebook::problem_with_discharge_correction(model::EpisodeId id, model::Date day,
                                                                                 model::Date today) const
{
    return inside_->read([&](Record& file) {
        const auto placed = place_of(file, id);
        return model::problem_with_discharge_correction(placed.all, placed.number,
                                                        session_days(file, placed.episode().client), day, today);
    });
}

void Casebook::correct_admission(model::EpisodeId id, model::Date day, const std::string& why, model::Moment now)
{
    inside_->act(model::ActKind::admission_corrected, [&](Record& file) {
        refuse_if(problem_with_admission_correction(id, day, day));
        const auto episode = place_of(file, id).episode();
        move_admission(file, episode, day, false);
        keep_correction(file, id,
                        {.of = model::EpisodePart::admission,
                         .was_on = episode.admitted_on,
                         .why = why,
                         .by = author_if_known(inside_->writer()),
                         .at = now});
        inside_->acts.concerns({.client = episode.client, .record = id.value});
        inside_->acts.tell(Changed::episodes, episode.client);
    });
}

void Casebook::assume_admission(model::ClientId client, model::Date day)
{
    const auto episodes = episodes_of(client);
    const bool is_first = episodes.empty();
    if (!is_first && (!episodes.front().is_admission_assumed || episodes.front().admitted_on <= day)) {
        throw StorageError{StorageErrorKind::refused, "an admission that a person entered"};
    }
    inside_->act(is_first ? model::ActKind::client_admitted : model::ActKind::admission_corrected, [&](Record& file) {
        const auto id = is_first ? begin_episode(file, client, day) : episodes.front().id;
        if (is_first) {
            add_level(file, id, {.from = day});
        }
        move_admission(file, is_first ? storage::episodes_of(file, client).front() : episodes.front(), day, true);
        inside_->acts.concerns({.client = client, .record = id.value});
        inside_->acts.tell(Changed::episodes, client);
    });
}

void Casebook::correct_discharge(model::EpisodeId id, model::Date day, const std::string& discharge_reason,
                                 const std::string& why, model::Moment now)
{
    inside_->act(model::ActKind::discharge_corrected, [&](Record& file) {
        refuse_if(problem_with_discharge_correction(id, day, day));
        const auto episode = place_of(file, id).episode();
        end_episode(file, id, day, discharge_reason);
        keep_correction(file, id,
                        {.of = model::EpisodePart::discharge,
                         .was_on = *episode.discharged_on,
                         .reason = episode.discharge_reason,
                         .why = why,
                         .by = author_if_known(inside_->writer()),
                         .at = now});
        inside_->acts.concerns({.client = episode.client, .record = id.value});
        inside_->acts.tell(Changed::episodes, episode.client);
    });
}

void Casebook::take_back_discharge(model::EpisodeId id, const std::string& why, model::Moment now)
{
    inside_->act(model::ActKind::discharge_taken_back, [&](Record& file) {
        const auto placed = place_of(file, id);
        const auto& episode = placed.episode();
        if (!episode.discharged_on) {
            refuse_if(model::EpisodeProblem::not_discharged);
        }
        const std::string by = author_if_known(inside_->writer());
        if (placed.is_last()) {
            reopen_episode(file, id);
        } else {
            const auto& next = placed.all[placed.number + 1];
            join_episodes(file, episode, next);
            keep_correction(
                file, id,
                {.of = model::EpisodePart::admission, .was_on = next.admitted_on, .why = why, .by = by, .at = now});
        }
        keep_correction(file, id,
                        {.of = model::EpisodePart::discharge,
                         .was_on = *episode.discharged_on,
                         .reason = episode.discharge_reason,
                         .why = why,
                         .by = by,
                         .at = now});
        inside_->acts.concerns({.client = episode.client, .record = id.value});
        inside_->acts.tell(Changed::episodes, episode.client);
    });
}

} // namespace storage
