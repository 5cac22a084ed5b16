#pragma once

#include "app/words/import_question_words.h"
#include "app/words/imported_scores.h"

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

/// How many rows of a file are what.
struct ImportCounts {
    std::size_t scores = 0; ///< New ones.
    std::size_t clients = 0;
    std::size_t new_clients = 0;              ///< Of `clients`.
    std::vector<std::size_t> known{};         ///< Lines that are left out, see `ImportedScores`.
    std::vector<std::size_t> contradicting{}; ///< The same.
    std::size_t notices = 0;                  ///< That wait for review.
    std::size_t earlier_answers = 0;          ///< That wait for one review together.
    std::string about_care{};                 ///< Admissions that move, scores outside; see `admission_words`.
    std::optional<SettledDates> dates{};      ///< How they were read, where the file alone said it.

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

std::string given_caption();
std::string take_back_button();
/// On a button beside an answer, and what a screen reader calls it.
std::string change_button();
std::string change_name(const ImportAnswer& answer);
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
std::string importing(std::size_t scores);
std::string wait_for_import();

std::string done_heading();
std::string done_words(const ImportCounts& counts);
std::string done_button();

} // namespace import_words

} // namespace app
