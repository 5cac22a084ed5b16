#pragma once

#include "app/words/lock_words.h"

#include <functional>
#include <memory>

namespace app {

/// Hears from the desktop when it locks its screen, and from the system when the session is locked or the machine goes
/// to sleep. The latter waits a moment for us. Where there is no bus, or nobody on it, nothing is heard.
class DesktopSignals {
public:
    explicit DesktopSignals(std::function<void(LockReason)> on_lock);
    DesktopSignals(const DesktopSignals&) = delete;
    DesktopSignals& operator=(const DesktopSignals&) = delete;
    ~DesktopSignals();

    /// Does not hold the machine awake any longer: what had to be done before it sleeps is done.
    void let_sleep();

private:
    class Bus;

    std::function<void(LockReason)> on_lock_;
    std::unique_ptr<Bus> session_;
    std::unique_ptr<Bus> system_;
};

} // namespace app
