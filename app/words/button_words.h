#pragma once

#include <string>

/// What stands on buttons that many forms share.
namespace app {

std::string save_button();
std::string cancel_button();
std::string close_button();
std::string back_button();

} // namespace app
