#pragma once

#include <functional>

namespace app {

/// Runs slow work away from the window.
///
/// The task runs on another thread, touching nothing but what it carries; it must not throw. What it hands back runs
/// afterwards on the thread of the window.
using SlowWork = std::function<void(std::function<std::function<void()>()> task)>;

/// Runs the task at once, and then what it hands back: for tests.
inline void at_once(const std::function<std::function<void()>()>& task)
{
    task()();
}

} // namespace app
