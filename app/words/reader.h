#pragma once

namespace app {

/// Whom words are for: a clinician in the terms of the field, or the client, who is spoken to as "you" and plainly.
enum class Reader { clinician, client };

} // namespace app
