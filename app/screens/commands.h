#pragma once

#include <wx/frame.h>

#include <functional>
#include <string>
#include <vector>

namespace app {

/// One thing that a menu and its key do.
struct Command {
    std::string menu{};  ///< The words of the menu it stands in; commands of one menu stand together.
    std::string words{}; ///< `&` marks the letter to press.
    std::string key{};   ///< As the toolkit writes it, such as `Ctrl+N`; may be empty.
    std::function<bool()> can_run = [] { return true; };
    std::function<void()> run{};
    std::function<bool()> is_checked{}; ///< Empty: nothing to tick.
    bool begins_group = false;          ///< A line stands above it.
};

/// Gives the frame a menu bar of these commands. Each runs guarded, and is grey while it cannot run.
void make_menu_bar(wxFrame& frame, const std::vector<Command>& commands);

} // namespace app
