#pragma once

#include <functional>

namespace app {

/// Cancels menus and dialogs that stand above the window, then calls `act` once none is left: whoever opened them is
/// still at work beneath them. `act` runs at once when there is nothing above.
void when_nothing_is_above(std::function<void()> act);

} // namespace app
