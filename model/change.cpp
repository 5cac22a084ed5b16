#include "model/change.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <vector>

namespace model {

namespace {

/// Scores are decimals: 3.56 - 3.00 must not fall on either side of 0.56 by the way computers keep them.
constexpr double rounding = 1e-9;

/// The conventional level for "more than chance": two-sided 95 %.
constexpr double significance = 0.05;

bool is_well(const ReferenceLine& cut_off, Better better, double value)
{
    const double beyond = better == Better::higher ? value - cut_off.value : cut_off.value - value;
    // On a scale where lower is better "10 and above" is clinical; where higher is better a score that reaches the
    // line is well. A line can say otherwise for itself ("28 or less").
    const bool counts_on_line = cut_off.is_well_on_line || better == Better::higher;
    return counts_on_line ? beyond >= -rounding : beyond > rounding;
}

Verdict verdict_of(const Scale& scale, double first, double last)
{
    if (!scale.reliable_change) {
        return Verdict::no_reliability_known;
    }
    if (!is_reliable(*scale.reliable_change, first, last)) {
        return Verdict::within_measurement_error;
    }
    if (scale.better == Better::neither) {
        return Verdict::reliably_changed;
    }
    return (last > first) == (scale.better == Better::higher) ? Verdict::reliably_better : Verdict::reliably_worse;
}

bool is_better_than(const Scale& scale, double value, double than)
{
    return scale.better == Better::higher ? value > than + rounding : value < than - rounding;
}

/// Worse by the threshold itself is enough, also where a reliable change must exceed it: nobody is to miss a relapse
/// for a rounded figure.
bool is_worse_by_threshold(const Scale& scale, double earlier, double last)
{
    const double worsening = scale.better == Better::higher ? earlier - last : last - earlier;
    return scale.reliable_change && scale.better != Better::neither &&
           worsening >= scale.reliable_change->threshold - rounding;
}

Comparison compared(const Scale& scale, const ScoredOn& earlier, const ScoredOn& last)
{
    return {.since = earlier,
            .change = last.value - earlier.value,
            .verdict = verdict_of(scale, earlier.value, last.value),
            .is_better = scale.better != Better::neither && is_better_than(scale, last.value, earlier.value),
            .is_worse_by_threshold = is_worse_by_threshold(scale, earlier.value, last.value)};
}

/// The best of at least one score; the latest where several are alike.
const ScoredOn& best_of(const Scale& scale, std::span<const ScoredOn> scores)
{
    const auto* best = &scores.front();
    for (const auto& score : scores) {
        best = is_better_than(scale, best->value, score.value) ? best : &score;
    }
    return *best;
}

Trend trend_of(const TrendIndex& index)
{
    if (index.lack_of_fit_p < significance) {
        return Trend::uneven;
    }
    if (index.p >= significance) {
        return Trend::no_trend;
    }
    return index.slope > 0 ? Trend::rising : Trend::falling;
}

void read_trend(Reading& reading, const Scale& scale, std::span<const ScoredOn> scores)
{
    if (scores.size() < 4 || scores.front().on == scores.back().on) {
        return;
    }
    if (!scale.standard_error) {
        reading.trend = Trend::not_known;
        return;
    }
    std::vector<double> weeks;
    std::vector<double> values;
    for (const auto& score : scores) {
        weeks.push_back(days_between(scores.front().on, score.on) / 7.0);
        values.push_back(score.value);
    }
    reading.trend_index = reliable_trend_index(weeks, values, *scale.standard_error);
    reading.trend = trend_of(*reading.trend_index);
}

/// -1 down, 0 not reliably changed, +1 up.
int direction(const Reading& reading)
{
    if (reading.verdict == Verdict::within_measurement_error) {
        return 0;
    }
    return reading.change > 0 ? 1 : -1;
}

bool trend_disagrees(const Reading& reading)
{
    switch (reading.trend) {
    case Trend::rising:
        return direction(reading) != 1;
    case Trend::falling:
        return direction(reading) != -1;
    case Trend::no_trend:
        return direction(reading) != 0;
    case Trend::too_few:
    case Trend::not_known:
    case Trend::uneven:
        break;
    }
    return false;
}

void read_first_to_last(Reading& reading, const Scale& scale)
{
    const double first = reading.first->value;
    const double last = reading.last->value;
    reading.change = last - first;
    reading.verdict = verdict_of(scale, first, last);
    reading.is_worse_by_threshold = is_worse_by_threshold(scale, first, last);
    if (reading.cut_off) {
        const bool is_well_at_last = is_well(*reading.cut_off, scale.better, last);
        reading.crossed_cut_off = reading.was_clinical_at_first && is_well_at_last;
        if (scale.reliable_change) {
            reading.category = change_category(reading.was_clinical_at_first, is_well_at_last,
                                               reading.verdict == Verdict::reliably_better,
                                               reading.verdict == Verdict::reliably_worse);
        }
    }
}

} // namespace

ChangeCategory change_category(bool was_clinical, bool is_well, bool reliably_better, bool reliably_worse)
{
    assert(!(reliably_better && reliably_worse));
    if (reliably_worse) {
        return ChangeCategory::deteriorated;
    }
    if (!reliably_better) {
        return ChangeCategory::unchanged;
    }
    return was_clinical && is_well ? ChangeCategory::recovered : ChangeCategory::improved;
}

bool is_reliable(const ReliableChangeRule& rule, double first, double last)
{
    const double size = std::abs(last - first);
    return rule.rule == ThresholdRule::more_than ? size > rule.threshold + rounding : size >= rule.threshold - rounding;
}

const Comparison* Reading::worsening() const
{
    return from_best && from_best->is_worse_by_threshold ? &*from_best : nullptr;
}

Reading read_series(const Scale& scale, std::span<const ScoredOn> scores)
{
    assert(std::ranges::is_sorted(scores, {}, &ScoredOn::on));
    Reading reading;
    reading.count = static_cast<int>(scores.size());
    if (scores.empty()) {
        return reading;
    }
    reading.first = scores.front();
    reading.last = scores.back();
    reading.verdict = Verdict::one_score;
    reading.rule = scale.reliable_change;
    reading.may_use_trend_word = scores.size() >= 3;
    if (scale.better != Better::neither) {
        const double best = scale.better == Better::higher ? scale.highest : scale.lowest;
        const double worst = scale.better == Better::higher ? scale.lowest : scale.highest;
        reading.is_at_best_possible = std::abs(reading.last->value - best) <= rounding;
        reading.is_at_worst_possible = std::abs(reading.last->value - worst) <= rounding;
        if (const auto* cut_off = scale.cut_off()) {
            reading.cut_off = *cut_off;
            reading.was_clinical_at_first = !is_well(*cut_off, scale.better, reading.first->value);
        }
    }
    if (scores.size() >= 2) {
        read_first_to_last(reading, scale);
        const auto before = scores.first(scores.size() - 1);
        reading.from_previous = compared(scale, before.back(), scores.back());
        if (scale.better != Better::neither) {
            reading.from_best = compared(scale, best_of(scale, before), scores.back());
        }
        read_trend(reading, scale, scores);
        reading.trend_disagrees = reading.rule && trend_disagrees(reading);
    }
    return reading;
}

Scale rating_scale()
{
    Scale scale;
    scale.code = "rating";
    scale.highest = 10;
    return scale;
}

} // namespace model
