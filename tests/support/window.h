#pragma once

#include "app/screens/main_window.h"
#include "tests/support/casebooks.h"

#include <gtest/gtest.h>
#include <wx/gdicmn.h>
#include <wx/weakref.h>
#include <wx/window.h>

#include <functional>
#include <string>
#include <string_view>

namespace tests {

/// Mendline's window on a display, driven by keys. The clock stands at 20 Nov 2026, 15:00 in Berlin, until a test moves
/// it.
class WindowTest : public testing::Test {
protected:
    WindowTest();
    ~WindowTest() override;

    app::MainWindow& window() { return *window_; }
    /// Whether the window is gone, and the program with it; nothing may be asked of it then.
    bool has_ended() const { return !window_; }
    void move_clock(model::Moment now) { now_ = now; }

    /// Lets the program work until `is_so`; fails the test after ten seconds. Never waits longer than it has to.
    void until(const std::string& what, const std::function<bool()>& is_so);
    /// Lets the program handle what has happened so far.
    void settle();
    /// Gives the window another size and waits until everything in it has taken its place.
    void resize(wxSize size);

    /// Presses one key in the window as a person would: "Enter", "Tab", "F9", "Ctrl+1", "Ctrl+Enter", "Shift+Tab", "x".
    void press(std::string_view key);
    /// The same while the program works: it hears of the key only then.
    void press_meanwhile(std::string_view key);
    /// Types UTF-8 text, letter by letter.
    void type(std::string_view text);

    /// Whether words such as these stand in a visible control (label, value, row or title).
    bool is_seen(std::string_view words);
    /// All words in sight, one control a line; for messages.
    std::string words_in_sight();
    /// Where the keyboard is: the accessible name of the native control; empty when it is nowhere.
    std::string focus_name();
    /// The visible control with this accessible name or label. Where there is none, the test ends there and fails.
    wxWindow* control(std::string_view name);
    /// Whether every pixel of it is inside the window and inside each page that scrolls around it.
    bool is_wholly_in_sight(const wxWindow& window);
    /// Gives the window this size, and time to lay itself out.
    void resize(int width, int height);
    /// Puts the keyboard into a control by pressing Tab, at most 60 times.
    void tab_to(std::string_view name);

private:
    model::Moment now_;
    wxWeakRef<app::MainWindow> window_;
};

} // namespace tests
