#pragma once

#include "app/exchange/csv_reader.h"
#include "app/words/imported_scores.h"
#include "app/words/scores_problem.h"
#include "model/calendar.h"
#include "model/date_habits.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <variant>

/// Dates as they stand in files of scores.
namespace app {

/// Reads `2026-11-20`, also with a time of midnight behind it, `20.11.2026` and `2026/11/20`; and where it is known
/// which part comes first `20/11/2026` or `11/20/2026`.
std::optional<model::Date> day_in(const std::string& text, std::optional<model::DateOrder> order = {});

/// Why there is no day in `text`: one of the kinds that begin with `bad_date` or `date_`.
ScoresProblemKind why_no_day(const std::string& text, std::optional<model::DateOrder> order);

/// In which order the dates between slashes are written that stand at this place of the rows. Tells it by the first
/// that has one sense only, and says which that is; empty where it makes no difference. A problem where two contradict
/// each other, or where none settles it: then someone has to say it.
std::variant<std::optional<SettledDates>, ScoresProblem> order_of_dates(std::span<const CsvRow> rows,
                                                                        std::size_t place);

} // namespace app
