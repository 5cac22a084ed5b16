#pragma once

#include "app/words/scores_problem.h"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

/// What is said while scores are imported in the window.
namespace app {

/// Why a file that somebody chose was not read.
enum class FileProblem {
    missing,
    not_a_file, ///< A folder or a device.
    too_large,
    unreadable,
    too_little_memory,
    stopped, ///< Somebody stopped it.
};

std::string words_for(FileProblem problem, const std::string& file);

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
    leave_out_known,
    leave_out_contradicting,
};

/// What is wrong with an answer.
enum class ImportAnswerProblem { client_missing, code_missing, code_too_long, code_taken, code_similar };

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

/// How many rows of a file are what.
struct ImportCounts {
    std::size_t scores = 0; ///< New ones.
    std::size_t clients = 0;
    std::size_t new_clients = 0; ///< Of `clients`.
    std::size_t known = 0;
    std::size_t contradicting = 0;
    std::size_t notices = 0;         ///< That wait for review.
    std::size_t earlier_answers = 0; ///< That wait for one review together.
    std::string about_care{};        ///< Admissions that move, scores outside; see `admission_words`.

    bool operator==(const ImportCounts&) const = default;
};

namespace import_words {

std::string heading();
std::string explanation();
std::string choose_file_button();
std::string other_file_button();
std::string read_again_button();
std::string dialog_title();
/// Of the file that is chosen.
std::string file_words(const std::string& file);
/// The kinds of files, with their patterns: tables first, then all.
std::vector<std::pair<std::string, std::string>> file_kinds();
std::string reading();
std::string stop_button();

/// The head of a question, or that the file has to be mended.
std::string question_heading(const ScoresProblem& problem);
/// What was found and where. Says what can be done where `is_question` is false.
std::string question_words(const ScoresProblem& problem, bool is_question);
std::string client_field();
std::string code_field();
std::string answer_button();
/// Where there is one answer only: what it means, and its button.
std::string only_answer_words(ImportAnswerKind kind, const ScoresProblem& problem);
std::string only_answer_button(ImportAnswerKind kind, const ScoresProblem& problem);
std::string given_caption();
std::string take_back_button();
/// Before a page goes away on which questions were answered.
std::string unfinished();

std::string preview_caption();
/// What will happen; also when that is nothing. `rows` are those of the file.
std::string preview_words(const ImportCounts& counts, std::size_t rows);
std::array<std::string, 5> preview_columns();
std::string client_cell(const std::string& client, bool is_new);
/// "12, and 3 known".
std::string scores_cell(std::size_t scores, std::size_t left_out);
std::string import_button(std::size_t scores);
std::string importing();
std::string wait_for_import();

std::string done_heading();
std::string done_words(const ImportCounts& counts);
std::string done_button();

} // namespace import_words

} // namespace app
