#include "app/exchange/csv_writer.h"

namespace app {

namespace {

std::string quoted(std::string_view text)
{
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        return std::string{text};
    }
    std::string cell = "\"";
    for (const char sign : text) {
        cell += sign == '"' ? "\"\"" : std::string(1, sign);
    }
    return cell + "\"";
}

} // namespace

std::string text_cell(std::string_view text)
{
    constexpr std::string_view begins_a_formula = "=+-@\t\r\n";
    const bool is_risky = !text.empty() && begins_a_formula.find(text.front()) != std::string_view::npos;
    return quoted(is_risky ? "'" + std::string{text} : std::string{text});
}

void add_row(std::string& csv, std::initializer_list<std::string> cells)
{
    bool is_first = true;
    for (const auto& cell : cells) {
        csv += (is_first ? "" : ",") + cell;
        is_first = false;
    }
    csv += "\r\n";
}

} // namespace app
