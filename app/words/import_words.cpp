#include "app/words/import_words.h"

#include "app/words/isolated.h"
#include "app/words/line_words.h"
#include "app/words/numbers.h"

namespace app {

namespace {

std::string many(std::size_t number, const std::string& singular, const std::string& plural)
{
    return grouped_number(number) + " " + (number == 1 ? singular : plural);
}

/// About rows that are left out; begins with a blank.
std::string left_out_words(const ImportCounts& counts, bool is_done)
{
    const std::string one = is_done ? "row was left out: the casebook had " : "row is left out: the casebook has ";
    const std::string more = is_done ? "rows were left out: the casebook had " : "rows are left out: the casebook has ";
    std::string words;
    if (const auto& known = counts.known; !known.empty()) {
        words += " " + many(known.size(), one + "it", more + "them") + " already (" + line_words(known) + ").";
    }
    if (const auto& contradicting = counts.contradicting; !contradicting.empty()) {
        words += " " + many(contradicting.size(), one + "another score in its", more + "other scores in their") +
                 " place, and keeps " + (contradicting.size() == 1 ? "it (" : "them (") + line_words(contradicting) +
                 ").";
    }
    return words;
}

/// About the order of dates; begins with a blank.
std::string dates_words(const ImportCounts& counts)
{
    return counts.dates ? " " + words_for(*counts.dates) : std::string{};
}

std::string of_clients(const ImportCounts& counts)
{
    return many(counts.scores, "score", "scores") + " of " + many(counts.clients, "client", "clients");
}

} // namespace

std::string words_for(FileProblem problem, const std::string& file)
{
    switch (problem) {
    case FileProblem::missing:
        return "\"" + isolated(file) + "\" is not there any more. Please choose the file again.";
    case FileProblem::not_a_file:
        return "\"" + isolated(file) + "\" is not a file that can be read. Please choose a table saved as CSV.";
    case FileProblem::too_large:
        return "\"" + file +
               "\" is larger than 100 MB, which is too large for a table of scores. Please choose another.";
    case FileProblem::unreadable:
        return "\"" + isolated(file) + "\" could not be read. Please check that you may open it, and read it again.";
    case FileProblem::too_little_memory:
        return "There is too little free memory to read \"" + isolated(file) +
               "\". Please close other programs and try again.";
    case FileProblem::stopped:
        return "Reading \"" + isolated(file) + "\" was stopped. Nothing was imported.";
    }
    return {};
}

namespace import_words {

std::string heading()
{
    return "Import scores";
}

std::string explanation()
{
    return "Scores of measures out of a table that another program saved as CSV, with the columns client, date, "
           "measure, and score or items. First you see what it would bring; nothing is kept until you import it.";
}

std::string choose_file_button()
{
    return "Choose a &file…";
}

std::string other_file_button()
{
    return "Choose &another file…";
}

std::string read_again_button()
{
    return "&Read the file again";
}

std::string dialog_title()
{
    return "Import scores from a table";
}

std::vector<std::pair<std::string, std::string>> file_kinds()
{
    return {{"Tables as text (CSV)", "*.csv;*.CSV;*.tsv;*.TSV;*.txt;*.TXT"}, {"All files", "*"}};
}

std::string file_words(const std::string& file)
{
    return "File: " + isolated(file);
}

std::string reading()
{
    return "The file is being read.";
}

std::string stop_button()
{
    return "S&top";
}

std::string given_caption()
{
    return "Your answers";
}

std::string take_back_button()
{
    return "Take all answers &back";
}

std::string change_button()
{
    return "Change";
}

std::string change_name(const ImportAnswer& answer)
{
    return "Change: " + words_for(answer);
}

std::string unfinished()
{
    return "The scores are not imported yet, and leaving discards your answers.";
}

std::string preview_caption()
{
    return "What the file brings";
}

std::string preview_words(const ImportCounts& counts, std::size_t rows)
{
    if (rows == 0) {
        return "The file has a heading and no scores. There is nothing to import.";
    }
    if (counts.scores == 0) {
        return "There is nothing new in the file." + left_out_words(counts, false) + dates_words(counts);
    }
    std::string words =
        many(counts.scores, "new score", "new scores") + " of " + many(counts.clients, "client", "clients") + ".";
    if (counts.new_clients > 0) {
        words += " " + many(counts.new_clients, "client is", "clients are") +
                 " new and will be in outpatient care from the day of the first score.";
    }
    return words + left_out_words(counts, false) + counts.about_care + dates_words(counts);
}

std::array<std::string, 5> preview_columns()
{
    return {"Client", "New scores", "Measures", "First", "Last"};
}

std::string client_cell(const std::string& client, bool is_new)
{
    return is_new ? isolated(client) + " (new client)" : client;
}

std::string scores_cell(std::size_t scores, std::size_t left_out)
{
    return left_out == 0 ? grouped_number(scores)
                         : grouped_number(scores) + " (" + grouped_number(left_out) + " left out)";
}

std::string import_button(std::size_t scores)
{
    return scores == 0 ? "&Import" : "&Import " + many(scores, "score", "scores");
}

std::string importing(std::size_t scores)
{
    return "Importing " + many(scores, "score", "scores") + "… Either all of them are kept, or none.";
}

std::string wait_for_import()
{
    return "Please wait a moment until the scores are imported.";
}

std::string done_heading()
{
    return "Scores imported";
}

std::string done_words(const ImportCounts& counts)
{
    std::string words = "Imported " + of_clients(counts) + ".";
    if (counts.new_clients > 0) {
        words += " " + many(counts.new_clients, "client is", "clients are") +
                 " new, in outpatient care from the day of the first score.";
    }
    words += left_out_words(counts, true) + counts.about_care + dates_words(counts);
    if (counts.notices > 0) {
        words += " " + many(counts.notices, "notice waits", "notices wait") + " for your review.";
    }
    if (counts.earlier_answers > 0) {
        words += " " + many(counts.earlier_answers, "earlier answer waits", "earlier answers wait") +
                 " for one review of the whole import.";
    }
    return words;
}

std::string done_button()
{
    return "&Done";
}

} // namespace import_words

} // namespace app
