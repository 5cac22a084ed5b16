#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

/// Comma-separated values as every file of ours holds them: RFC 4180, CRLF, UTF-8.
namespace app {

/// A cell of words. A spreadsheet runs what begins like a formula; an apostrophe in front keeps it words.
std::string text_cell(std::string_view text);

/// Adds a row of cells that need no more care.
void add_row(std::string& csv, std::initializer_list<std::string> cells);

} // namespace app
