#pragma once

#include "model/episode.h"

#include <span>
#include <vector>

/// What becomes of two clients who are one person.
namespace model {

/// An episode of care as it is after a merge.
struct UnitedEpisode {
    EpisodeOfCare episode{};     ///< With the id of the first it is made of; corrections are only the new ones.
    std::vector<EpisodeId> of{}; ///< What it is made of, the first included.

    bool operator==(const UnitedEpisode&) const = default;
};

/// How much there is in a client's record.
struct RecordCounts {
    int notes = 0; ///< Signed ones.
    int drafts = 0;
    int forms = 0; ///< Filled-in measures.
    int goals = 0;
    int episodes = 0; ///< Of care.
    int misfiled = 0; ///< Notes signed in other clients' records, and marked in error there as this client's.

    bool operator==(const RecordCounts&) const = default;
};

/// What a merge does: what moves to the client who is left, and how their care stands then.
struct MergeOutlook {
    RecordCounts moves{};
    std::vector<UnitedEpisode> care{}; ///< Of both, oldest first.

    bool operator==(const MergeOutlook&) const = default;
};

/// The episodes of both clients as those of one, oldest first: those that overlap become one, from the earliest
/// admission that a person entered to the latest discharge. Only where nobody entered one, or where sessions were held
/// before it, it is the earliest of all. The levels of care of the survivor hold wherever both have some. `sessions`
/// are those of both. Days and levels that no longer stand are kept as corrections, which say neither why nor when nor
/// by whom.
std::vector<UnitedEpisode> united_episodes(std::span<const EpisodeOfCare> survivor,
                                           std::span<const EpisodeOfCare> other, const SessionDays& sessions);

} // namespace model
