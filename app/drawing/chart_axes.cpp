#include "app/drawing/chart_axes.h"

#include "app/drawing/style.h"
#include "app/words/chart_words.h"
#include "app/words/dates.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace app {

namespace {

using model::Date;

/// How far apart ticks stand, and what they are called.
struct TickStep {
    int days = 0;   ///< For days and weeks; 0 otherwise.
    int months = 0; ///< For months and longer.
};

constexpr std::array tick_steps{TickStep{1, 0},  TickStep{7, 0},   TickStep{14, 0}, TickStep{0, 1},
                                TickStep{0, 3},  TickStep{0, 6},   TickStep{0, 12}, TickStep{0, 24},
                                TickStep{0, 60}, TickStep{0, 120}, TickStep{0, 600}};

/// The first tick of a step on or after `day`: a Monday, or the first of a month that the step divides.
Date first_tick(TickStep step, Date day)
{
    if (step.days == 1) {
        return day;
    }
    if (step.days > 0) {
        const auto to_monday = date::Monday - date::weekday{date::sys_days{day}};
        return model::days_after(day, static_cast<int>(to_monday.count()));
    }
    const int month = static_cast<int>(static_cast<unsigned>(day.month())) - 1;
    const int months = static_cast<int>(day.year()) * 12 + month + (day.day() == date::day{1} ? 0 : 1);
    const int rounded = (months + step.months - 1) / step.months * step.months;
    return Date{date::year{rounded / 12}, date::month{static_cast<unsigned>(rounded % 12) + 1}, date::day{1}};
}

Date next_tick(TickStep step, Date day)
{
    return step.days > 0 ? model::days_after(day, step.days) : model::months_after(day, step.months);
}

std::string date_tick_words(TickStep step, Date day, bool with_year)
{
    if (step.months >= 12) {
        return year_only(day);
    }
    if (step.months > 0) {
        return with_year ? month_and_year(day) : month_only(day);
    }
    return with_year ? short_date(day) : day_and_month(day);
}

std::vector<TimeTick> ticks_of(TickStep step, model::Period period)
{
    std::vector<TimeTick> ticks;
    for (Date day = first_tick(step, period.from); day <= period.to; day = next_tick(step, day)) {
        const bool is_new_year = ticks.empty() || ticks.back().on.year() != day.year();
        ticks.push_back({day, date_tick_words(step, day, is_new_year)});
    }
    return ticks;
}

/// How many ticks of this step there would be, roughly; spares laying out thousands.
double expected(TickStep step, model::Period period)
{
    const double days = step.days > 0 ? step.days : step.months * 30.4;
    return model::days_between(period.from, period.to) / days;
}

bool stand_apart(const std::vector<TimeTick>& ticks, const TimeAxis& axis, const TextRuler& ruler,
                 const TextStyle& style)
{
    double free_from = -1e9;
    return std::ranges::all_of(ticks, [&](const TimeTick& tick) {
        const double half = ruler.width(tick.words, style) / 2;
        const double at = axis.x(tick.on);
        const bool is_free = at - half >= free_from;
        free_from = at + half + 3 * space;
        return is_free;
    });
}

bool is_far_from_ends(double value, const ValueAxis& axis, double apart)
{
    return axis.y(value) - axis.top >= apart && axis.bottom - axis.y(value) >= apart;
}

} // namespace

double TimeAxis::x(Date day) const
{
    const int days = model::days_between(period.from, period.to);
    if (days == 0) {
        return (left + right) / 2;
    }
    return left + (right - left) * model::days_between(period.from, day) / days;
}

std::vector<TimeTick> time_ticks(const TimeAxis& axis, const TextRuler& ruler, const TextStyle& style)
{
    constexpr double narrowest_label = 20;
    for (const auto step : tick_steps) {
        if (expected(step, axis.period) * narrowest_label > axis.right - axis.left) {
            continue;
        }
        auto ticks = ticks_of(step, axis.period);
        if (!ticks.empty() && stand_apart(ticks, axis, ruler, style)) {
            return ticks;
        }
    }
    return {{axis.period.from, short_date(axis.period.from)}};
}

double ValueAxis::y(double value) const
{
    const double within = std::clamp(value, lowest, highest);
    return bottom - (bottom - top) * (within - lowest) / (highest - lowest);
}

std::vector<double> value_ticks(const ValueAxis& axis, double apart)
{
    if (axis.bottom - axis.top < apart) {
        return {};
    }
    const double range = axis.highest - axis.lowest;
    const double least = range * apart / (axis.bottom - axis.top);
    const double power = std::pow(10, std::floor(std::log10(least)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= least * (1 - 1e-9)) {
            step = factor * power;
            break;
        }
    }
    std::vector<double> ticks{axis.lowest};
    const auto first = static_cast<long>(std::ceil(axis.lowest / step));
    for (long i = first; static_cast<double>(i) * step < axis.highest; ++i) {
        if (is_far_from_ends(static_cast<double>(i) * step, axis, apart)) {
            ticks.push_back(static_cast<double>(i) * step);
        }
    }
    ticks.push_back(axis.highest);
    return ticks;
}

} // namespace app
