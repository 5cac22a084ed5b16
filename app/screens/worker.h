#pragma once

#include "app/presenters/slow_work.h"

#include <wx/window.h>

#include <thread>
#include <vector>

namespace app {

/// Threads for slow work. What they hand back runs on the thread of the window, guarded. Waits for its threads at the
/// end of its life.
class Worker {
public:
    explicit Worker(wxWindow& window) : window_{window} {}

    SlowWork slow_work();

private:
    wxWindow& window_;
    std::vector<std::jthread> threads_;
};

} // namespace app
