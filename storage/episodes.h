#pragma once

#include "model/episode.h"
#include "storage/record.h"

#include <optional>
#include <string>
#include <vector>

namespace storage {

/// A client's episodes of care with their levels, oldest first.
std::vector<model::EpisodeOfCare> episodes_of(Record& file, model::ClientId client);

/// The same with every level as it is kept: those from before an admission that was moved are passed over otherwise.
std::vector<model::EpisodeOfCare> episodes_as_kept(Record& file, model::ClientId client);

/// The episode of every client who is in care, in no promised order.
std::vector<model::EpisodeOfCare> open_episodes(Record& file);

/// The days of the sessions whose notes are signed and not in error, oldest first.
std::vector<model::Date> note_days(Record& file, model::ClientId client);

/// Throws `StorageError{not_found}` when there is no such episode.
model::ClientId client_of_episode(Record& file, model::EpisodeId id);

model::EpisodeId begin_episode(Record& file, model::ClientId client, model::Date day);
void end_episode(Record& file, model::EpisodeId id, model::Date day, const std::string& reason);
/// Moves the admission of an episode; levels of care that ended before it are passed over while it stands there.
void move_admission(Record& file, const model::EpisodeOfCare& episode, model::Date day, bool is_assumed);
/// Care goes on from `first` as if there had never been a discharge: `next`, the episode after it, becomes part of it.
void join_episodes(Record& file, const model::EpisodeOfCare& first, const model::EpisodeOfCare& next);
/// Care goes on.
void reopen_episode(Record& file, model::EpisodeId id);
void keep_correction(Record& file, model::EpisodeId id, const model::EpisodeCorrection& correction);
void add_level(Record& file, model::EpisodeId id, const model::LevelOfCareSpan& span);

} // namespace storage
