#pragma once

#include <string>

/// What stands on buttons that many forms share.
namespace app {

std::string save_button();
std::string cancel_button();
std::string close_button();
/// Of a message that may go from sight.
std::string hide_button();
std::string back_button();

/// Before a tab goes away on which something was typed and not kept.
std::string keep_editing_button();
std::string discard_button();

} // namespace app
