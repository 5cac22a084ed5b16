#pragma once

#include <string>

/// About the machine's time zone, where the machine does not name it.
namespace app::zone_words {

std::string heading();
std::string explanation(bool is_guess);
std::string list_label();
std::string not_chosen();                                ///< The first row, where nothing is guessed.
std::string now_there(const std::string& date_and_time); ///< Under the list, so that a person sees that it is right.
std::string go_on_button();

/// On the command line.
std::string guessed_line(const std::string& zone);
std::string unknown_line(const std::string& variable); ///< What TZ says; empty where it is not set.

std::string utc_line(const std::string& variable); ///< Where what is said cannot wait for a zone.
std::string help_line();

/// In the demo, which asks nothing.
std::string demo_line(const std::string& zone);

} // namespace app::zone_words
