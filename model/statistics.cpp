#include "model/statistics.h"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <numbers>
#include <numeric>
#include <vector>

namespace model {

namespace {

/// Where a function that is positive at `above` and negative at `below` crosses zero.
template <class Function>
double crossing(Function&& function, double above, double below)
{
    for (int step = 0; step < 200 && above != below; ++step) {
        const double middle = std::midpoint(above, below);
        (function(middle) > 0 ? above : below) = middle;
    }
    return std::midpoint(above, below);
}

double mean(std::span<const double> values)
{
    return std::accumulate(values.begin(), values.end(), 0.0) / static_cast<double>(values.size());
}

/// Sum of the squared distances from the mean.
double spread(std::span<const double> values)
{
    const double centre = mean(values);
    return std::accumulate(values.begin(), values.end(), 0.0,
                           [&](double sum, double value) { return sum + (value - centre) * (value - centre); });
}

} // namespace

double normal_probability(double z)
{
    return std::erfc(-z / std::numbers::sqrt2) / 2;
}

double normal_quantile(double probability)
{
    assert(probability > 0 && probability < 1);
    return crossing([&](double z) { return probability - normal_probability(z); }, -40.0, 40.0);
}

double chi_square_upper_tail(double value, int degrees)
{
    assert(value >= 0 && degrees > 0);
    if (value <= 0) {
        return 1;
    }
    // The regularised incomplete gamma function Q(a, x) has a closed form at a = 1/2 and a = 1, and
    // Q(a + 1, x) = Q(a, x) + x^a e^-x / Gamma(a + 1); in logarithms, so that no term is lost far out.
    const double x = value / 2;
    const bool is_even = degrees % 2 == 0;
    double a = is_even ? 1.0 : 0.5;
    double tail = is_even ? std::exp(-x) : std::erfc(std::sqrt(x));
    double log_term = a * std::log(x) - x - std::log(is_even ? 1.0 : std::sqrt(std::numbers::pi) / 2);
    for (; a + 0.25 < degrees / 2.0; a += 1) {
        tail += std::exp(log_term);
        log_term += std::log(x) - std::log(a + 1);
    }
    return std::min(tail, 1.0);
}

double standard_error_of_measurement(double sd, double reliability)
{
    assert(sd >= 0 && reliability >= 0 && reliability <= 1);
    return sd * std::sqrt(1 - reliability);
}

double standard_error_of_difference(double standard_error)
{
    return std::numbers::sqrt2 * standard_error;
}

double reliable_change_index(double first, double last, double difference_error)
{
    assert(difference_error > 0);
    return (last - first) / difference_error;
}

double reliable_change_threshold(double sd, double reliability, double confidence)
{
    return normal_quantile((1 + confidence) / 2) *
           standard_error_of_difference(standard_error_of_measurement(sd, reliability));
}

double cut_off_a(Norm clinical, bool higher_is_better)
{
    return clinical.mean + (higher_is_better ? 2 : -2) * clinical.sd;
}

double cut_off_b(Norm functional, bool higher_is_better)
{
    return functional.mean - (higher_is_better ? 2 : -2) * functional.sd;
}

double cut_off_c(Norm clinical, Norm functional)
{
    assert(clinical.sd + functional.sd > 0);
    return (clinical.sd * functional.mean + functional.sd * clinical.mean) / (clinical.sd + functional.sd);
}

double slope_standard_error(std::span<const double> times, double standard_error)
{
    assert(times.size() >= 2 && spread(times) > 0);
    return standard_error / std::sqrt(spread(times));
}

std::optional<TrendIndex> reliable_trend_index(std::span<const double> times, std::span<const double> values,
                                               double standard_error)
{
    assert(times.size() == values.size() && standard_error > 0);
    if (times.size() < 2 || spread(times) <= 0) {
        return std::nullopt;
    }
    const auto count = static_cast<double>(times.size());
    const double mean_time = mean(times);

    TrendIndex trend;
    trend.mean_level = mean(values);
    for (std::size_t i = 0; i < times.size(); ++i) {
        trend.slope += (times[i] - mean_time) * (values[i] - trend.mean_level);
    }
    trend.slope /= spread(times);
    trend.intercept = trend.mean_level - trend.slope * mean_time;
    trend.standard_error = slope_standard_error(times, standard_error);
    trend.intercept_error = standard_error * std::sqrt(1 / count + mean_time * mean_time / spread(times));
    trend.z = trend.slope / trend.standard_error;
    trend.p = 2 * normal_probability(-std::abs(trend.z));
    const double reach = normal_quantile(0.975) * trend.standard_error;
    trend.low = trend.slope - reach;
    trend.high = trend.slope + reach;

    for (std::size_t i = 0; i < times.size(); ++i) {
        const double residual = values[i] - trend.intercept - trend.slope * times[i];
        trend.lack_of_fit += residual * residual / (standard_error * standard_error);
    }
    trend.lack_of_fit_degrees = static_cast<int>(times.size()) - 2;
    if (trend.lack_of_fit_degrees > 0) {
        trend.lack_of_fit_p = chi_square_upper_tail(trend.lack_of_fit, trend.lack_of_fit_degrees);
    }
    return trend;
}

Overlap nonoverlap_of_all_pairs(std::span<const double> baseline, std::span<const double> later, bool higher_is_better,
                                double confidence)
{
    assert(!baseline.empty() && !later.empty() && confidence > 0 && confidence < 1);
    double better = 0;
    for (const double before : baseline) {
        for (const double after : later) {
            const double gain = higher_is_better ? after - before : before - after;
            better += gain > 0 ? 1.0 : gain == 0 ? 0.5 : 0.0;
        }
    }
    const auto pairs = static_cast<double>(baseline.size() * later.size());
    const double nap = better / pairs;

    const double half = static_cast<double>(baseline.size() + later.size()) / 2 - 1;
    const double z = normal_quantile((1 + confidence) / 2);
    const auto distance = [&](double x) {
        return pairs * (nap - x) * (nap - x) * (2 - x) * (1 + x) -
               z * z * x * (1 - x) * (2 + half + (1 + 2 * half) * x * (1 - x));
    };
    return {nap, nap > 0 ? crossing(distance, 0, nap) : 0, nap < 1 ? crossing(distance, 1, nap) : 1};
}

std::optional<double> goal_attainment_t(std::span<const GoalAttainment> goals)
{
    constexpr double correlation = 0.3;
    double weighted_levels = 0;
    double weights = 0;
    double squared_weights = 0;
    for (const auto& goal : goals) {
        assert(goal.weight > 0);
        if (goal.level) {
            weighted_levels += goal.weight * *goal.level;
            weights += goal.weight;
            squared_weights += goal.weight * goal.weight;
        }
    }
    if (weights <= 0) {
        return std::nullopt;
    }
    return 50 + 10 * weighted_levels / std::sqrt((1 - correlation) * squared_weights + correlation * weights * weights);
}

} // namespace model
