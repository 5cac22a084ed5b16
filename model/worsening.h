#pragma once

#include "model/administration.h"
#include "model/change.h"
#include "model/episode.h"
#include "model/notice.h"

#include <optional>
#include <span>

namespace model {

/// That the last filling-in of a measure has a score that is worse than an earlier one by at least the threshold.
struct Worsening {
    AdministrationId administration{}; ///< The last one.
    Date taken_on{};                   ///< Its day.
    WorseSince worse{};

    bool operator==(const Worsening&) const = default;
};

/// Reads the last score of a measure as `read_series` does: beside the best before it within one episode of care, the
/// lead scale first, then the other charted ones. Empty when none is worse by its threshold.
///
/// `administrations` are those of one client, oldest first; those of other measures and those entered in error do not
/// count. Nor does what lies before the last of `seen`: a person has looked at the course up to that one, and only what
/// became worse since its score is new. One of `seen` that was entered in error says nothing any more.
std::optional<Worsening> worsening_of(const MeasureDefinition& definition,
                                      std::span<const Administration> administrations,
                                      std::span<const EpisodeOfCare> episodes, std::span<const AdministrationId> seen);

} // namespace model
