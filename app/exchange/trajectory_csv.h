#pragma once

#include "model/trajectory.h"

#include <string>
#include <string_view>

namespace app {

/// A trajectory as comma-separated values (RFC 4180, CRLF, UTF-8), one row a point, by panel, rater and date.
///
/// Columns: client, date (2026-11-20), series (the measure's code, or goal:12), scale, rater (therapist, client or
/// empty), value (exactly the number that went in), prorated (yes or no), answered and asked items (empty for ratings
/// and bare totals), band, name, version. A text that a spreadsheet would take for a formula gets an apostrophe in
/// front.
std::string trajectory_csv(const model::Trajectory& trajectory, std::string_view client_code);

} // namespace app
