#pragma once

#include "app/exchange/scores_import.h"
#include "app/words/unmatched_choice.h"

#include <optional>
#include <span>
#include <string>

namespace app {

/// The first of the choices that names a client who is not in these rows, whether they can be imported or not.
std::optional<UnmatchedChoice> unmatched_choice(const storage::Casebook& casebook, std::span<const ScoreRow> rows,
                                                const ImportChoices& choices);

/// Whether `said.of_others` says something of a measure to which these rows have answers.
bool concerns_others(std::span<const ScoreRow> rows, std::span<const model::MeasureDefinition> measures,
                     const AnswersFrom& said);

/// Whether these rows have answers to the items of this measure.
bool has_answers_to(std::span<const ScoreRow> rows, const std::string& measure);

} // namespace app
