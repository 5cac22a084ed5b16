#pragma once

#include "app/presenters/workplace.h"
#include "model/session_note.h"

#include <chrono>
#include <optional>
#include <span>

namespace app {

/// What a clock in the session's zone shows at its end.
model::TimeOfDay end_of(const model::Session& session);

/// How long the session lasts when it ends as a clock in its zone shows `end`: the first such moment after its start,
/// so that it may go over midnight, and over the hour when clocks change. A whole day when start and end agree.
std::chrono::minutes length_until(const model::Session& session, model::TimeOfDay end);

/// The session that has probably just ended: as long as the last one, in its format, begun that long ago on a full
/// five minutes, at the level of care of that day.
model::Session session_just_held(const Clock& clock, const std::optional<model::Session>& last,
                                 std::span<const model::EpisodeOfCare> episodes);

} // namespace app
