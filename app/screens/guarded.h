#pragma once

#include <wx/window.h>

#include <functional>
#include <string>

namespace app {

/// A window that can tell the user something without a dialog, such as the main window with its strip of news.
class Announcer {
public:
    Announcer() = default;
    Announcer(const Announcer&) = delete;
    Announcer& operator=(const Announcer&) = delete;
    virtual ~Announcer() = default;

    virtual void announce(const std::string& words) = 0;
};

/// Shows `words` in the nearest `Announcer` around `window`.
void announce(wxWindow& window, const std::string& words);

/// Runs what a gesture, a timer or a deferred call does. What goes wrong is said in the nearest `Announcer`; the
/// program goes on. Returns whether `act` ran to its end.
bool guarded(wxWindow& window, const std::function<void()>& act);

} // namespace app
