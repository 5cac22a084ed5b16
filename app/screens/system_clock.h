#pragma once

#include "app/presenters/workplace.h"

#include <string>

namespace app {

/// The zone that this machine's clock shows: from TZ, else from /etc/localtime; UTC when neither names a zone.
std::string system_zone();

/// How the desktop writes days and times, by its locale.
model::DateHabits desktop_habits();

/// The machine's clock in its zone, with the habits of the desktop.
Clock system_clock();

} // namespace app
