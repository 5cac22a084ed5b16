#include "model/scoring.h"

#include <algorithm>
#include <cassert>
#include <cmath>

namespace model {

namespace {

std::optional<int> answer_to(const MeasureDefinition& definition, const Answers& answers, int item)
{
    const auto place = std::ranges::find(definition.items, item);
    assert(place != definition.items.end());
    return answers[static_cast<std::size_t>(place - definition.items.begin())];
}

bool contains(const auto& list, const auto& value)
{
    return std::ranges::find(list, value) != list.end();
}

ScaleScore score_items(const MeasureDefinition& definition, const Scale& scale, const Answers& answers)
{
    ScaleScore result;
    result.scale = scale.code;
    result.asked = static_cast<int>(scale.items.size());
    std::vector<std::optional<int>> counted;
    counted.reserve(scale.items.size());
    for (const int item : scale.items) {
        const auto answer = answer_to(definition, answers, item);
        if (!answer && contains(scale.never_missing, item)) {
            result.must_ask.push_back(item);
        }
        counted.push_back(answer && contains(scale.reversed, item)
                              ? definition.answer_lowest + definition.answer_highest - *answer
                              : answer);
    }
    result.answered = static_cast<int>(std::ranges::count_if(counted, &std::optional<int>::has_value));
    if (!result.must_ask.empty()) {
        return result;
    }
    const double weight = scale.method == ScoringMethod::sum ? result.asked : 1;
    if (const auto mean = prorated_mean(counted, scale.max_missing)) {
        // Mean times count can miss a whole number by the last bit; a sum of whole answers is whole.
        const double value = *mean * weight;
        const double whole = std::round(value);
        result.value = std::abs(value - whole) < 1e-9 ? whole : value;
        result.is_prorated = result.answered < result.asked;
    }
    return result;
}

/// The mean of scales that are already scored: the parts stand above in the definition.
ScaleScore score_parts(const MeasureDefinition& definition, const Scale& scale, const std::vector<ScaleScore>& scores)
{
    ScaleScore result;
    result.scale = scale.code;
    double sum = 0;
    bool is_complete = true;
    for (const auto& part : scale.parts) {
        const auto part_score = std::ranges::find(scores, part, &ScaleScore::scale);
        const auto* part_scale = definition.scale(part);
        assert(part_score != scores.end() && part_scale != nullptr);
        result.answered += part_score->answered;
        result.asked += part_score->asked;
        result.is_prorated = result.is_prorated || part_score->is_prorated;
        result.must_ask.insert(result.must_ask.end(), part_score->must_ask.begin(), part_score->must_ask.end());
        is_complete = is_complete && part_score->value.has_value();
        const double value = part_score->value.value_or(0);
        sum += contains(scale.reversed_parts, part) ? part_scale->lowest + part_scale->highest - value : value;
    }
    if (is_complete) {
        result.value = sum / static_cast<double>(scale.parts.size());
    } else {
        result.is_prorated = false;
    }
    return result;
}

std::optional<AnswersRefused> fault_in(const MeasureDefinition& definition, const Answers& answers)
{
    if (definition.items.empty()) {
        return AnswersRefused{.problem = AnswerProblem::no_items};
    }
    const auto expected = static_cast<double>(definition.items.size());
    if (answers.size() != definition.items.size()) {
        return AnswersRefused{AnswerProblem::wrong_count, 0, static_cast<double>(answers.size()), expected, expected};
    }
    for (std::size_t i = 0; i < answers.size(); ++i) {
        if (answers[i] && (*answers[i] < definition.answer_lowest || *answers[i] > definition.answer_highest)) {
            return AnswersRefused{AnswerProblem::out_of_range, definition.items[i], static_cast<double>(*answers[i]),
                                  static_cast<double>(definition.answer_lowest),
                                  static_cast<double>(definition.answer_highest)};
        }
    }
    return std::nullopt;
}

} // namespace

std::variant<std::vector<ScaleScore>, AnswersRefused> score(const MeasureDefinition& definition, const Answers& answers)
{
    if (auto fault = fault_in(definition, answers)) {
        return *fault;
    }
    std::vector<ScaleScore> scores;
    scores.reserve(definition.scales.size());
    for (const auto& scale : definition.scales) {
        scores.push_back(scale.method == ScoringMethod::mean_of_scales ? score_parts(definition, scale, scores)
                                                                       : score_items(definition, scale, answers));
    }
    return scores;
}

std::variant<ScaleScore, AnswersRefused> score_total(const MeasureDefinition& definition, double total)
{
    const auto* lead = definition.lead();
    if (lead == nullptr) {
        return AnswersRefused{.problem = AnswerProblem::no_total, .value = total};
    }
    if (!(total >= lead->lowest && total <= lead->highest)) {
        return AnswersRefused{AnswerProblem::total_outside, 0, total, lead->lowest, lead->highest};
    }
    ScaleScore result;
    result.scale = lead->code;
    result.value = total;
    return result;
}

const Band* band_of(const Scale& scale, double value)
{
    const Band* reached = nullptr;
    for (const auto& band : scale.bands) {
        // The mean of several means can miss a bound by the last bit.
        if (value >= band.from - 1e-9) {
            reached = &band;
        }
    }
    return reached;
}

std::vector<RaisedAlert> alerts_raised(const MeasureDefinition& definition, const Answers& answers)
{
    assert(answers.size() == definition.items.size());
    std::vector<RaisedAlert> raised;
    for (const auto& alert : definition.alerts) {
        const auto answer = answer_to(definition, answers, alert.item);
        if (answer && *answer >= alert.at_least) {
            raised.push_back({alert, AlertState::raised, answer});
        } else if (!answer && alert.ask_when_missing) {
            raised.push_back({alert, AlertState::not_asked, std::nullopt});
        }
    }
    return raised;
}

std::vector<RaisedAlert> alerts_not_known(const MeasureDefinition& definition)
{
    std::vector<RaisedAlert> unknown;
    unknown.reserve(definition.alerts.size());
    for (const auto& alert : definition.alerts) {
        unknown.push_back({alert, AlertState::not_known, std::nullopt});
    }
    return unknown;
}

CriteriaOutcome criteria_of(const MeasureDefinition& definition, const Answers& answers)
{
    assert(definition.criteria.empty() || answers.size() == definition.items.size());
    CriteriaOutcome outcome;
    bool all_met = true;
    bool all_possible = true;
    for (const auto& criterion : definition.criteria) {
        int counted = 0;
        int open = 0;
        for (const int item : criterion.items) {
            const auto answer = answer_to(definition, answers, item);
            counted += answer && *answer >= criterion.at_least ? 1 : 0;
            open += answer ? 0 : 1;
        }
        outcome.counts.push_back({criterion.name, counted, criterion.needed});
        all_met = all_met && counted >= criterion.needed;
        all_possible = all_possible && counted + open >= criterion.needed;
    }
    if (!definition.criteria.empty()) {
        outcome.state = all_met ? CriteriaState::met : all_possible ? CriteriaState::open : CriteriaState::not_met;
    }
    return outcome;
}

std::optional<double> prorated_mean(std::span<const std::optional<int>> answers, int max_missing)
{
    double sum = 0;
    int answered = 0;
    for (const auto& answer : answers) {
        sum += answer.value_or(0);
        answered += answer ? 1 : 0;
    }
    if (answered == 0 || static_cast<int>(answers.size()) - answered > max_missing) {
        return std::nullopt;
    }
    return sum / answered;
}

} // namespace model
