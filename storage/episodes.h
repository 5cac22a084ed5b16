#pragma once

#include "model/episode.h"
#include "storage/record.h"

#include <optional>
#include <string>
#include <vector>

namespace storage {

/// A client's episodes of care with their levels, oldest first.
std::vector<model::EpisodeOfCare> episodes_of(Record& file, model::ClientId client);

/// The episode of every client who is in care, in no promised order.
std::vector<model::EpisodeOfCare> open_episodes(Record& file);

/// The day of the newest session whose note is signed and not in error.
std::optional<model::Date> last_note_on(Record& file, model::ClientId client);

model::EpisodeId begin_episode(Record& file, model::ClientId client, model::Date day);
void end_episode(Record& file, model::EpisodeId id, model::Date day, const std::string& reason);
void add_level(Record& file, model::EpisodeId id, const model::LevelOfCareSpan& span);

} // namespace storage
