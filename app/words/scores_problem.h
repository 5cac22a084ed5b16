#pragma once

#include "model/calendar.h"
#include "model/date_habits.h"
#include "model/episode.h"
#include "model/scoring.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// What is wrong with a file of scores.
enum class ScoresProblemKind {
    empty_file,
    is_workbook, ///< Of a spreadsheet program, not text.
    not_utf8,
    broken_quotes,
    column_missing, ///< Of the heading.
    column_unknown,
    column_twice,
    neither_score_nor_items, ///< The heading has neither column.
    wrong_field_count,
    client_missing,
    client_too_long,
    client_name_ambiguous, ///< Several clients have the name `value`.
    client_not_a_code,     ///< `value` is nobody's code or name, and does not look like a code.
    client_looks_alike,    ///< `value` is nobody's code, but looks like `other`.
    client_exists,         ///< `value` was named as a new client's, but leads to the client `other`.
    client_was_erased,     ///< `value` is the code of a record that was taken out.
    client_unreadable,     ///< The code holds a line end or another control character.
    bad_date,
    date_short_year,     ///< Of two digits.
    date_in_other_order, ///< Than `order`, which was said to be that of the file.
    dates_ambiguous,     ///< `value` can be both of `days`, and no date in the file settles it.
    dates_contradict,    ///< `value` is of the order `order`, and `other` on the line `other_line` of the other one.
    date_in_future,
    date_too_early, ///< Before `model::earliest_record_day`.
    date_before_birth,
    before_admission,  ///< The day `value` lies before the admission `other`, which a person entered.
    admission_refused, ///< The admission of the client `value` cannot be `other`: see `admission`.
    unknown_measure,   ///< `other` is the code of the nearest one, if there is one.
    ambiguous_measure, ///< Several measures have this name.
    score_missing,     ///< The row has neither a score nor items.
    score_and_items,   ///< The row has both.
    bad_number,
    answer_above_highest, ///< Of the form, see `refusal`: the file may count its answers otherwise.
    answers_never_lowest, ///< No answer to the measure `value` is the lowest of the form: the same.
    bad_time,
    bad_order,
    time_and_order, ///< The heading has both columns.
    refused,        ///< The measure's definition does not take it: see `refusal`.
    twice_in_file,
    contradicts_casebook, ///< The casebook has other answers or another score for it.
    already_there,        ///< The casebook has this client, date and measure.
};

/// Where a file of scores is wrong, and how.
struct ScoresProblem {
    ScoresProblemKind kind{};
    std::size_t line = 0; ///< From 1.
    std::string column{}; ///< Name of the column; empty where the whole line is meant.
    std::string value{};  ///< What stands there, cut to a readable length; empty when it is not text.
    std::optional<model::AnswersRefused> refusal{};
    std::string other{}; ///< The code that `value` looks like, a day, or another value.
    std::optional<model::EpisodeProblem> admission{};
    bool has_more = false;           ///< More values than the heading.
    std::string measure{};           ///< The code of the measure whose answers are in question.
    std::string client{};            ///< The code of the client whose admission is in question.
    std::vector<model::Date> days{}; ///< What a date means; where it has two senses, with the day first and the month.
    std::optional<model::DateOrder> order{};
    std::size_t other_line = 0;

    bool operator==(const ScoresProblem&) const = default;
};

/// For the command line: the line, the column, what is wrong, and the option that helps. Nothing was imported.
std::string words_for(const ScoresProblem& problem);

/// "Line 3, column client".
std::string place_words(const ScoresProblem& problem);

/// What is wrong, without the place and without an option of the command line.
std::string reason_words(const ScoresProblem& problem);

/// Why a measure does not take an answer or a score, as the end of a sentence: "the answer 7 to item 3 is not between 0
/// and 4".
std::string words_for(const model::AnswersRefused& refusal);

} // namespace app
