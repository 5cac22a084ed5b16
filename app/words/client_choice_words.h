#pragma once

#include <string>

/// Choosing a client from a list that a field filters.
namespace app {

std::string nobody_found(); ///< In the place of an empty list.

/// Of a note on the wrong client's record: whose it is.
namespace right_client {

std::string filter_label();
std::string list_label();
std::string nobody_else(); ///< The first line of the list.

} // namespace right_client

} // namespace app
