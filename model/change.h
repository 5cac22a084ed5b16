#pragma once

#include "model/calendar.h"
#include "model/measure.h"
#include "model/statistics.h"

#include <span>

/// What may honestly be said about a series of scores.
namespace model {

/// A score and the day it belongs to.
struct ScoredOn {
    Date on{};
    double value = 0;

    bool operator==(const ScoredOn&) const = default;
};

/// Clinically significant change from the first to the last score (Jacobson & Truax 1991).
enum class ChangeCategory {
    recovered,    ///< Reliably better, and across the cut-off.
    improved,     ///< Reliably better.
    unchanged,    ///< Not reliably changed, whether or not the cut-off was crossed.
    deteriorated, ///< Reliably worse.
};

/// The category rule. Crossing the cut-off without reliable change is not recovery.
ChangeCategory change_category(bool was_clinical, bool is_well, bool reliably_better, bool reliably_worse);

/// What the first and the last score say together.
enum class Verdict {
    no_scores,
    one_score,
    no_reliability_known,     ///< Values only.
    reliably_better,          ///< Beyond measurement error, in the good direction.
    reliably_worse,           ///< Beyond measurement error, in the other direction.
    within_measurement_error, ///< Not reliable.
    reliably_changed,         ///< Beyond measurement error, on a scale where neither direction is good.
};

/// What all scores say together, by the Reliable Trend Index.
enum class Trend {
    too_few,   ///< Fewer than four scores, or all on one day.
    not_known, ///< The measurement error of a score is not known.
    rising,
    falling,
    no_trend, ///< The slope is within measurement error.
    uneven,   ///< Ups and downs exceed measurement error: no slope describes them.
};

/// The last score of a series beside an earlier one.
struct Comparison {
    ScoredOn since{};                   ///< The earlier one.
    double change = 0;                  ///< Last minus earlier.
    Verdict verdict{};                  ///< By the same rule as first to last.
    bool is_better = false;             ///< Changed in the good direction, however little.
    bool is_worse_by_threshold = false; ///< Worse by at least the threshold.

    bool operator==(const Comparison&) const = default;
};

/// Everything that the words under a chart need to know about one series.
struct Reading {
    int count = 0;
    std::optional<ScoredOn> first{};
    std::optional<ScoredOn> last{};
    double change = 0; ///< Last minus first; 0 with fewer than two scores.
    Verdict verdict = Verdict::no_scores;
    /// The last score beside the best one before it, the latest of several; empty with fewer than two scores, and where
    /// neither direction is good.
    std::optional<Comparison> from_best{};
    std::optional<Comparison> from_previous{}; ///< The last score beside the one before it; empty with fewer than two.
    std::optional<ReliableChangeRule> rule{};  ///< What the verdicts were measured against.
    std::optional<ReferenceLine> cut_off{};    ///< The cut-off, where the scale has one.
    std::optional<ChangeCategory> category{};  ///< With two scores, a rule and a cut-off.
    bool was_clinical_at_first = false;        ///< False with a cut-off: "recovered" is not available.
    bool crossed_cut_off = false;              ///< From clinical to well, reliably or not.
    Trend trend = Trend::too_few;
    std::optional<TrendIndex> trend_index{}; ///< Slope in points a week; empty when `trend` has none.
    bool trend_disagrees = false;            ///< First-to-last and all-scores results differ.
    bool is_at_best_possible = false;        ///< The last score cannot show further improvement.
    bool is_at_worst_possible = false;       ///< The last score cannot show further worsening.
    bool is_worse_by_threshold = false;      ///< Worse by at least the threshold: the red note of the house rule.
    bool may_use_trend_word = false;         ///< At least three scores: words such as "rising" may be used.

    /// That the last score is worse by at least the threshold than the best before it, and so also whenever it is than
    /// the one just before it; null when it is not. It is said before anything else.
    const Comparison* worsening() const;

    bool operator==(const Reading&) const = default;
};

/// Reads a series of scores, oldest first, all of one measure, version and rater, and within one episode of care.
Reading read_series(const Scale& scale, std::span<const ScoredOn> scores);

/// A 0-10 rating on a goal: higher is better, no reliability known, so no verdict.
Scale rating_scale();

/// Whether the change from `first` to `last` is beyond measurement error by `rule`, in either direction.
bool is_reliable(const ReliableChangeRule& rule, double first, double last);

} // namespace model
