#include "app/screens/lock_triggers.h"

namespace app {

LockTriggers::LockTriggers(std::function<IdleWatch::Time()> uptime, const std::function<void(Locked)>& on_lock)
    : idleness_{std::move(uptime),
                [this, on_lock] { on_lock({.reason = LockReason::idle, .idle_minutes = idle_minutes_}); }},
      desktop_{[on_lock](LockReason reason) { on_lock({.reason = reason}); }}
{
}

void LockTriggers::begin(int idle_minutes)
{
    change(idle_minutes);
    idleness_.touch();
}

void LockTriggers::change(int idle_minutes)
{
    idle_minutes_ = idle_minutes;
    idleness_.allow(std::chrono::minutes{idle_minutes});
}

} // namespace app
