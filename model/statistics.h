#pragma once

#include <optional>
#include <span>

/// The change statistics built into the program. Each names the publication its formula comes from.
namespace model {

/// Probability that a standard normal value is at most `z`.
double normal_probability(double z);

/// The standard normal value with this probability below it; `probability` between 0 and 1, both excluded.
double normal_quantile(double probability);

/// Probability that a chi-square value with `degrees` of freedom exceeds `value`.
double chi_square_upper_tail(double value, int degrees);

/// Standard error of one score, `sd * sqrt(1 - reliability)` (Jacobson & Truax 1991). Reliability 0 to 1.
double standard_error_of_measurement(double sd, double reliability);

/// Standard error of the difference of two scores, `sqrt(2)` times that of one (Jacobson & Truax 1991).
double standard_error_of_difference(double standard_error);

/// Change in units of its standard error; reliable at 95 % beyond 1.96 (Jacobson & Truax 1991).
double reliable_change_index(double first, double last, double difference_error);

/// The smallest change in points that is not reliable any more: changes must exceed it. Confidence such as 0.95.
double reliable_change_threshold(double sd, double reliability, double confidence);

/// Mean and standard deviation of a group.
struct Norm {
    double mean = 0;
    double sd = 0;
};

/// Cut-off a: two clinical standard deviations from the clinical mean, towards the functional side.
double cut_off_a(Norm clinical, bool higher_is_better);

/// Cut-off b: two functional standard deviations from the functional mean, towards the clinical side.
double cut_off_b(Norm functional, bool higher_is_better);

/// Cut-off c: where a score is as far from both means, in their own standard deviations.
double cut_off_c(Norm clinical, Norm functional);

/// The straight line through all scores of a person, judged by the measurement error of a score.
///
/// McAleavey 2024 (Clin Psychol Sci Pract 31:351): least-squares slope over time, its standard error the measurement
/// error over the spread of the times. With two scores `z` is the reliable change index.
struct TrendIndex {
    double slope = 0;      ///< Points per unit of time.
    double mean_level = 0; ///< The line's value at the mean time.
    double intercept = 0;  ///< The line's value at time 0.
    double standard_error = 0;
    double intercept_error = 0;
    double z = 0;
    double p = 1;   ///< Two-sided.
    double low = 0; ///< 95 % interval of the slope.
    double high = 0;
    double lack_of_fit = 0; ///< Residual sum of squares over the squared measurement error.
    int lack_of_fit_degrees = 0;
    double lack_of_fit_p = 1; ///< Small: the scores scatter more than measurement error allows.

    bool operator==(const TrendIndex&) const = default;
};

/// Standard error of the slope for scores at these times.
double slope_standard_error(std::span<const double> times, double standard_error);

/// The trend over all scores; empty with fewer than two, or when all times are the same.
/// `times` and `values` have one length; `standard_error` is above zero.
std::optional<TrendIndex> reliable_trend_index(std::span<const double> times, std::span<const double> values,
                                               double standard_error);

/// How far a phase lies beyond the baseline, with its interval.
struct Overlap {
    double nap = 0; ///< Share of pairs in which the later value is better, ties half; 0.5 is chance.
    double low = 0;
    double high = 0;

    bool operator==(const Overlap&) const = default;
};

/// Nonoverlap of All Pairs (Parker & Vannest 2009) with Newcombe's method 5 interval (Newcombe 2006), as in
/// SingleCaseES. Both phases must have values.
Overlap nonoverlap_of_all_pairs(std::span<const double> baseline, std::span<const double> later, bool higher_is_better,
                                double confidence);

/// One goal's attainment: -2 much less than expected, 0 as expected, +2 much more.
struct GoalAttainment {
    std::optional<double> level{}; ///< Empty: not rated; the goal and its weight are left out.
    double weight = 1;             ///< Above zero.
};

/// Goal Attainment Scaling T (Kiresuk & Sherman 1968), correlation between goals 0.3. Empty when no goal is rated.
/// Depends on the number of goals: show attainment first, and never compare between people.
std::optional<double> goal_attainment_t(std::span<const GoalAttainment> goals);

} // namespace model
