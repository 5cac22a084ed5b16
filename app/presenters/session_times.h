#pragma once

#include "app/presenters/workplace.h"
#include "model/session_note.h"

#include <optional>
#include <span>
#include <string_view>

namespace app {

/// Reads a time as people type it: `14:05`, `9:30`, `14.05`, `1405`, `9`, `2:05 pm`. Empty when it is none.
std::optional<model::TimeOfDay> read_typed_time(std::string_view text);

/// Reads a number of minutes from 1 to 1440, with or without "min". Empty when it is none.
std::optional<std::chrono::minutes> read_typed_minutes(std::string_view text);

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
