#pragma once

#include <string>
#include <vector>

namespace app {

/// Puts this program anew in the place of the running one: same process, but not a byte of its memory and none of its
/// open files. `arguments` begin with the program's name. Comes back only where the system does not allow it.
void relaunch(const std::vector<std::string>& arguments);

} // namespace app
