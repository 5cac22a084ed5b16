#include "app/exchange/csv_reader.h"

#include <csv.h>

#include <memory>
#include <new>
#include <utility>

namespace app {

namespace {

/// Collects what the parser reports.
struct Collector {
    std::size_t line = 1; ///< Of the text being fed.
    CsvRow row{};
    std::vector<CsvRow> rows{};

    void add_field(const void* bytes, std::size_t length)
    {
        row.fields.emplace_back(static_cast<const char*>(bytes), length);
    }

    void end_row() { rows.push_back(std::exchange(row, {})); }
};

void take_field(void* bytes, std::size_t length, void* collector)
{
    static_cast<Collector*>(collector)->add_field(bytes, length);
}

void take_row(int /*ending*/, void* collector)
{
    static_cast<Collector*>(collector)->end_row();
}

/// The first line with its end: \n, \r\n or, from old programs, \r alone.
std::string_view first_line_of(std::string_view text)
{
    const std::size_t end = text.find_first_of("\r\n");
    if (end == std::string_view::npos) {
        return text;
    }
    return text.substr(0, end + (text.substr(end).starts_with("\r\n") ? 2 : 1));
}

} // namespace

std::variant<std::vector<CsvRow>, CsvBroken> read_csv(std::string_view text, char separator)
{
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    if (text.starts_with(byte_order_mark)) {
        text.remove_prefix(byte_order_mark.size());
    }
    csv_parser parser{};
    if (csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI) != 0) {
        throw std::bad_alloc{};
    }
    csv_set_delim(&parser, static_cast<unsigned char>(separator));
    const std::unique_ptr<csv_parser, void (*)(csv_parser*)> freed_at_end{&parser, csv_free};

    // The parser does not count lines, so it is fed one at a time: a row begins on the line after the last one ended.
    Collector collector;
    while (!text.empty()) {
        const std::string_view line = first_line_of(text);
        if (collector.row.fields.empty() && parser.entry_pos == 0) {
            collector.row.line = collector.line;
        }
        if (csv_parse(&parser, line.data(), line.size(), take_field, take_row, &collector) != line.size()) {
            return CsvBroken{collector.line};
        }
        text.remove_prefix(line.size());
        ++collector.line;
    }
    if (csv_fini(&parser, take_field, take_row, &collector) != 0) {
        return CsvBroken{collector.row.line};
    }
    return std::move(collector.rows);
}

} // namespace app
