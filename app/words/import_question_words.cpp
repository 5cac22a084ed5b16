#include "app/words/import_question_words.h"

#include "app/words/dates.h"
#include "app/words/isolated.h"

namespace app {

namespace {

/// As it stands in the file; a name that must not show is not there.
std::string as_written(const ScoresProblem& problem)
{
    return problem.value.empty() ? "this entry of line " + std::to_string(problem.line)
                                 : "\"" + isolated(problem.value) + "\"";
}

std::string capital(std::string words)
{
    if (!words.empty() && words.front() >= 'a' && words.front() <= 'z') {
        words.front() = static_cast<char>(words.front() - 'a' + 'A');
    }
    return words;
}

/// The lowest answer of the form.
int lowest_of(const ScoresProblem& problem)
{
    return problem.refusal ? static_cast<int>(problem.refusal->lowest) : 0;
}

/// One of the days that a date can mean.
std::string day_of(const ScoresProblem& problem, std::size_t sense)
{
    return sense < problem.days.size() ? short_date(problem.days[sense]) : std::string{};
}

/// What can be done where no answer helps.
std::string remedy(const ScoresProblem& problem)
{
    using enum ScoresProblemKind;
    switch (problem.kind) {
    case not_utf8:
        return "Please save the table once more as CSV, with the encoding UTF-8, and read it again.";
    case unknown_measure:
    case ambiguous_measure:
        return "Please write the measure in the file as it is called on the page Measures, or by its code, and read "
               "the file again.";
    case dates_contradict:
        return "Please write all dates alike in the file, best as " +
               (problem.days.empty() ? std::string{"2026-11-20"} : model::iso_date(problem.days.front())) +
               ", and read it again.";
    case date_in_other_order:
        return "Please correct the date in the file and read it again, or change your answer about the dates.";
    case date_before_birth:
        return "Please correct the date in the file, or the client's date of birth on the page Details, and read the "
               "file again.";
    default:
        return "Please correct the file, save it, and read it again.";
    }
}

} // namespace

std::string words_for(ImportAnswerProblem problem, const std::string& similar)
{
    switch (problem) {
    case ImportAnswerProblem::answer_missing:
        return "Please choose an answer.";
    case ImportAnswerProblem::client_missing:
        return "Please choose the client.";
    case ImportAnswerProblem::code_missing:
        return "A client needs a code. Please give one.";
    case ImportAnswerProblem::code_too_long:
        return "A code has at most 20 characters. Please shorten it.";
    case ImportAnswerProblem::code_taken:
        return "A client has this code already. Please choose that client above, or give another code.";
    case ImportAnswerProblem::code_similar:
        return "This code looks like " + isolated(similar) +
               ", which another client has. Change it, or continue once more if this is another person.";
    }
    return {};
}

std::string label_of(ImportAnswerKind kind, const ScoresProblem& problem, const std::string& look_alike)
{
    const std::string lowest = std::to_string(lowest_of(problem));
    const std::string next = std::to_string(lowest_of(problem) + 1);
    switch (kind) {
    case ImportAnswerKind::is_look_alike:
        return "It is " + isolated(look_alike);
    case ImportAnswerKind::is_client:
        return "It is this client of the casebook:";
    case ImportAnswerKind::is_new_as_written:
        return "It is a new client with the code " + isolated(problem.value);
    case ImportAnswerKind::is_new_with_code:
        return "It is a new client, with this code:";
    case ImportAnswerKind::care_began_then:
        return "Care began on " + problem.value + ": correct the admission";
    case ImportAnswerKind::admission_stays:
        return "Care began on " + problem.other + ": earlier scores lie outside it";
    case ImportAnswerKind::counted_from_next:
        return "The file counts from " + next + ": what the form calls " + lowest + " stands there as " + next;
    case ImportAnswerKind::counted_as_form:
        return "The answers are right as they are: nobody answered " + lowest;
    case ImportAnswerKind::dates_day_first:
        return "The day comes first: " + isolated(problem.value) + " is " + day_of(problem, 0);
    case ImportAnswerKind::dates_month_first:
        return "The month comes first: " + isolated(problem.value) + " is " + day_of(problem, 1);
    case ImportAnswerKind::leave_out_known:
        return "Leave out what the casebook has, and take what is new";
    case ImportAnswerKind::leave_out_contradicting:
        return "Leave such rows out; the casebook keeps its own scores";
    }
    return {};
}

std::string words_for(const ImportAnswer& answer)
{
    const std::string what = capital(as_written(answer.problem));
    const std::string next = std::to_string(lowest_of(answer.problem) + 1);
    switch (answer.kind) {
    case ImportAnswerKind::is_look_alike:
    case ImportAnswerKind::is_client:
        return what + " is " + isolated(answer.client) + ".";
    case ImportAnswerKind::is_new_as_written:
        return what + " is a new client.";
    case ImportAnswerKind::is_new_with_code:
        return what + " is a new client with the code " + isolated(answer.client) + ".";
    case ImportAnswerKind::care_began_then:
        return "The admission of " + isolated(answer.client) + " is corrected to " + answer.problem.value + ".";
    case ImportAnswerKind::admission_stays:
        return "The admission of " + isolated(answer.client) + " stays; earlier scores lie outside.";
    case ImportAnswerKind::counted_from_next:
        return "The file counts its answers from " + next + ".";
    case ImportAnswerKind::counted_as_form:
        return "The answers are right as they are.";
    case ImportAnswerKind::dates_day_first:
        return "The day comes first in the dates of the file.";
    case ImportAnswerKind::dates_month_first:
        return "The month comes first in the dates of the file.";
    case ImportAnswerKind::leave_out_known:
        return "Scores that the casebook has already are left out.";
    case ImportAnswerKind::leave_out_contradicting:
        return "Rows that differ from the casebook are left out.";
    }
    return {};
}

namespace import_words {

std::string question_heading(const ScoresProblem& problem)
{
    using enum ScoresProblemKind;
    switch (problem.kind) {
    case client_looks_alike:
    case client_not_a_code:
    case client_too_long:
    case client_name_ambiguous:
    case client_was_erased:
        return "Who is meant by " + as_written(problem) + "?";
    case answer_above_highest:
    case answers_never_lowest:
        return "How does the file count the answers?";
    case dates_ambiguous:
        return "Which comes first in the dates, the day or the month?";
    case before_admission:
        return "When did care begin?";
    case already_there:
        return "The casebook has some of these scores already";
    case contradicts_casebook:
        return "The casebook has another score in its place";
    default:
        return "The file needs a correction";
    }
}

std::string question_words(const ScoresProblem& problem, bool is_question)
{
    const std::string found = place_words(problem) + ": " + reason_words(problem);
    return is_question ? found : found + " " + remedy(problem);
}

std::string client_field()
{
    return "Client who is meant";
}

std::string code_field()
{
    return "Code of the new client";
}

std::string answer_button()
{
    return "C&ontinue";
}

std::string only_answer_words(ImportAnswerKind kind, const ScoresProblem& problem)
{
    const std::string lowest = std::to_string(lowest_of(problem));
    const std::string next = std::to_string(lowest_of(problem) + 1);
    switch (kind) {
    case ImportAnswerKind::leave_out_known:
        return "Such rows can be left out, so that only what is new is imported.";
    case ImportAnswerKind::leave_out_contradicting:
        return "Such rows can be left out; the casebook keeps its own scores. Or correct the file, and read it again.";
    case ImportAnswerKind::counted_from_next:
        return "Many files count from " + next + " what the form counts from " + lowest +
               ". If this one does, say so. Otherwise please correct the file, and read it again.";
    default:
        return label_of(kind, problem, {});
    }
}

std::string only_answer_button(ImportAnswerKind kind)
{
    const bool leaves_out =
        kind == ImportAnswerKind::leave_out_known || kind == ImportAnswerKind::leave_out_contradicting;
    return leaves_out ? "L&eave them out" : answer_button();
}

} // namespace import_words

} // namespace app
