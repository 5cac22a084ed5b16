#pragma once

#include "model/calendar.h"

namespace app {

/// Where a key leads in a calendar.
enum class CalendarMove { day_before, day_after, week_before, week_after, month_before, month_after };

/// The day that is chosen then. It stays within the years that can be typed.
model::Date moved(model::Date day, CalendarMove move);

} // namespace app
