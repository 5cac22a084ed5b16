#pragma once

#include "app/exchange/scores_import.h"
#include "app/words/import_question_words.h"

#include <optional>
#include <span>
#include <string>
#include <vector>

/// The questions that a file of scores may raise: which answers each has, and what an answer does.
namespace app {

/// How a file is read and taken.
struct ImportSettings {
    ReadingChoices reading{};
    ImportChoices choices{};
};

/// What an answer needs besides being chosen.
enum class ImportAnswerField { none, client, code };

/// The answers to a question, the likeliest first; none where only the file can be corrected.
std::vector<ImportAnswerKind> answers_to(ScoresProblemKind question);

/// Whether nothing may be taken for the answer unasked: a wrong one would spoil scores unseen, and Enter is soon
/// pressed. `answers` are those that are offered.
bool must_be_chosen(ScoresProblemKind question, std::span<const ImportAnswerKind> answers);

ImportAnswerField field_of(ImportAnswerKind answer);

/// Whether the file has to be read anew with this answer.
bool changes_reading(ImportAnswerKind answer);

/// Whether it says a day which is the first that the file has of a client.
bool takes_day_from_file(ImportAnswerKind answer);

/// Takes an answer into account. `code` is of the client who is meant, or of the new one; empty where the answer has no
/// such field.
void heed_answer(ImportSettings& settings, ImportAnswerKind answer, const ScoresProblem& question,
                 const std::string& code);

} // namespace app
