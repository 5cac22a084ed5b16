#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace app {

/// One row of a CSV file with the line of the file on which it begins, counted from 1.
struct CsvRow {
    std::size_t line = 0;
    std::vector<std::string> fields{};

    bool operator==(const CsvRow&) const = default;
};

/// A quotation mark that opens or closes nothing; the file cannot be read as CSV from there on.
struct CsvBroken {
    std::size_t line = 0;

    bool operator==(const CsvBroken&) const = default;
};

/// Reads separated values as in RFC 4180, with a comma or another byte between them: quoted fields may hold separators,
/// quotation marks and line ends. A byte order mark and empty lines are passed over. Bytes are taken as they are,
/// whether or not they are UTF-8.
std::variant<std::vector<CsvRow>, CsvBroken> read_csv(std::string_view text, char separator = ',');

} // namespace app
