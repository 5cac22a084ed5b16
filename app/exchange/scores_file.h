#pragma once

#include "app/words/imported_scores.h"
#include "app/words/scores_problem.h"
#include "model/administration.h"
#include "model/calendar.h"
#include "model/date_habits.h"
#include "model/measure.h"
#include "storage/progress.h"

#include <cstddef>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

/// Scores from other programs: a CSV file with the columns `client,date,measure` and `score` or `items`.
namespace app {

/// A row of the file: one filling-in of a measure.
struct ScoreRow {
    std::size_t line = 0; ///< Of the file, from 1.
    std::string client{}; ///< A code or a name, as it stands there.
    model::AdministrationDetails details{};

    bool operator==(const ScoreRow&) const = default;
};

/// What stands in a file for the lowest answer of a form.
struct AnswersFrom {
    std::map<std::string, int> of_measure{}; ///< By code.
    /// Of every other measure for which it is the lowest answer or the next one: nothing else can be meant.
    std::optional<int> of_others{};

    /// Empty where nothing was said of the measure.
    std::optional<int> of(const model::MeasureDefinition& measure) const;
};

/// What was said about how a file is to be read.
struct ReadingChoices {
    AnswersFrom answers_from{};
    std::optional<model::DateOrder> dates{}; ///< Of those between slashes; without it the file has to settle it.
};

/// Who looks on while a file is read.
struct ReadingWatch {
    storage::Progress progress{};
    /// Hears by which date the file settled the order of its dates between slashes.
    std::function<void(const SettledDates&)> settle = [](const SettledDates&) {};
};

/// Reads the whole file; the first problem ends it. Values are parted by commas, semicolons, tabs or bars, as the
/// heading is. A measure is given by its code or its name, see `measures_called`, and columns in capitals or not. Dates
/// are read by `day_in`, decimals have a point or a comma. A column `time` or `order` parts forms of one day. Items
/// stand in the order of the form, parted by semicolons, commas or blanks, an empty one left unanswered.
///
/// Dates between slashes are all of one order: that of the first which has one sense only. Where there is none, and
/// where two contradict each other, it is a problem unless `choices` say it.
///
/// Answers are counted from the lowest that the form has, or as `choices` say. Where they say nothing of a measure, a
/// file in which no answer to it is the lowest, or one is above the highest, is a problem: many files count from 1 what
/// the form counts from 0. Throws `storage::Stopped` when the progress shall not go on.
std::variant<std::vector<ScoreRow>, ScoresProblem> read_scores(std::string_view csv,
                                                               std::span<const model::MeasureDefinition> measures,
                                                               model::Date today, const ReadingChoices& choices = {},
                                                               const ReadingWatch& watch = {});

} // namespace app
