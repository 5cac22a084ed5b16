#pragma once

#include "app/presenters/workplace.h"

#include <string>

namespace app {

/// The zone that this machine's clock shows: from TZ, else from /etc/localtime; UTC when neither names a zone.
std::string system_zone();

/// The machine's clock in its zone.
Clock system_clock();

} // namespace app
