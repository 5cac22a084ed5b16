#include "app/words/scores_problem.h"

#include "app/words/dates.h"
#include "app/words/details_words.h"
#include "app/words/isolated.h"

#include <array>
#include <charconv>

namespace app {

namespace {

/// The shortest text that reads back as the same number.
std::string plain(double value)
{
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
    return {text.data(), end};
}

std::string quoted(const std::string& value)
{
    return value.empty() ? std::string{"this"} : "\"" + isolated(value) + "\"";
}

/// What to do where a file counts answers from one more than the form does.
std::string other_count(const ScoresProblem& problem)
{
    const std::string from = plain(problem.refusal->lowest + 1);
    return "If the file counts its answers from " + from + ", import it with --answers-from " + problem.measure + "=" +
           from + ".";
}

std::string lower_first(std::string words)
{
    if (!words.empty() && words.front() >= 'A' && words.front() <= 'Z') {
        words.front() = static_cast<char>(words.front() - 'A' + 'a');
    }
    return words;
}

/// To be typed or copied as it is, so without isolates: the shell would hand them on as part of the code.
std::string to_be_typed(const std::string& text)
{
    return "\"" + text + "\"";
}

std::string order_option(model::DateOrder order)
{
    return order == model::DateOrder::day_first ? "--dates day-first" : "--dates month-first";
}

/// "the day first".
std::string order_words(model::DateOrder order)
{
    return order == model::DateOrder::day_first ? "the day first" : "the month first";
}

std::string comes_first(model::DateOrder order)
{
    return order == model::DateOrder::day_first ? "the day comes first" : "the month comes first";
}

model::DateOrder other_order(model::DateOrder order)
{
    return order == model::DateOrder::day_first ? model::DateOrder::month_first : model::DateOrder::day_first;
}

/// "3 May 2026 or 5 Mar 2026".
std::string senses_words(const std::vector<model::Date>& days)
{
    std::string words;
    for (const model::Date day : days) {
        words += (words.empty() ? "" : " or ") + short_date(day);
    }
    return words;
}

/// The option of the command line that helps; empty where the file has to be mended.
std::string option_words(const ScoresProblem& problem)
{
    using enum ScoresProblemKind;
    switch (problem.kind) {
    case client_name_ambiguous:
        return " Please give the code of one, or add --client " + to_be_typed(problem.value + "=CODE") + ".";
    case client_not_a_code:
        return " If a client of yours is meant, add --client " + to_be_typed(problem.value + "=CODE") +
               "; if it is to be the code of a new client, add --new-client " + to_be_typed(problem.value) + ".";
    case client_was_erased:
        return " If it is to be a new client, add --new-client " + to_be_typed(problem.value) + ".";
    case client_looks_alike:
        return " If that client is meant, add --client " + to_be_typed(problem.value + "=" + problem.other) +
               "; if it is another client, add --new-client " + to_be_typed(problem.value) + ".";
    case dates_ambiguous:
        return " If the day comes first, add " + order_option(model::DateOrder::day_first) +
               "; if the month comes first, add " + order_option(model::DateOrder::month_first) + ".";
    case dates_contradict:
        return problem.days.empty()
                   ? std::string{}
                   : " Please write all dates alike, best as " + model::iso_date(problem.days.front()) + ".";
    case date_in_other_order:
        return problem.order ? " If " + comes_first(other_order(*problem.order)) + ", add " +
                                   order_option(other_order(*problem.order)) + " instead."
                             : std::string{};
    case unknown_measure:
        return problem.other.empty() ? " Please add its definition first."
                                     : " If that is meant, write it so; if not, please add its definition first.";
    case ambiguous_measure:
        return " mendline-cli measures lists them.";
    case answer_above_highest:
        return problem.refusal ? " " + other_count(problem) : std::string{};
    case answers_never_lowest:
        return problem.refusal ? " " + other_count(problem) + " If they are right as they are, add --answers-from " +
                                     problem.measure + "=" + plain(problem.refusal->lowest) + "."
                               : std::string{};
    case already_there:
        return " To import only what is new, add --skip-known.";
    case contradicts_casebook:
        return " Please correct the one that is wrong, or add --skip-contradicting to leave such rows out.";
    case before_admission:
        return " If care began earlier, correct the admission with --admitted \"" + problem.client + "=" +
               problem.value + "\"; if not, add --admitted \"" + problem.client + "=" + problem.other +
               "\", and earlier scores lie outside the episode of care.";
    default:
        return {};
    }
}

std::string contradiction_words(const ScoresProblem& problem)
{
    const auto order = problem.order.value_or(model::DateOrder::day_first);
    return quoted(problem.value) + " has " + order_words(order) + ", but " + quoted(problem.other) + " on line " +
           std::to_string(problem.other_line) + " has " + order_words(other_order(order)) + ".";
}

} // namespace

std::string reason_words(const ScoresProblem& problem)
{
    using enum ScoresProblemKind;
    const std::string value = quoted(problem.value);
    switch (problem.kind) {
    case empty_file:
        return "the file is empty; it needs a heading line such as client,date,measure,score.";
    case is_workbook:
        return "this is a workbook of a spreadsheet program; please save the table as CSV.";
    case not_utf8:
        return "this is not UTF-8 text; please save the file as UTF-8.";
    case broken_quotes:
        return "a quotation mark is not closed, or stands inside a value that is not quoted.";
    case column_missing:
        return "this column is missing from the heading.";
    case column_unknown:
        return "this column is not known; the columns are client, date, measure, score, items, time and order.";
    case column_twice:
        return "this column appears twice in the heading.";
    case neither_score_nor_items:
        return "the heading has neither a score nor an items column.";
    case wrong_field_count:
        return "this line has " + problem.value + " values, and the heading has " + problem.other +
               (problem.has_more ? ". A value with a comma in it, such as 12,5, needs quotation marks." : ".");
    case client_missing:
        return "the client's code is missing.";
    case client_too_long:
        return "the client's code " + value + " is too long; up to 20 characters fit.";
    case client_name_ambiguous:
        return "several clients are called " + value + ".";
    case client_not_a_code:
        return value + " is nobody's code or name here.";
    case client_looks_alike:
        return "the code " + value + " looks like " + quoted(problem.other) + ".";
    case client_exists:
        return "the code " + value + " already leads to " + quoted(problem.other) + ", so no new client can have it.";
    case client_was_erased:
        return "the record of " + value + " was removed or erased from this casebook.";
    case client_unreadable:
        return "the client's code " + value + " holds a line end or another sign that cannot be read.";
    case bad_date:
        return value + " is not a date; write it as 2026-11-20.";
    case date_short_year:
        return value + " has a year of two digits; write all four, as in 2026.";
    case date_in_other_order:
        return value + " is not a date with " + order_words(problem.order.value_or(model::DateOrder::day_first)) + ".";
    case dates_ambiguous:
        return value + " can be " + senses_words(problem.days) + ", and no date in the file settles it.";
    case dates_contradict:
        return contradiction_words(problem);
    case date_in_future:
        return value + " is in the future.";
    case date_too_early:
        return value + " lies before 1950. Please check the year.";
    case date_before_birth:
        return value + " lies before the client's date of birth.";
    case before_admission:
        return problem.value + " lies before the admission of " + isolated(problem.client) + " on " + problem.other +
               ".";
    case admission_refused:
        return "the admission of " + isolated(problem.client) + " cannot be " + problem.other +
               (problem.admission ? ": " + lower_first(words_for(*problem.admission)) : std::string{"."});
    case unknown_measure:
        return "the measure " + value + " is not in this casebook" +
               (problem.other.empty() ? "." : "; the nearest is " + quoted(problem.other) + ".");
    case ambiguous_measure:
        return "several measures are called " + value + "; give the code of one.";
    case score_missing:
        return "there is neither a score nor an answer.";
    case score_and_items:
        return "there are both a score and items; give one of them.";
    case bad_number:
        return value + " is not a number.";
    case answer_above_highest:
        return problem.refusal ? words_for(*problem.refusal) + "." : std::string{};
    case answers_never_lowest:
        return problem.refusal ? "no answer to " + isolated(problem.value) + " in this file is " +
                                     plain(problem.refusal->lowest) + ", the lowest there is."
                               : std::string{};
    case refused:
        return problem.refusal ? words_for(*problem.refusal) + "." : value + " does not fit the measure.";
    case twice_in_file:
        return "this client, date and measure (" + isolated(problem.value) +
               ") stand on an earlier line already. If it was filled in twice that day, add a column time, such as "
               "14:30, or order, such as 1 and 2.";
    case bad_time:
        return value + " is not a time; write it as 14:30.";
    case bad_order:
        return value + " is no place in an order; write 1, 2 and so on.";
    case time_and_order:
        return "the heading has both a time and an order column; keep one of them.";
    case already_there:
        return "the casebook has this client, date and measure (" + isolated(problem.value) + ") already.";
    case contradicts_casebook:
        return "the casebook has this client, date and measure (" + isolated(problem.value) + ") with another score.";
    }
    return {};
}

std::string place_words(const ScoresProblem& problem)
{
    const std::string place = "Line " + std::to_string(problem.line);
    return problem.column.empty() ? place : place + ", column " + isolated(problem.column);
}

std::string words_for(const ScoresProblem& problem)
{
    return place_words(problem) + ": " + reason_words(problem) + option_words(problem) + " Nothing was imported.";
}

std::string words_for(const model::AnswersRefused& refusal)
{
    const std::string range = plain(refusal.lowest) + " and " + plain(refusal.highest);
    switch (refusal.problem) {
    case model::AnswerProblem::wrong_count:
        return "the form has " + plain(refusal.lowest) + " items, but there are " + plain(refusal.value) + " answers";
    case model::AnswerProblem::out_of_range:
        return "the answer " + plain(refusal.value) + " to item " + std::to_string(refusal.item) + " is not between " +
               range;
    case model::AnswerProblem::no_items:
        return "this measure is kept as a total, without items";
    case model::AnswerProblem::no_total:
        return "this measure has no total; enter the answers to its items";
    case model::AnswerProblem::total_outside:
        return "the score " + plain(refusal.value) + " is not between " + range;
    }
    return {};
}

} // namespace app
