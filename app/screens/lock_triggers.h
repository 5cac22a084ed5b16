#pragma once

#include "app/screens/desktop_signals.h"
#include "app/screens/idleness.h"

#include <functional>

namespace app {

/// Everything that locks a casebook without being asked to: nobody uses the program, the desktop locks, the machine
/// goes to sleep.
class LockTriggers {
public:
    /// `on_lock` may be called again and again until it has happened.
    LockTriggers(std::function<IdleWatch::Time()> uptime, const std::function<void(Locked)>& on_lock);

    /// How long nobody may use the program, beginning now.
    void begin(int idle_minutes);
    void change(int idle_minutes);
    void let_sleep() { desktop_.let_sleep(); }

private:
    int idle_minutes_ = 0;
    Idleness idleness_;
    DesktopSignals desktop_;
};

} // namespace app
