#pragma once

#include "model/act.h"

#include <map>
#include <span>
#include <string>

namespace app {

/// Entries of the log of acts as comma-separated values, in their order.
///
/// Columns: number, time (2026-11-20T14:05:09Z), person (the name, or the number where it is not known), kind (its
/// code), client (the code, or the number of one who is not in `codes`), record (its id, or a count where the kind says
/// so), damaged (yes or no).
std::string activity_csv(std::span<const model::Act> acts, const std::map<model::ClientId, std::string>& codes);

/// A moment as ISO 8601 in UTC, to the second.
std::string iso_moment(model::Moment moment);

} // namespace app
