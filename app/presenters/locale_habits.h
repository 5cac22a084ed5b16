#pragma once

#include "model/date_habits.h"

#include <string_view>

namespace app {

/// How days and times are written where a locale has these formats, in the letters of `strftime`: `%m/%d/%Y`, `%r`. Day
/// first and 24 hours where they do not say.
model::DateHabits habits_in(std::string_view date_format, std::string_view time_format);

} // namespace app
