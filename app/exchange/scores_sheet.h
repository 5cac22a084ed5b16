#pragma once

#include "app/exchange/csv_reader.h"
#include "app/words/scores_problem.h"
#include "model/scoring.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// A file of scores as a table: its heading, and what may stand in its values.
namespace app {

/// Whether the file is one of a spreadsheet program, whatever it is called.
bool is_workbook_file(std::string_view file);

/// The file without a first line such as `sep=;`, by which spreadsheet programs tell each other what parts values: it
/// is left empty, so that lines keep their numbers.
std::string without_separator_line(std::string_view csv);

/// What stands between the values of this file: spreadsheets write a semicolon where the comma parts decimals, or a
/// tab. Told by the heading, in which it makes the most columns.
char separator_of(std::string_view csv);

/// The values of a file, its heading first. Spreadsheets end each line with a separator for every column that was ever
/// filled, and write whole lines of them: those that hold nothing are left out.
std::variant<std::vector<CsvRow>, CsvBroken> read_sheet(std::string_view csv, char separator);

/// Where each column stands in the file.
struct ScoreColumns {
    std::size_t client = 0;
    std::size_t date = 0;
    std::size_t measure = 0;
    std::optional<std::size_t> score{};
    std::optional<std::size_t> items{};
    std::optional<std::size_t> time{};
    std::optional<std::size_t> order{};
};

/// A value as it can be shown in a message: short, on one line, and text in any case.
std::string quotable(std::string_view value);

/// Which columns there are; the first thing that is wrong with the heading.
std::variant<ScoreColumns, ScoresProblem> read_heading(const CsvRow& heading);

/// A whole number and nothing else.
std::optional<int> whole_number_in(const std::string& text);

/// What `AdministrationDetails::order_on_day` is at midnight; below it, a file gave an order and no time.
constexpr int order_of_midnight = 10'000;

/// Reads `12.5`, and `12,5` as well.
std::optional<double> decimal_in(std::string text);

/// Reads `3;2;;1`, or with commas or blanks in place of all semicolons. Empty when one of them is not a whole number.
std::optional<model::Answers> read_items(const std::string& text);

} // namespace app
