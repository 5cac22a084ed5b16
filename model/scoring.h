#pragma once

#include "model/measure.h"

#include <span>
#include <variant>

/// From answers to scores, by a measure's definition.
namespace model {

/// One answer for each item of the form, in the form's order; empty where the item was left unanswered.
using Answers = std::vector<std::optional<int>>;

/// The score of one scale from one filling-in.
struct ScaleScore {
    std::string scale{};           ///< The scale's code.
    std::optional<double> value{}; ///< Empty when too much is unanswered; never guessed beyond the measure's rule.
    int answered = 0;
    int asked = 0;               ///< Items that count for the scale; 0 for a total entered without items.
    bool is_prorated = false;    ///< Unanswered items were replaced by the mean of the others.
    std::vector<int> must_ask{}; ///< Unanswered items without which there is no score until they are asked.

    bool operator==(const ScaleScore&) const = default;
};

/// What is wrong with answers or a total.
enum class AnswerProblem {
    wrong_count,   ///< Not one answer for each item.
    out_of_range,  ///< An answer outside the form's range.
    no_items,      ///< The measure is kept as totals only.
    no_total,      ///< The measure has no total.
    total_outside, ///< The total is outside the lead scale's range, or not a number.
};

/// Why answers or a total cannot be taken.
struct AnswersRefused {
    AnswerProblem problem = AnswerProblem::wrong_count;
    int item = 0;      ///< The item id for `out_of_range`, otherwise 0.
    double value = 0;  ///< The answer, total or count that was given.
    double lowest = 0; ///< What would be taken: the range of the form or scale, or the count expected.
    double highest = 0;

    bool operator==(const AnswersRefused&) const = default;
};

/// Scores every scale, in the definition's order. No answers at all give scores without values.
///
/// Unanswered items: within a scale's `max_missing` they are replaced by the mean of those answered (reversed items
/// already turned round) and the score is marked pro-rated; beyond it, or for an item never to be replaced, no value.
std::variant<std::vector<ScaleScore>, AnswersRefused> score(const MeasureDefinition& definition,
                                                            const Answers& answers);

/// Takes a bare total as the score of the lead scale, checked against its range.
std::variant<ScaleScore, AnswersRefused> score_total(const MeasureDefinition& definition, double total);

/// The band a score lies in: the highest whose lower bound it reaches. Null without bands, or below the first.
const Band* band_of(const Scale& scale, double value);

/// How much is known about an item that can raise an alert.
enum class AlertState {
    raised,    ///< Answered at or above the alert's value.
    not_asked, ///< Left unanswered although it must be asked.
    not_known, ///< The total was entered without items: a quiet remark, not an alert.
};

/// An alert of a definition that applies to one filling-in.
struct RaisedAlert {
    ItemAlert alert{};
    AlertState state = AlertState::raised;
    std::optional<int> answer{};

    bool operator==(const RaisedAlert&) const = default;
};

/// The alerts that these answers raise, whether or not the form is complete. `answers` must fit the definition.
std::vector<RaisedAlert> alerts_raised(const MeasureDefinition& definition, const Answers& answers);

/// What a total entered without items leaves unknown.
std::vector<RaisedAlert> alerts_not_known(const MeasureDefinition& definition);

/// Whether a measure's symptom-counting rule is met. Met is a prompt to assess, not a diagnosis.
enum class CriteriaState {
    no_rule, ///< The measure has none.
    met,     ///< Every criterion; unanswered items cannot undo it.
    not_met, ///< Not even if every unanswered item counted.
    open,    ///< Unanswered items would decide.
};

/// One criterion's count.
struct CriterionCount {
    std::string name{};
    int counted = 0;
    int needed = 0;

    bool operator==(const CriterionCount&) const = default;
};

/// The outcome of a measure's symptom-counting rule.
struct CriteriaOutcome {
    CriteriaState state = CriteriaState::no_rule;
    std::vector<CriterionCount> counts{};

    bool operator==(const CriteriaOutcome&) const = default;
};

/// Applies the definition's criteria. `answers` must fit the definition.
CriteriaOutcome criteria_of(const MeasureDefinition& definition, const Answers& answers);

/// The mean of the numbers present; empty when more than `max_missing` are absent, or all of them.
std::optional<double> prorated_mean(std::span<const std::optional<int>> answers, int max_missing);

} // namespace model
