#pragma once

#include "app/words/scores_problem.h"

#include <string>

/// What is asked about a file of scores in the window, and what may be answered.
namespace app {

/// What may be answered to a question about a file of scores.
enum class ImportAnswerKind {
    is_look_alike,     ///< The client whose code it looks like is meant.
    is_client,         ///< A client of the casebook is meant, who has to be chosen.
    is_new_as_written, ///< A new client is meant, and this is the code.
    is_new_with_code,  ///< A new client is meant, whose code has to be typed.
    care_began_then,   ///< With the score that lies before the admission: the admission is corrected.
    admission_stays,   ///< Earlier scores lie outside.
    counted_from_next, ///< The file counts its answers from one more than the form does.
    counted_as_form,   ///< The answers are right as they are.
    dates_day_first,
    dates_month_first,
    leave_out_known,
    leave_out_contradicting,
};

/// What is wrong with an answer.
enum class ImportAnswerProblem {
    answer_missing,
    client_missing,
    code_missing,
    code_too_long,
    code_taken,
    code_similar
};

/// `similar` is the code that the typed one looks like.
std::string words_for(ImportAnswerProblem problem, const std::string& similar);

/// An answer that was given.
struct ImportAnswer {
    ImportAnswerKind kind{};
    ScoresProblem problem{}; ///< That it answers.
    std::string client{};    ///< Who is meant, as they are called on the screen; or the code of a new client.

    bool operator==(const ImportAnswer&) const = default;
};

/// In one sentence.
std::string words_for(const ImportAnswer& answer);

/// What an answer says before it is given. `look_alike` is who it looks like, as they are called on the screen.
std::string label_of(ImportAnswerKind kind, const ScoresProblem& problem, const std::string& look_alike);

namespace import_words {

/// The head of a question, or that the file has to be mended.
std::string question_heading(const ScoresProblem& problem);
/// What was found and where. Says what can be done where `is_question` is false.
std::string question_words(const ScoresProblem& problem, bool is_question);
std::string client_field();
std::string code_field();
std::string answer_button();
/// Where there is one answer only: what it means, and its button.
std::string only_answer_words(ImportAnswerKind kind, const ScoresProblem& problem);
std::string only_answer_button(ImportAnswerKind kind);

} // namespace import_words

} // namespace app
