#pragma once

#include "model/merging.h"
#include "storage/record.h"

/// The episodes of care of two clients who become one. To be run within an act, while damaged rows may move.
namespace storage {

/// Before two clients become one, of whom only one episode may be open: damaged ones count as ended where there is
/// another.
void end_damaged_episodes(Record& file, model::ClientId one, model::ClientId other);
/// Gives every episode of a client to another one, as it is.
void give_episodes(Record& file, model::ClientId from, model::ClientId into);
/// Writes an episode made of several, and removes what it was made of. Damaged levels of those stay, each on a day on
/// which no other begins.
void keep_united_episode(Record& file, const model::UnitedEpisode& united);

} // namespace storage
