#pragma once

#include "app/presenters/idle_watch.h"

#include <wx/timer.h>

#include <functional>

namespace app {

/// Tells when nobody has used the program for a while. Every key, button, wheel, touch and move of the mouse counts, in
/// any of its windows, menus and dialogs.
class Idleness {
public:
    /// `uptime` is a clock that also runs while the machine sleeps. `on_over` is called every few seconds for as long
    /// as it lasts.
    Idleness(std::function<IdleWatch::Time()> uptime, std::function<void()> on_over);
    Idleness(const Idleness&) = delete;
    Idleness& operator=(const Idleness&) = delete;
    ~Idleness();

    void allow(std::chrono::minutes limit) { watch_.allow(limit); }
    void touch() { watch_.touch(uptime_()); }

private:
    std::function<IdleWatch::Time()> uptime_;
    std::function<void()> on_over_;
    IdleWatch watch_;
    unsigned int event_signal_ = 0;
    unsigned long hook_ = 0;
    wxTimer clock_;
};

/// Seconds since the machine was started, those asleep included.
IdleWatch::Time system_uptime();

} // namespace app
