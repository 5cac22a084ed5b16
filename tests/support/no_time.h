#pragma once

#include "model/calendar.h"

namespace tests {

/// A clock that stands still, for casebooks of which nobody asks when their acts were done.
inline model::Moment no_time()
{
    return {};
}

} // namespace tests
