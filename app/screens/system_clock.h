#pragma once

#include "app/presenters/workplace.h"

#include <string>

namespace app {

/// How the desktop writes days and times, by its locale.
model::DateHabits desktop_habits();

/// The machine's clock as it shows in `zone`, with the habits of the desktop.
Clock system_clock(std::string zone);

} // namespace app
