#pragma once

#include "app/presenters/slow_work.h"

#include <wx/window.h>

#include <atomic>
#include <functional>
#include <list>
#include <memory>
#include <thread>

namespace app {

/// Threads for slow work. What they hand back runs on the thread of the window, guarded. Waits for its threads at the
/// end of its life.
class Worker {
public:
    explicit Worker(wxWindow& window) : window_{window} {}

    SlowWork slow_work();

    /// Waits until everything under way is done, and runs what it hands back. To be called by the window's thread.
    void wait();

private:
    /// One piece of work.
    struct Work {
        std::atomic<bool> is_done{false};
        /// What the task handed back, until it has run.
        std::shared_ptr<std::function<void()>> afterwards = std::make_shared<std::function<void()>>();
        std::jthread thread{}; ///< Last: it ends before the rest goes away.
    };

    static void run_once(wxWindow& window, std::function<void()>& afterwards);

    wxWindow& window_;
    std::list<Work> works_; ///< A list, because they stay where they are.
};

} // namespace app
